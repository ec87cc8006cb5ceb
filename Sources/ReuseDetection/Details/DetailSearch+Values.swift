import Manuscripts

extension DetailSearch {
  /// Every value that the project gives for the model's quantities, in order of the quantities, then of the text.
  func values() -> [DetailValue] {
    var values: [DetailValue] = []
    let patterns = model.facets.patterns
    if patterns.contains(.adaptation) || patterns.contains(.conceptual) {
      values += trainingItems()
      values += numbers(of: .trainingSpan, isBefore: true) { isEpochs($0) ? .epochs : .steps }
      values += numbers(of: .batchSize) { _ in .batchSize }
      values += numbers(of: .learningRate) { _ in .learningRate }
      values += hits(of: .seedWord).compactMap(seed)
      values += cells()
    }
    if model.facets.isPrompted {
      values += numbers(of: .sampling, quantity: sampling)
    }
    values += machines()
    var seen: Set<DetailValue.Place> = []
    return values.filter { seen.insert($0.place).inserted }
  }

  /// All hits of a cue that may be said of the model, in reading order.
  ///
  /// - Parameter shared: the hits in sentences of own work to choose from, where not all are of use.
  private func hits(of cue: Cue, among shared: [DetailGround.SharedHit]? = nil) -> [(sentence: Int, hit: CueHit)] {
    var found: [(sentence: Int, hit: CueHit)] = []
    for sentence in near where isTold(sentence) && !isExcepted(sentence) {
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
    return found.sorted { $0.hit.tokens.lowerBound < $1.hit.tokens.lowerBound }
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
      guard let number = setting(behind: hit.tokens, sentence) else { return nil }
      return value(quantity, span(hit.tokens, number, sentence), number: number, sentence)
    }
  }

  /// "3 epochs", "3 training epochs".
  private func numberBefore(_ hit: CueHit, _ sentence: Int) -> Int? {
    let first = reading.sentences[sentence].tokens.lowerBound
    return [hit.tokens.lowerBound - 1, hit.tokens.lowerBound - 2].first {
      $0 >= first && reading.tokens[$0].kind == .number && !reading.tokens[$0].flags.contains(.isHyphenated)
    }
  }

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
    return hits(of: .hardware).compactMap { sentence, hit in
      guard hit.tokens.lowerBound >= end, isHardware(sentence, hit) else { return nil }
      let tokens = machine(sentence, hit)
      end = tokens.upperBound
      return value(.hardware, tokens, number: nil, sentence)
    }
  }

  /// A machine's name with the count before it and the memory behind it.
  private func machine(_ sentence: Int, _ hit: CueHit) -> Range<Int> {
    let bounds = reading.sentences[sentence].tokens
    let before = hit.tokens.lowerBound - 1
    var end = hit.tokens.upperBound
    while end < bounds.upperBound, isHardwarePart(end, sentence) { end += 1 }
    let start = before >= bounds.lowerBound && reading.tokens[before].kind == .number ? before : hit.tokens.lowerBound
    return start..<end
  }

  /// What goes on with a machine's name: digits hung on it, memory, another word of hardware.
  private func isHardwarePart(_ index: Int, _ sentence: Int) -> Bool {
    let token = reading.tokens[index]
    if token.kind == .number || Self.machineWords.contains(token.key) { return true }
    return reading.cues(inSentence: sentence).contains { $0.cue == .hardware && $0.tokens.contains(index) }
  }

  private static let machineWords = Set(Lexicon.keys(of: "tesla geforce rtx gb ram ti a h v gpu gpus"))

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

  /// The token after what hangs on a number: the exponent of "10^-4".
  private func endOfFormula(_ number: Int, _ sentence: Int) -> Int {
    let end = reading.sentences[sentence].tokens.upperBound
    guard number + 1 < end, reading.tokens[number + 1].key == 0x5E else { return number + 1 }
    var next = number + 1
    while next < end, next <= number + 4, !reading.tokens[next].flags.isDisjoint(with: [.isJoined, .isHyphenated]) {
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
  private static let joiners = Set([0x2C] + Lexicon.keys(of: "and or to"))

  /// The key of a counted noun without its plural.
  private func singular(_ index: Int, _ sentence: Int) -> UInt64 {
    let word = reading.text(index..<(index + 1), inBlock: reading.sentences[sentence].block).lowercased()
    return Lexicon.keys(of: word.hasSuffix("s") ? String(word.dropLast()) : word).first ?? 0
  }

  private static let epochs = Set(Lexicon.keys(of: "epoch epochs"))
  private static let temperature = Lexicon.keys(of: "temperature").first
  private static let top = Lexicon.keys(of: "top").first
  private static let probability = Lexicon.keys(of: "p").first
}
