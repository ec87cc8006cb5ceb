import Manuscripts

extension DetailSearch {
  /// A month and a year beside words of querying, and of the model's own use where the sentence does not name it.
  func hasDateOfUse(_ sentence: Int) -> Bool {
    let isNear = near.contains(sentence)
    guard isNear || !reading.kinds(inSentence: sentence).isDisjoint(with: Self.querying),
      reading.has(.month, inSentence: sentence) && hasYear(sentence) || hasDate(sentence)
    else { return false }
    return !isAccessToData(sentence) && !(isNear && isAboutData(sentence))
  }

  private static let querying: CueKinds = [.api, .webRun, .prompt]

  /// "Records were last accessed in May 2024": a collection that was downloaded.
  private func isAccessToData(_ sentence: Int) -> Bool {
    guard !naming.contains(sentence) else { return false }
    return Self.collections.first(in: reading.sentences[sentence].tokens.prefix(3), reading.tokens) != nil
  }

  private static let collections = CueSet([
    "data", "images", "sequences", "records", "structures", "the database", "databases", "archives", "datasets",
  ])

  /// "Images were collected between March and May 2021".
  private func isAboutData(_ sentence: Int) -> Bool {
    !naming.contains(sentence)
      && (reading.has(.data, inSentence: sentence) || reading.has(.counted, inSentence: sentence))
  }

  /// "GPT-4 (August 2024)", not the date of its release.
  func hasMonthOfYear(_ sentence: Int) -> Bool {
    guard reading.has(.month, inSentence: sentence), hasYear(sentence) else { return false }
    return Self.releases.first(in: reading.sentences[sentence].tokens, reading.tokens) == nil
  }

  private static let releases = CueSet([
    "released", "release date", "introduced", "launched", "announced", "published", "debuted", "cutoff", "cut off",
    "trained on data up to",
  ])

  /// The day of access in a cited work's note.
  func citedAccessDate() -> DetailFinding? {
    for sentence in naming {
      for citation in citations(inSentence: sentence) {
        for key in citation.keys {
          guard let work = reading.works[key], !work.note.isEmpty else { continue }
          let note = work.note.lowercased()
          guard note.contains("accessed") || note.contains("retrieved") else { continue }
          return DetailFinding(state: .present, value: work.note, span: citation.span)
        }
      }
    }
    return nil
  }

  /// The sentence tells of a training, and this model was not trained: what it says belongs to the models that were.
  func isOthersTraining(_ sentence: Int) -> Bool {
    guard !model.facets.patterns.contains(.adaptation), !model.facets.patterns.contains(.conceptual),
      !naming.contains(sentence)
    else { return false }
    return tellsTraining(sentence)
  }

  /// Words of training in the sentence, or in the caption or rows of its table.
  private func tellsTraining(_ sentence: Int) -> Bool {
    if hasTrainingCue(sentence) { return !ground.owners.speaksForAll(sentence) }
    guard let float = reading.outline(ofSentence: sentence).float else { return false }
    return ground.blocks(ofFloat: float).contains { reading.blockSentences[$0].contains(where: hasTrainingCue) }
  }

  private func hasTrainingCue(_ sentence: Int) -> Bool {
    reading.cues(inSentence: sentence).contains {
      switch $0.cue {
      case .training, .fineTuning, .optimiserName, .trainingSpan, .batchSize: true
      default: false
      }
    }
  }

  /// A machine; those of a simulation are none.
  func isHardware(_ sentence: Int, _ hit: CueHit) -> Bool {
    if isOthersTraining(sentence) || !MachineSearch(reading: reading).isMachine(hit, sentence) { return false }
    return naming.contains(sentence) || !holds(Self.simulations, sentence)
  }

  private static let simulations = CueSet([
    "molecular dynamics", "md simulation", "md simulations", "gromacs", "openmm", "amber", "namd", "lammps", "desmond",
    "finite element", "monte carlo", "dft", "ab initio", "hydrodynamic", "n body",
  ])

  /// A library's name with a version number right behind it; for a model that runs elsewhere only beside its name.
  func libraryVersion() -> DetailFinding? {
    let isRemote = isRemote
    var number = 0
    let found = hit(of: .runtime, .wide) { sentence, hit in
      guard !isOthersTraining(sentence), !isRemote || naming.contains(sentence),
        let place = versionNumber(after: hit.tokens, sentence, isLibrary: true)
      else { return false }
      number = place
      return true
    }
    return found.map { sentence, hit in present(hit.tokens.lowerBound..<(number + 1), sentence) }
  }

  /// The number with a point behind a library's name, with nothing but signs and "version" between.
  private func versionNumber(after tokens: Range<Int>, _ sentence: Int, isLibrary: Bool) -> Int? {
    let end = min(tokens.upperBound + 4, reading.sentences[sentence].tokens.upperBound)
    if !reading.tokens[tokens.lowerBound].flags.isDisjoint(with: [.isHyphenated, .isInLink]) { return nil }
    for index in tokens.upperBound..<max(end, tokens.upperBound) {
      let token = reading.tokens[index]
      switch token.kind {
      case .number:
        let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
        return bytes.contains(0x2E) ? index : nil
      case .punctuation, .citation: continue
      case .cellBorder: if !isLibrary { return nil }
      case .word: if !Self.versionWords.contains(token.key) { return nil }
      case .textualCitation, .formula: return nil
      }
    }
    return nil
  }

  private static let versionWords = KeySet(Lexicon.keys(of: "version v release library package"))

  /// A tool with its own version.
  func toolVersion() -> DetailFinding? {
    guard model.facets.isWrappedTool else { return nil }
    for mention in model.mentions {
      if let number = versionNumber(after: mention.tokens, mention.sentence, isLibrary: false) {
        return present(mention.tokens.lowerBound..<(number + 1), mention.sentence)
      }
    }
    return nil
  }

  /// The vendor runs the model: no framework of the study does.
  private var isRemote: Bool {
    var prompting = self
    prompting.concern = .promptedModels
    return model.facets.isClosed || prompting.isReachedByAPI
  }

  private static let clients = ["openai", "anthropic", "google-generativeai", "mistralai"]
  private static let frameworks = [
    "torch", "pytorch", "tensorflow", "keras", "transformers", "jax", "vllm", "sentence-transformers", "timm",
    "reticulate",
  ]

  /// A deep-learning library that a lockfile pins, or for a model that runs elsewhere the library that asks it.
  func pinnedLibrary() -> DetailFinding? {
    for name in isRemote ? Self.clients : Self.frameworks {
      if let package = reading.pinnedPackages[name] {
        return DetailFinding(state: .present, value: "\(package.name) \(package.version) (\(package.file))", span: nil)
      }
    }
    return pinnedTool()
  }
}
