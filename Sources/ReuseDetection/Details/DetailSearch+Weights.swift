import Manuscripts

extension DetailSearch {
  /// `org/name`: a spelling that is an address on a hub, unlike `ViT-B/16` and `GPT-3.5/4`.
  func isHubId(_ mention: Mention) -> Bool {
    let parts = mention.surface.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !mention.surface.contains(" ") else { return false }
    return parts[0].count >= 2 && parts[1].filter(\.isLetter).count >= 3
  }

  func isWeightsAddress(_ url: String) -> Bool {
    url.contains("huggingface.co/") && !url.contains("/datasets/") || url.contains("zenodo") || url.contains("tfhub")
      || url.contains("modelscope")
      || url.contains("kaggle.com/models") || mentionsModel(url)
  }

  /// The model's name is part of the address: its repository or site.
  private func mentionsModel(_ url: String) -> Bool {
    let name = model.name.lowercased().filter { $0.isLetter || $0.isNumber }
    guard name.count >= 5, !url.contains("arxiv"), !url.contains("doi.org") else { return false }
    return url.filter { $0.isLetter || $0.isNumber }.contains(name)
  }

  /// The words stand in a sentence that names the model and is about its weights, not about data or code.
  func saysWhere(_ sentence: Int, _ hit: CueHit) -> Bool {
    guard naming.contains(sentence) || isCode(sentence) else { return false }
    return hit.tokens.count >= 2 || reading.has(.pretrained, inSentence: sentence)
      || reading.has(.with, inSentence: sentence)
  }

  /// A work cited for the model itself that is a dated release of a repository.
  func citedRelease() -> DetailFinding? {
    for citation in hungCitations() {
      for key in citation.keys {
        guard let work = reading.works[key],
          work.type == "software" || work.url.contains("huggingface.co/") || work.url.contains("zenodo")
        else { continue }
        return DetailFinding(state: .present, value: work.url.isEmpty ? work.title : work.url, span: citation.span)
      }
    }
    return nil
  }

  /// "pre-trained on ImageNet", not the data set alone; "ImageNet normalisation" is preprocessing.
  func isAboutPretraining(_ sentence: Int, _ hit: CueHit) -> Bool {
    guard naming.contains(sentence) || goesOnAboutModel(sentence) else { return false }
    let next = hit.tokens.upperBound
    guard next < reading.sentences[sentence].tokens.upperBound else { return true }
    return !Self.normalisationKeys.contains(reading.tokens[next].key)
  }

  /// "The model was trained on …", "It …": right behind a sentence that names the model, not about own training.
  private func goesOnAboutModel(_ sentence: Int) -> Bool {
    guard naming.contains(sentence - 1), reading.sentences[sentence].block == reading.sentences[sentence - 1].block,
      !reading.has(.firstPerson, inSentence: sentence)
    else { return false }
    let tokens = reading.sentences[sentence].tokens
    guard let subject = Self.subjects.first(in: tokens.prefix(4), reading.tokens) else { return false }
    return subject.lowerBound == tokens.lowerBound
  }

  private static let subjects = CueSet(["the model", "it", "this model", "the network", "the weights", "they"])
  private static let normalisationKeys = Set(
    ["normalisation", "normalization", "statistics", "mean", "means"].flatMap(Lexicon.keys(of:)))

  /// The licence of the weights, not of a data set or of code that is nearer to the word.
  func isOwnLicence(_ sentence: Int, _ hit: CueHit) -> Bool {
    guard isMine(hit.tokens, sentence), namesLicence(sentence) else { return false }
    let name = model.mentions.filter { $0.sentence == sentence }.map { distance($0.tokens, hit.tokens) }.min()
    let other = reading.cues(inSentence: sentence).filter { $0.cue == .data || $0.cue == .code }
      .map { distance($0.tokens, hit.tokens) }.min()
    guard let name, let other else { return true }
    return name <= other
  }

  /// "under its open licence" names none.
  private func namesLicence(_ sentence: Int) -> Bool {
    Self.licences.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  private static let licences = CueSet([
    "apache", "mit", "bsd", "gpl", "agpl", "lgpl", "cc by", "cc0", "creative commons", "openrail", "open rail",
    "non commercial", "noncommercial", "terms of use", "terms of service", "community license", "community licence",
    "cc", "proprietary licence", "proprietary license", "research licence", "research license",
  ])

  private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    max(0, max(right.lowerBound - left.upperBound, left.lowerBound - right.upperBound))
  }
}
