import Manuscripts

extension DetailSearch {
  var naming: [Int] { scope.naming }
  var near: [Int] { scope.near }
  var wide: [Int] { scope.wide }

  /// The sentences right before and after those that name the model, in their blocks.
  var neighbours: [Int] {
    let named = Set(naming)
    return near.filter { sentence in
      !named.contains(sentence) && (named.contains(sentence - 1) || named.contains(sentence + 1))
        && [sentence - 1, sentence + 1].contains {
          named.contains($0) && reading.sentences[$0].block == reading.sentences[sentence].block
        }
    }
  }

  /// "650M parameters", "141.9 million parameters".
  func parameterCount(in sentences: [Int]) -> DetailFinding? {
    for sentence in sentences {
      let bounds = reading.sentences[sentence].tokens
      for index in bounds where Self.parameterKeys.contains(reading.tokens[index].key) {
        let start = max(bounds.lowerBound, index - 3)
        if let number = (start..<index).first(where: { reading.tokens[$0].kind == .number }) {
          return present(number..<(index + 1), sentence)
        }
      }
    }
    return nil
  }

  private static let parameterKeys = Set(Lexicon.keys(of: "parameters parameter params"))

  /// A date of at least four digits, or year-month-day, hung on the name.
  func hasDate(_ mention: Mention) -> Bool {
    let block = reading.sentences[mention.sentence].block
    return mention.tokens.contains { index in
      let token = reading.tokens[index]
      guard token.kind == .number, token.range.count >= 4, token.range.count <= 8 else { return false }
      return reading.bytes(ofToken: index, inBlock: block).allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// `FreeSurfer 8.0.0`: a number with two points after a tool's name.
  func hasReleaseNumber(_ mention: Mention) -> Bool {
    let sentence = reading.sentences[mention.sentence]
    let last = mention.tokens.upperBound
    for index in max(mention.tokens.lowerBound, last - 2)..<min(last + 2, sentence.tokens.upperBound)
    where reading.tokens[index].kind == .number {
      let points = reading.bytes(ofToken: index, inBlock: sentence.block).filter { $0 == 0x2E }.count
      if points >= 2 || points == 1 && model.facets.isWrappedTool && index >= last { return true }
    }
    return false
  }

  /// "version 1.2", "revision 8a3f2c1", `v2.0.1`, in a sentence that names the model.
  func version(in sentences: [Int]) -> DetailFinding? {
    let named = Set(naming)
    for sentence in sentences where named.contains(sentence) || isCode(sentence) {
      for hit in reading.cues(inSentence: sentence) where hit.cue == .version {
        let next = hit.tokens.upperBound
        guard next < reading.sentences[sentence].tokens.upperBound, isVersionNumber(next, sentence),
          isNear(hit.tokens, sentence)
        else { continue }
        return present(hit.tokens.lowerBound..<(next + 1), sentence)
      }
    }
    return nil
  }

  /// Digits with a point, a date, or a hexadecimal revision.
  private func isVersionNumber(_ index: Int, _ sentence: Int) -> Bool {
    let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
    if reading.tokens[index].kind == .number { return bytes.contains(0x2E) || bytes.count >= 4 }
    return false
  }

  /// The model's name stands at most this many tokens before the words.
  private func isNear(_ tokens: Range<Int>, _ sentence: Int) -> Bool {
    model.mentions.contains { $0.sentence == sentence && abs($0.tokens.upperBound - tokens.lowerBound) <= 8 }
  }

  /// A tool whose version a lockfile beside the manuscript pins.
  func pinnedTool() -> DetailFinding? {
    guard model.facets.isWrappedTool, let package = reading.pinnedPackages[model.name.lowercased()] else { return nil }
    return DetailFinding(state: .present, value: "\(package.name) \(package.version) (\(package.file))", span: nil)
  }

  func isWeightsAddress(_ url: String) -> Bool {
    url.contains("huggingface.co/") && !url.contains("/datasets/") || url.contains("zenodo") || url.contains("tfhub")
      || url.contains("modelscope")
      || url.contains("kaggle.com/models") || url.contains("github.com") && mentionsModel(url)
  }

  private func mentionsModel(_ url: String) -> Bool {
    let name = model.name.lowercased().filter { $0.isLetter || $0.isNumber }
    return url.filter { $0.isLetter || $0.isNumber }.contains(name)
  }

  /// The words stand in a sentence that names the model and is about its weights, not about data or code.
  func saysWhere(_ sentence: Int, _ hit: CueHit) -> Bool {
    guard naming.contains(sentence) || isCode(sentence) else { return false }
    return hit.tokens.count >= 2 || reading.has(.pretrained, inSentence: sentence)
      || reading.has(.with, inSentence: sentence)
  }

  /// A cited work that is a dated release of a repository.
  func citedRelease() -> DetailFinding? {
    for sentence in naming {
      for citation in citations(inSentence: sentence) {
        for key in citation.keys {
          guard let work = reading.works[key],
            work.type == "software" || work.url.contains("huggingface.co/") || work.url.contains("zenodo")
          else { continue }
          return DetailFinding(state: .present, value: work.url.isEmpty ? work.title : work.url, span: citation.span)
        }
      }
    }
    return nil
  }

  func citation(in sentences: [Int]) -> DetailFinding? {
    for sentence in sentences {
      guard let citation = citations(inSentence: sentence).first else { continue }
      return DetailFinding(state: .present, value: citation.keys.joined(separator: ", "), span: citation.span)
    }
    return nil
  }

  /// "pre-trained on ImageNet", not the data set alone; "ImageNet normalisation" is preprocessing.
  func isAboutPretraining(_ sentence: Int, _ hit: CueHit) -> Bool {
    let next = hit.tokens.upperBound
    guard next < reading.sentences[sentence].tokens.upperBound else { return true }
    return !Self.normalisationKeys.contains(reading.tokens[next].key)
  }

  private static let normalisationKeys = Set(
    ["normalisation", "normalization", "statistics", "mean", "means"].flatMap(Lexicon.keys(of:)))

  func hasYear(_ sentence: Int) -> Bool {
    let block = reading.sentences[sentence].block
    return reading.sentences[sentence].tokens.contains { index in
      let bytes = reading.bytes(ofToken: index, inBlock: block)
      return bytes.count == 4 && bytes.starts(with: [0x32, 0x30]) && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// An access date in the bibliography entry that is cited beside the name.
  func citedAccessDate() -> DetailFinding? {
    for sentence in naming {
      for citation in citations(inSentence: sentence) {
        for key in citation.keys {
          guard let work = reading.works[key],
            work.note.lowercased().contains("accessed") || work.note.lowercased().contains("retrieved")
          else { continue }
          return DetailFinding(state: .present, value: work.note, span: citation.span)
        }
      }
    }
    return nil
  }
}
