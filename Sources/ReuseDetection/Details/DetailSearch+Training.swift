import Manuscripts

extension DetailSearch {
  /// "4,210 images": a number of at least two digits before counted items, at most two words apart.
  func count(in sentences: [Int]) -> DetailFinding? {
    for sentence in sentences where isTold(sentence) && !isCode(sentence) {
      let bounds = reading.sentences[sentence].tokens
      for hit in reading.cues(inSentence: sentence) where hit.cue == .counted {
        for index in max(bounds.lowerBound, hit.tokens.lowerBound - 3)..<hit.tokens.lowerBound
        where isCount(index, sentence) {
          return present(index..<hit.tokens.upperBound, sentence)
        }
      }
    }
    return nil
  }

  private func isCount(_ index: Int, _ sentence: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .number, !token.flags.contains(.isHyphenated), !token.flags.contains(.isJoined) else {
      return false
    }
    let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
    return bytes.filter { (0x30...0x39).contains($0) }.count >= 2 && !bytes.contains(0x2E)
  }

  /// Seeds of a projection or a clustering are not the training's.
  func isOtherSeed(_ sentence: Int) -> Bool {
    !Self.otherSeeds.matches(in: reading.sentences[sentence].tokens, reading.tokens).isEmpty
  }

  private static let otherSeeds = CueSet([
    "umap", "t sne", "tsne", "k means", "seed region", "seed regions", "seed dispersal", "seed bank", "seeds of",
  ])

  /// Words such as CPU are hardware in any sentence; "titan" and "t4" only beside others or a number.
  func isHardware(_ sentence: Int, _ hit: CueHit) -> Bool {
    let words = Set(["hour", "hours", "day", "days", "md", "simulation", "simulations"].flatMap(Lexicon.keys(of:)))
    return !reading.sentences[sentence].tokens.contains {
      words.contains(reading.tokens[$0].key) && reading.has(.derivedData, inSentence: sentence)
    }
  }

  func isAvailability(_ sentence: Int) -> Bool { reading.sectionKind(ofSentence: sentence) == .availability }

  /// The state that an availability sentence speaks of.
  func availability(of sentence: Int) -> DetailFinding {
    let isPromised = reading.has(.onRequest, inSentence: sentence)
    return DetailFinding(
      state: isPromised ? .declaredUnavailable : .present, value: nil, span: reading.span(ofSentence: sentence))
  }

  /// A repository or archive named with the code, or a link to one in the own work.
  func codePlace() -> DetailFinding? {
    let told = reading.sentences.indices.filter { sentence in
      switch reading.sectionKind(ofSentence: sentence) {
      case .relatedWork, .references: false
      default: true
      }
    }
    if let sentence = told.first(where: { isCodePlace($0) }) {
      return DetailFinding(state: .present, value: nil, span: reading.span(ofSentence: sentence))
    }
    return link(
      in: told.filter {
        reading.has(.code, inSentence: $0) || isAvailability($0) || reading.has(.firstPerson, inSentence: $0)
      }
    ) {
      $0.contains("github.com") || $0.contains("gitlab") || $0.contains("zenodo") || $0.contains("osf.io")
        || $0.contains("codeberg")
    }
  }

  private func isCodePlace(_ sentence: Int) -> Bool {
    func has(_ cue: Cue) -> Bool { reading.has(cue, inSentence: sentence) }
    guard has(.code), has(.codePlace), !has(.onRequest) else { return false }
    return !has(.otherAuthors) || has(.firstPerson) || isAvailability(sentence)
  }

  /// "Code will be released upon acceptance".
  func promisedCode() -> DetailFinding? {
    guard let sentence = both(.code, .onRequest, in: Array(reading.sentences.indices)) else { return nil }
    return DetailFinding(state: .declaredUnavailable, value: nil, span: reading.span(ofSentence: sentence))
  }

  /// A library's name with a version number right behind it.
  func libraryVersion(in sentences: [Int]) -> DetailFinding? {
    for sentence in sentences where isTold(sentence) {
      let bounds = reading.sentences[sentence].tokens
      for hit in reading.cues(inSentence: sentence) where hit.cue == .runtime {
        for index in hit.tokens.upperBound..<min(hit.tokens.upperBound + 4, bounds.upperBound)
        where reading.tokens[index].kind == .number {
          let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
          if bytes.contains(0x2E) { return present(hit.tokens.lowerBound..<(index + 1), sentence) }
        }
      }
    }
    return nil
  }

  /// A deep-learning library that a lockfile pins.
  func pinnedLibrary() -> DetailFinding? {
    for name in [
      "torch", "pytorch", "tensorflow", "keras", "transformers", "jax", "vllm", "openai", "sentence-transformers",
      "timm", "reticulate",
    ] {
      if let package = reading.pinnedPackages[name] {
        return DetailFinding(state: .present, value: "\(package.name) \(package.version) (\(package.file))", span: nil)
      }
    }
    return pinnedTool()
  }
}
