import Manuscripts

extension DetailSearch {
  /// Every value that the project gives for the model's quantities, in order of the quantities, then of the text.
  func values() -> [DetailValue] {
    var values: [DetailValue] = []
    let patterns = model.facets.patterns
    if patterns.contains(.adaptation) || patterns.contains(.conceptual) {
      values += trainingItems()
      var recipes = self
      recipes.concern = .recipes
      values += recipes.recipeValues()
    }
    if model.facets.isPrompted {
      values += numbers(of: .sampling, quantity: sampling)
    }
    values += machines()
    var seen: Set<DetailValue.Place> = []
    return values.filter { seen.insert($0.place).inserted }
  }

  private func recipeValues() -> [DetailValue] {
    var values = numbers(of: .trainingSpan, isBefore: true) { isEpochs($0) ? .epochs : .steps }
    values += numbers(of: .batchSize) { _ in .batchSize }
    values += numbers(of: .learningRate) { _ in .learningRate }
    values += hits(of: .seedWord).compactMap(seed)
    return values + cells()
  }

  /// All hits of a cue that may be said of the model, in reading order; of a recipe that its own sections tell, no
  /// other section's.
  ///
  /// - Parameter shared: the hits in sentences of own work to choose from, where not all are of use.
  private func hits(of cue: Cue, among shared: [DetailGround.SharedHit]? = nil) -> [(sentence: Int, hit: CueHit)] {
    var found: [(sentence: Int, hit: CueHit)] = []
    for sentence in near where reading.has(cue, inSentence: sentence) && isTold(sentence) && !isExcepted(sentence) {
      for hit in reading.cues(inSentence: sentence)
      where hit.cue == cue && isMine(hit.tokens, sentence) && isInOwnColumn(hit.tokens.lowerBound, sentence) {
        found.append((sentence, hit))
      }
    }
    let known = Set(found.map(\.hit.tokens.lowerBound))
    for shared in shared ?? ground.sharedHits(of: cue)
    where !known.contains(shared.hit.tokens.lowerBound) && ground.named(inSentence: shared.sentence).isEmpty
      && ground.concerns(shared, model: query.index, among: concern)
    { found.append((shared.sentence, shared.hit)) }
    if concern == .recipes, found.contains(where: { isInOwnSection($0.sentence) }) {
      found.removeAll { !isInOwnSection($0.sentence) && isInOtherBody($0.sentence) }
    }
    return found.sorted { $0.hit.tokens.lowerBound < $1.hit.tokens.lowerBound }
  }

  /// Prose of the methods or results; summaries and tables of settings speak of all.
  private func isInOtherBody(_ sentence: Int) -> Bool {
    switch reading.outline(ofSentence: sentence).form {
    case .paragraph, .listItem: break
    case .title, .heading, .caption, .footnote, .quotation, .tableRow, .code, .metadata: return false
    }
    switch reading.sectionKind(ofSentence: sentence) {
    case .methods, .results, .other: return true
    case .frontMatter, .abstract, .introduction, .relatedWork, .discussion, .conclusion, .availability,
      .acknowledgements, .contributions, .appendix, .references:
      return false
    }
  }

  /// The numbers that hang on the hits of a cue: behind it with words of setting between, or right before it.
  private func numbers(
    of cue: Cue, isBefore: Bool = false, quantity: (CueHit) -> DetailValue.Quantity?
  ) -> [DetailValue] {
    hits(of: cue).compactMap { sentence, hit in
      guard cue != .sampling || isSampling(sentence, hit), let quantity = quantity(hit) else { return nil }
      if isBefore, let number = numberBefore(hit, sentence) {
        return value(quantity, number..<hit.tokens.upperBound, number: number, sentence)
      }
      // "Step 1,800 (Epoch 1.44)" counts where a training stood.
      if isBefore, !isPlural(hit, sentence) { return nil }
      guard let number = setting(behind: hit.tokens, sentence) else { return nil }
      return value(quantity, span(hit.tokens, number, sentence), number: number, sentence)
    }
  }

  private func isPlural(_ hit: CueHit, _ sentence: Int) -> Bool {
    reading.bytes(ofToken: hit.tokens.upperBound - 1, inBlock: reading.sentences[sentence].block).last == 0x73
  }

  /// "3 epochs", "3 training epochs".
  private func numberBefore(_ hit: CueHit, _ sentence: Int) -> Int? {
    let first = reading.sentences[sentence].tokens.lowerBound
    for number in [hit.tokens.lowerBound - 1, hit.tokens.lowerBound - 2] where number >= first {
      let token = reading.tokens[number]
      if token.kind == .number { return token.flags.contains(.isHyphenated) ? nil : number }
      // "patience of 3 consecutive epochs", "1,800 (Epoch 1.44)".
      if token.kind != .word || Self.othersSpans.contains(token.key) { return nil }
    }
    return nil
  }

  private static let othersSpans = KeySet(Lexicon.keys(of: "consecutive warmup warm every last first additional more"))

  /// The cells of the model's row under a column of settings.
  private func cells() -> [DetailValue] {
    let columns: [(Cue, DetailValue.Quantity)] = [
      (.trainingSpan, .epochs), (.batchSize, .batchSize), (.learningRate, .learningRate), (.seedWord, .seed),
    ]
    return columns.compactMap { cue, quantity in
      setting(inColumnOf: cue).map { sentence, number in
        value(quantity, number..<(number + 1), number: number, sentence)
      }
    }
  }

  private func isEpochs(_ hit: CueHit) -> Bool {
    hit.tokens.contains { Self.epochs.contains(reading.tokens[$0].key) }
  }

  private func sampling(_ hit: CueHit) -> DetailValue.Quantity? {
    switch reading.tokens[hit.tokens.lowerBound].key {
    case Self.temperature: .temperature
    case Self.top: reading.tokens[hit.tokens.upperBound - 1].key == Self.probability ? .topP : nil
    default: nil
    }
  }

  private func seed(_ sentence: Int, _ hit: CueHit) -> DetailValue? {
    guard isTrainingSeed(sentence, hit), let number = seedNumber(after: hit, sentence) else { return nil }
    return value(.seed, span(hit.tokens, number, sentence), number: number, sentence)
  }

  /// Counts of training data: "fine-tuned on 12,000 images", "a data set of 12,000 images".
  private func trainingItems() -> [DetailValue] {
    let search = CountSearch(reading: reading)
    return hits(of: .counted, among: ground.trainingCounts).compactMap { sentence, hit in
      guard let count = search.trainingCount(before: hit, sentence) else { return nil }
      let noun = singular(hit.tokens.upperBound - 1, sentence)
      let quantity: DetailValue.Quantity = count.isOfData ? .dataItems : .trainingItems
      return value(quantity, count.number..<hit.tokens.upperBound, number: count.number, sentence, noun: noun)
    }
  }

  /// Machines, each once though several words of it are cues.
  private func machines() -> [DetailValue] {
    var end = 0
    return hits(of: .hardware, among: ground.machines).compactMap { sentence, hit in
      guard hit.tokens.lowerBound >= end, isHardware(sentence, hit) else { return nil }
      let tokens = MachineSearch(reading: reading).machine(hit, sentence)
      end = tokens.upperBound
      return value(.hardware, tokens, number: nil, sentence)
    }
  }

  private func value(
    _ quantity: DetailValue.Quantity, _ tokens: Range<Int>, number: Int?, _ sentence: Int, noun: UInt64 = 0
  ) -> DetailValue {
    let block = reading.sentences[sentence].block
    let end = number.map { max(tokens.upperBound, endOfFormula($0, sentence)) } ?? tokens.upperBound
    let whole = tokens.lowerBound..<end
    return DetailValue(
      quantity: quantity, text: reading.text(whole, inBlock: block), amount: number.flatMap { amount($0, sentence) },
      noun: noun, sentence: sentence, span: reading.span(whole, inBlock: block), token: number ?? tokens.lowerBound)
  }

  /// Comma, full stop and closing bracket.
  private static let closers: KeySet = [0x2C, 0x2E, 0x29]
  private static let e = Lexicon.keys(of: "e").first

  /// The token after what hangs on a number: the exponent of "10^-4" and "1e^-4".
  private func endOfFormula(_ number: Int, _ sentence: Int) -> Int {
    let end = reading.sentences[sentence].tokens.upperBound
    var next = number + 1
    if next + 1 < end, reading.tokens[next].key == Self.e, reading.tokens[next].flags.contains(.isJoined) { next += 1 }
    guard next < end, reading.tokens[next].key == 0x5E else { return number + 1 }
    while next < end, next <= number + 5, !Self.closers.contains(reading.tokens[next].key),
      !reading.tokens[next].flags.isDisjoint(with: [.isJoined, .isHyphenated])
    {
      next += 1
    }
    return next
  }

  /// The number at a token; nil where more hangs on it ("10^-4") or it is one of several ("12 000", "10-20", "0, 1").
  private func amount(_ index: Int, _ sentence: Int) -> Double? {
    let end = reading.sentences[sentence].tokens.upperBound
    if index + 1 < end {
      let next = reading.tokens[index + 1]
      if next.kind == .number || next.flags.contains(.isJoined) && next.kind == .word || next.key == 0x5E { return nil }
      if index + 2 < end, reading.tokens[index + 2].kind == .number, Self.joiners.contains(next.key) { return nil }
    }
    return NumberText.amount(of: reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block))
  }

  /// Comma, "and", "or" and "to".
  private static let joiners = KeySet([0x2C] + Lexicon.keys(of: "and or to"))

  /// The key of a counted noun without its plural.
  private func singular(_ index: Int, _ sentence: Int) -> UInt64 {
    let word = reading.text(index..<(index + 1), inBlock: reading.sentences[sentence].block).lowercased()
    return Lexicon.keys(of: word.hasSuffix("s") ? String(word.dropLast()) : word).first ?? 0
  }

  private static let epochs = KeySet(Lexicon.keys(of: "epoch epochs"))
  private static let temperature = Lexicon.keys(of: "temperature").first
  private static let top = Lexicon.keys(of: "top").first
  private static let probability = Lexicon.keys(of: "p").first
}
