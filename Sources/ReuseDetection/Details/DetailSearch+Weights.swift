import Manuscripts

extension DetailSearch {
  /// `org/name`: a spelling that is an address on a hub, unlike `ViT-B/16` and `GPT-3.5/4`.
  func isHubId(_ mention: Mention) -> Bool {
    guard mention.surface.utf8.contains(0x2F) else { return false }
    let parts = mention.surface.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !mention.surface.contains(" ") else { return false }
    return parts[0].count >= 2 && parts[1].filter(\.isLetter).count >= 3
  }

  /// `en_core_web_sm`: the name of a spaCy pipeline is that of the package that it comes in.
  func isPipelinePackage(_ mention: Mention) -> Bool {
    guard mention.surface.utf8.contains(0x5F) else { return false }
    let parts = mention.surface.split(separator: "_")
    return parts.count == 4 && (2...3).contains(parts[0].count) && ["sm", "md", "lg", "trf"].contains(parts[3])
      && ["core", "dep", "ent", "sent"].contains(parts[1])
  }

  /// "We downloaded a pre-trained version of this model from …", in a sentence beside the name.
  func tellsDownload(_ sentence: Int, _ hit: CueHit) -> Bool {
    Self.hubs.contains(reading.tokens[hit.tokens.lowerBound].key) && holds(Self.downloads, sentence)
      && holds(Self.anaphora, sentence) && !isSaidOfData(sentence, hit) && !isPartOfAddress(hit)
  }

  private static let downloads = CueSet(["downloaded", "obtained", "loaded", "retrieved", "taken"])
  private static let anaphora = CueSet([
    "this model", "the model", "its weights", "the weights", "the pre trained model", "the pretrained model",
    "its checkpoint", "the checkpoint",
  ])

  /// An address of weights in a sentence on the model or in its footnote, unless another model's name is nearer.
  func weightsAddress() -> DetailFinding? {
    for sentence in near {
      let number = reading.sentences[sentence].block
      guard reading.outlines[number].form == .footnote || !reading.manuscript.blocks[number].marks.isEmpty else {
        continue
      }
      let block = reading.manuscript.blocks[number]
      for mark in block.marks {
        guard case .link(let url) = mark.kind, let token = token(at: mark.text.lowerBound, inSentence: sentence),
          isWeightsAddress(url.lowercased(), sentence), isMine(token..<(token + 1), sentence)
        else { continue }
        return DetailFinding(
          state: .present, value: url, span: SourceSpan(file: block.span.file, range: block.source(of: mark)))
      }
      if block.kind == .footnote, let url = writtenAddress(inSentence: sentence), isWeightsAddress(url, sentence) {
        return finding(.present, at: sentence)
      }
    }
    return nil
  }

  /// The sentence's token at or after a place in its block's text; nil for places outside of the sentence.
  private func token(at offset: Int, inSentence sentence: Int) -> Int? {
    let tokens = reading.sentences[sentence].tokens
    guard let first = tokens.first, offset >= Int(reading.tokens[first].start) else { return nil }
    return tokens.first { Int(reading.tokens[$0].end) > offset }
  }

  /// An address that a sentence holds as plain text, in lower case.
  private func writtenAddress(inSentence sentence: Int) -> String? {
    reading.text(ofSentence: sentence).lowercased().split { $0 == " " || $0 == "\n" }.first { $0.hasPrefix("http") }
      .map(String.init)
  }

  private func isWeightsAddress(_ url: String, _ sentence: Int) -> Bool {
    url.holds("huggingface.co/") && !url.holds("/datasets/") || url.holds("tfhub") || url.holds("modelscope")
      || url.holds("kaggle.com/models") || mentionsModel(url)
      || url.holds("zenodo") && reading.has(.pretrained, inSentence: sentence)
  }

  /// The model's name is part of the address: its repository or site.
  private func mentionsModel(_ url: String) -> Bool {
    let name = model.name.lowercased().filter { $0.isLetter || $0.isNumber }
    guard name.count >= 5, !url.holds("arxiv"), !url.holds("doi.org") else { return false }
    return url.filter { $0.isLetter || $0.isNumber }.holds(name)
  }

  /// The words stand in a sentence that names the model and is about its weights, not about data or code.
  func saysWhere(_ sentence: Int, _ hit: CueHit) -> Bool {
    guard naming.contains(sentence) || isCode(sentence) || opensWithWeights(sentence), !isSaidOfData(sentence, hit),
      !isPartOfAddress(hit), !isSaidOfOutput(sentence, hit)
    else { return false }
    // "two open CLIP models" is no library.
    if reading.tokens[hit.tokens.lowerBound].key == Self.open { return isBehindPreposition(sentence, hit) }
    return hit.tokens.count >= 2 || reading.has(.pretrained, inSentence: sentence)
      || reading.has(.with, inSentence: sentence)
  }

  /// "The pre-trained weights were …": right behind a sentence that names the model, of its weights.
  private func opensWithWeights(_ sentence: Int) -> Bool {
    naming.contains(sentence - 1) && reading.sentences[sentence - 1].block == reading.sentences[sentence].block
      && Self.weights.first(in: reading.sentences[sentence].tokens.prefix(4), reading.tokens) != nil
  }

  private static let weights = CueSet([
    "weights", "checkpoint", "checkpoints", "pretrained parameters", "pre trained parameters", "model files",
  ])

  /// "Estimates were obtained from X": the model gave something; its own weights are not spoken of.
  private func isSaidOfOutput(_ sentence: Int, _ hit: CueHit) -> Bool {
    guard Self.outputVerbs.contains(reading.tokens[hit.tokens.lowerBound].key) else { return false }
    let first = reading.sentences[sentence].tokens.lowerBound
    if (first..<hit.tokens.lowerBound).contains(where: { Self.weightWords.contains(reading.tokens[$0].key) }) {
      return false
    }
    return model.mentions.contains {
      $0.sentence == sentence && (0...6).contains($0.tokens.lowerBound - hit.tokens.upperBound)
    }
  }

  private static let outputVerbs = KeySet(Lexicon.keys(of: "obtained taken provided"))
  private static let weightWords = KeySet(
    Lexicon.keys(of: "weights checkpoint checkpoints model models parameters network networks"))

  /// The host of an address, which `weightsAddress` judges.
  private func isPartOfAddress(_ hit: CueHit) -> Bool {
    guard reading.tokens[hit.tokens.lowerBound].flags.contains(.isInLink) else { return false }
    return [hit.tokens.lowerBound, hit.tokens.upperBound].contains { index in
      reading.tokens.indices.contains(index)
        && !reading.tokens[index].flags.isDisjoint(with: [.isJoined, .isHyphenated])
    }
  }

  /// "Data are available from …": what is said to stand there is data or code.
  private func isSaidOfData(_ sentence: Int, _ hit: CueHit) -> Bool {
    let first = max(reading.sentences[sentence].tokens.lowerBound, hit.tokens.lowerBound - 4)
    return (first..<hit.tokens.lowerBound).contains { Self.others.contains(reading.tokens[$0].key) }
  }

  private static let others = KeySet(
    Lexicon.keys(
      of:
        "data dataset datasets code scripts images sequences structures corpus annotations results labels values figures names"
    ))

  /// A hub that a sentence names for the models at large: "all checkpoints were taken from Hugging Face".
  func sharedPlace() -> DetailFinding? {
    guard !model.facets.isClosed, !model.facets.isWrappedTool else { return nil }
    return first(.weightsPlace, .wide) { sentence, hit in
      Self.hubs.contains(reading.tokens[hit.tokens.lowerBound].key) && isFromHub(sentence, hit)
        && !isPartOfAddress(hit) && !reading.has(.data, inSentence: sentence) && !isSaidOfData(sentence, hit)
        && (reading.has(.firstPerson, inSentence: sentence) || reading.has(.passive, inSentence: sentence))
    }
  }

  /// "from Hugging Face", "the Hugging Face repository", in a sentence on models; the library of that name is no place.
  private func isFromHub(_ sentence: Int, _ hit: CueHit) -> Bool {
    let tokens = reading.sentences[sentence].tokens
    let next = hit.tokens.upperBound
    if next < tokens.upperBound {
      if Self.libraries.contains(reading.tokens[next].key) { return false }
      if Self.places.contains(reading.tokens[next].key) { return true }
    }
    return isBehindPreposition(sentence, hit) && Self.models.first(in: tokens, reading.tokens) != nil
  }

  /// "from", "on" or "through" stands at most two tokens before.
  private func isBehindPreposition(_ sentence: Int, _ hit: CueHit) -> Bool {
    let before = max(reading.sentences[sentence].tokens.lowerBound, hit.tokens.lowerBound - 2)
    return (before..<hit.tokens.lowerBound).contains { Self.prepositions.contains(reading.tokens[$0].key) }
  }

  private static let open = Lexicon.keys(of: "open").first

  private static let hubs = KeySet(
    Lexicon.keys(of: "hugging huggingface torchvision timm torch tensorflow tfhub modelscope"))
  private static let libraries = KeySet(
    Lexicon.keys(of: "transformers library trainer tokenizers accelerate datasets api"))
  private static let places = KeySet(Lexicon.keys(of: "hub repository model models"))
  private static let prepositions = KeySet(Lexicon.keys(of: "from on via through at using in"))
  private static let models = CueSet([
    "models", "weights", "checkpoints", "encoders", "backbones", "networks", "language models", "llms",
  ])

  /// A work cited for the model itself that is a repository of weights or its own, or a release of software.
  func citedRelease() -> DetailFinding? {
    for citation in hungCitations {
      for key in citation.keys {
        guard let work = reading.works[key],
          work.type == "software" || isWeightsHost((work.url + " " + work.note).lowercased())
        else { continue }
        return DetailFinding(state: .present, value: work.url.isEmpty ? work.title : work.url, span: citation.span)
      }
    }
    return nil
  }

  private func isWeightsHost(_ url: String) -> Bool {
    url.holds("huggingface.co/") || url.holds("zenodo") || url.holds("github.com") && mentionsModel(url)
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
  private static let normalisationKeys = KeySet(
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
