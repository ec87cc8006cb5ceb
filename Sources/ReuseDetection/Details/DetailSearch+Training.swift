import Manuscripts

extension DetailSearch {
  /// A seed's number right behind the word, or hung on it: `seed = 42`, `seeds 0, 1 and 2`, `seed42`.
  func seedValue() -> DetailFinding? {
    var number = 0
    let found = hit(of: .seedWord, .wide) { sentence, hit in
      guard isTrainingSeed(sentence, hit), let place = seedNumber(after: hit, sentence)
      else { return false }
      number = place
      return true
    }
    return found.map { sentence, hit in present(span(hit.tokens, number, sentence), sentence) }
  }

  private static let seeded = Lexicon.keys(of: "seeded").first

  func seedNumber(after hit: CueHit, _ sentence: Int) -> Int? {
    if reading.tokens[hit.tokens.lowerBound].key == Self.seeded { return nil }
    // In a table the number may stand before the word in the model's own cell: "5 seeds" counts them.
    guard isInOwnColumn(hit.tokens.lowerBound, sentence) else { return nil }
    guard let index = setting(behind: hit.tokens, sentence), index >= hit.tokens.upperBound else { return nil }
    let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
    return bytes.contains(0x2E) || countsSomething(index, after: hit.tokens, sentence) ? nil : index
  }

  /// The number behind a word with nothing but signs and words of setting between: `= 42`, "was set to 42", `| 42`.
  func setting(behind tokens: Range<Int>, _ sentence: Int) -> Int? {
    if let column = ownColumn(inRow: sentence) { return ownNumber(inRow: sentence, column: column) }
    let end = min(tokens.upperBound + 8, reading.sentences[sentence].tokens.upperBound)
    var words = 0
    for index in tokens.upperBound..<max(end, tokens.upperBound) {
      let token = reading.tokens[index]
      switch token.kind {
      case .number: return index
      case .punctuation where token.key == 0x29: return nil
      case .punctuation, .cellBorder, .formula: continue
      case .word where token.flags.contains(.isInMath) && token.range.count == 1: continue
      case .word where Self.settingWords.contains(token.key) && words < 4: words += 1
      case .word, .citation, .textualCitation: return nil
      }
    }
    return nil
  }

  /// "seeds (25 evaluations)": in brackets, with a noun behind it.
  private func countsSomething(_ index: Int, after tokens: Range<Int>, _ sentence: Int) -> Bool {
    let next = index + 1
    guard (tokens.upperBound..<index).contains(where: { reading.tokens[$0].key == 0x28 }),
      next < reading.sentences[sentence].tokens.upperBound, reading.tokens[next].kind == .word
    else { return false }
    return !Self.listWords.contains(reading.tokens[next].key)
  }

  private static let listWords = KeySet(Lexicon.keys(of: "and or to through"))
  private static let settingWords = KeySet(
    Lexicon.keys(of: "of to set is was were at fixed as value values with s the random seeds seed i e namely"))

  /// Seeds of a projection, a clustering or a simulation are not the training's.
  func isTrainingSeed(_ sentence: Int, _ hit: CueHit) -> Bool {
    Self.otherSeeds.first(in: reading.sentences[sentence].tokens, reading.tokens) == nil
  }

  private static let otherSeeds = CueSet([
    "umap", "t sne", "tsne", "k means", "seed region", "seed regions", "seed dispersal", "seed bank", "seeds of",
    "bootstrap", "bootstrapping", "leiden", "louvain", "molecular dynamics", "md", "simulation", "simulations",
    "plant", "plants", "seedling", "seedlings", "permutation", "permutations",
  ])

  /// Epochs or steps with a number, else a batch size with a number behind it.
  func trainingLength(_ reach: Reach) -> DetailFinding? {
    if let span = first(.trainingSpan, withNumberWithin: 4, reach) { return span }
    for cue: Cue in [.trainingSpan, .batchSize] {
      if let cell = setting(inColumnOf: cue) { return present(cell.number..<(cell.number + 1), cell.sentence) }
    }
    var number = 0
    let found = hit(of: .batchSize, reach) { sentence, hit in
      guard let place = self.number(near: hit.tokens, within: 4, sentence), place >= hit.tokens.upperBound,
        !isOfReference(hit.tokens.upperBound..<place)
      else { return false }
      number = place
      return true
    }
    return found.map { sentence, hit in present(span(hit.tokens, number, sentence), sentence) }
  }

  /// "small batch sizes (Ba et al., 2016)": the number behind is a year.
  private func isOfReference(_ tokens: Range<Int>) -> Bool {
    tokens.contains { reading.tokens[$0].key == Self.others || reading.tokens[$0].kind == .textualCitation }
  }

  private static let others = Lexicon.keys(of: "al").first

  /// Hyper-parameters that stand in a supplement, or in configuration files of a repository that the text names.
  func delegatedRecipe() -> DetailFinding? {
    if let stated = delegated(.hyperparameters, .wide) { return stated }
    guard ground.codePlace != nil || ground.promisedCode != nil else { return nil }
    let held = sentence(with: .supplement, .wide) { sentence in
      Self.configurations.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
    }
    return held.map { finding(.delegated, at: $0) }
  }

  private static let configurations = CueSet([
    "configuration files", "configuration file", "config files", "config file", "training scripts", "training script",
    "full configuration", "full configurations", "training configuration", "training configurations", "yaml files",
  ])

  func isAvailability(_ sentence: Int) -> Bool { reading.sectionKind(ofSentence: sentence) == .availability }

  /// The state that an availability sentence speaks of.
  func availability(of sentence: Int) -> DetailFinding {
    finding(reading.has(.onRequest, inSentence: sentence) ? .declaredUnavailable : .present, at: sentence)
  }
}
