import Manuscripts

/// Finds numbers of counted items, and those that say how much data a training had.
struct CountSearch {
  let reading: ReadManuscript

  /// The number of a count, at most three tokens before what is counted.
  func count(before hit: CueHit, _ sentence: Int) -> Int? {
    let bounds = reading.sentences[sentence].tokens
    var reach = 3
    // "600 of our own images".
    while reach < 5, hit.tokens.lowerBound - reach > bounds.lowerBound,
      Self.fillers.contains(reading.tokens[hit.tokens.lowerBound - reach].key)
    {
      reach += 1
    }
    return (max(bounds.lowerBound, hit.tokens.lowerBound - reach)..<hit.tokens.lowerBound).first { number in
      isCount(number, sentence) && !isMeasure(number, before: hit)
        && !(number..<hit.tokens.lowerBound).contains { reading.tokens[$0].key == Self.closingBracket }
    }
  }

  /// "512-window sample": the number measures each, in a word with what it is hung on.
  private func isMeasure(_ number: Int, before hit: CueHit) -> Bool {
    number + 1 < hit.tokens.lowerBound && reading.tokens[number + 1].flags.contains(.isHyphenated)
      && reading.tokens[number + 1].kind == .word
  }

  private static let fillers = KeySet(Lexicon.keys(of: "of our own the"))

  /// "(1989) paper" counts nothing.
  private static let closingBracket: UInt64 = 0x29

  private func isCount(_ index: Int, _ sentence: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .number, !token.flags.contains(.isHyphenated), !isHungOnWord(index),
      !isPartOfName(index, sentence)
    else { return false }
    let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
    if isMultiplied(index, sentence) { return true }
    return bytes.filter { (0x30...0x39).contains($0) }.count >= 2 && !bytes.contains(0x2E)
  }

  /// "GPT4", not "(85".
  private func isHungOnWord(_ index: Int) -> Bool {
    index > 0 && reading.tokens[index].flags.contains(.isJoined) && reading.tokens[index - 1].kind == .word
  }

  /// "293T": letters that are no unit are joined to the digits.
  private func isPartOfName(_ index: Int, _ sentence: Int) -> Bool {
    guard index + 1 < reading.sentences[sentence].tokens.upperBound else { return false }
    let next = reading.tokens[index + 1]
    return next.kind == .word && next.flags.contains(.isJoined) && !Self.multipliers.contains(next.key)
  }

  /// "1.2 million", `10K`.
  private func isMultiplied(_ index: Int, _ sentence: Int) -> Bool {
    index + 1 < reading.sentences[sentence].tokens.upperBound
      && Self.multipliers.contains(reading.tokens[index + 1].key)
  }

  private static let multipliers = KeySet(Lexicon.keys(of: "k m million billion thousand"))

  /// The number of a count behind a verb of training, or behind a noun of data and what holds it.
  func trainingCount(before hit: CueHit, _ sentence: Int) -> (number: Int, isOfData: Bool)? {
    guard let number = count(before: hit, sentence),
      Self.otherCounts.first(in: reading.sentences[sentence].tokens, reading.tokens) == nil
    else { return nil }
    if isDataOf(number, sentence) { return (number, true) }
    return isTrainedOn(number, sentence) ? (number, false) : nil
  }

  /// The count may be of training data: not of a part that only tests, of a sequence's length or of what was left out.
  func isOfTraining(_ hit: CueHit, _ sentence: Int) -> Bool {
    let tokens = reading.sentences[sentence].tokens
    if Self.lengths.first(in: tokens, reading.tokens) != nil { return false }
    // What the released weights were trained on is another detail.
    if Self.pretraining.first(in: tokens, reading.tokens) != nil, !reading.has(.fineTuning, inSentence: sentence) {
      return false
    }
    if let number = count(before: hit, sentence), number > tokens.lowerBound,
      Self.distributives.contains(reading.tokens[number - 1].key)
    {
      return false
    }
    if hit.tokens.contains(where: { Self.lengthUnits.contains(reading.tokens[$0].key) }) {
      guard let number = count(before: hit, sentence), isMultiplied(number, sentence) else { return false }
    }
    return Self.testing.first(in: tokens, reading.tokens) == nil
      || Self.trained.first(in: tokens, reading.tokens) != nil
  }

  /// "leaving 522 samples", "a total of 1,200 slides".
  func isTally(_ sentence: Int) -> Bool {
    Self.tallies.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  private static let tallies = CueSet([
    "leaving", "remaining", "retained", "resulting in", "total of", "in total", "collected", "comprises", "comprised",
    "consists of", "consisted of", "contains", "contained", "sampled", "were included", "annotated", "downloaded",
  ])

  /// "more than 125K images": no size, but how large it may get.
  func isRough(_ sentence: Int) -> Bool {
    Self.rough.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  private static let rough = CueSet(["more than", "over", "up to", "hundreds of", "thousands of", "millions of"])

  /// The number of "n = 424" in a sentence.
  func sampleSize(_ sentence: Int) -> Range<Int>? {
    let tokens = reading.sentences[sentence].tokens
    for index in tokens where reading.tokens[index].key == Self.n && reading.tokens[index].kind == .word {
      let end = min(index + 4, tokens.upperBound)
      if let number = (index + 1..<end).first(where: { reading.tokens[$0].kind != .punctuation }),
        number > index + 1, isCount(number, sentence)
      {
        return index..<(number + 1)
      }
    }
    return nil
  }

  /// "4,210 leaves": three digits or more before a plural, where the noun is none that counts data elsewhere.
  func plainCount(_ sentence: Int) -> Range<Int>? {
    let tokens = reading.sentences[sentence].tokens
    for index in tokens.dropLast() where isCount(index, sentence) && isLarge(index, sentence) {
      for noun in index + 1..<min(index + 3, tokens.upperBound) {
        guard reading.tokens[noun].kind == .word else { break }
        if isPlural(noun, sentence) { return index..<(noun + 1) }
      }
    }
    return nil
  }

  /// Three digits or more, and no year.
  private func isLarge(_ index: Int, _ sentence: Int) -> Bool {
    let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
    guard bytes.filter({ (0x30...0x39).contains($0) }).count >= 3 else { return false }
    return bytes.count != 4 || !bytes.starts(with: "19".utf8) && !bytes.starts(with: "20".utf8)
  }

  private func isPlural(_ index: Int, _ sentence: Int) -> Bool {
    let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
    return bytes.count >= 4 && bytes.last == 0x73 && (bytes.first ?? 0) >= 0x61
      && !Self.measures.contains(reading.tokens[index].key)
  }

  /// Plurals of what is measured, not collected.
  private static let measures = KeySet(
    Lexicon.keys(
      of: """
        pixels voxels hours minutes seconds days weeks months years metres meters kilometres dimensions parameters
        features layers channels neurons units epochs steps iterations times classes categories genes variables words
        characters points nodes edges weights bits bytes degrees
        """))

  private static let n = Lexicon.keys(of: "n").first

  /// A number in a row that is headed by the training set, as a table of the parts of the data has it.
  func trainingCount(inRow sentence: Int) -> Int? {
    var cells = 0
    for index in reading.sentences[sentence].tokens {
      let token = reading.tokens[index]
      if token.kind == .cellBorder {
        cells += 1
      } else if cells == 0, !Self.trainingHeads.contains(token.key) {
        return nil
      }
      if cells > 0, isCount(index, sentence) { return index }
    }
    return nil
  }

  private static let trainingHeads = KeySet(
    Lexicon.keys(
      of: "train training set split data subset samples images examples sentences instances size number of n")
  )

  private static let lengthUnits = KeySet(Lexicon.keys(of: "token tokens"))
  private static let lengths = CueSet([
    "maximum length", "max length", "sequence length", "context length", "context window", "truncated", "at least",
    "fewer than", "less than", "at most", "maximum of", "minimum of",
  ])
  private static let pretraining = CueSet(["pre trained", "pretrained", "pre training", "pretraining"])
  /// "Across 20 cells", "per 100 images": what something was done to, not what there is.
  private static let distributives = KeySet(Lexicon.keys(of: "across per every each"))
  private static let testing = CueSet([
    "test set", "test sets", "test data", "test images", "test samples", "testing set", "testing data", "tested on",
    "evaluated on", "evaluate on", "evaluation set", "benchmarked on", "holdout", "hold out", "held out",
    "for testing", "for evaluation", "validation set", "external cohort", "external validation", "zero shot",
  ])
  private static let trained = CueSet([
    "train", "trained", "training", "fine tuned", "fine tuning", "fine tune", "finetuned", "finetuning", "split",
  ])

  /// A noun of data and "of", "with" or "contains" stand right before, words of totals between.
  private func isDataOf(_ number: Int, _ sentence: Int) -> Bool {
    var link = number - 1
    let first = reading.sentences[sentence].tokens.lowerBound
    if let total = Self.total.first(in: max(first, number - 3)..<number, reading.tokens), total.upperBound == number {
      link = total.lowerBound - 1
    }
    guard link > first, Self.holders.contains(reading.tokens[link].key) else { return false }
    while link > first, Self.holders.contains(reading.tokens[link].key) { link -= 1 }
    return reading.cues(inSentence: sentence).contains { $0.cue == .data && $0.tokens.contains(link) }
  }

  private static let total = CueSet(["a total of", "in total"])
  private static let holders = KeySet(
    Lexicon.keys(
      of: "of with contains containing contained comprises comprising comprised consists consisting includes"))

  /// A verb of training and "on", "with" or "using" stand at most six tokens before, in a sentence of one training.
  private func isTrainedOn(_ number: Int, _ sentence: Int) -> Bool {
    let tokens = reading.sentences[sentence].tokens
    let before = max(tokens.lowerBound, number - 6)..<number
    guard let link = before.last(where: { Self.links.contains(reading.tokens[$0].key) }) else { return false }
    return reading.cues(inSentence: sentence).contains {
      ($0.cue == .training || $0.cue == .fineTuning) && $0.tokens.upperBound <= link && link - $0.tokens.upperBound <= 5
    }
  }

  private static let links = KeySet(Lexicon.keys(of: "on with using"))
  /// Words of counts that are no training data's.
  private static let otherCounts = CueSet([
    "test", "tested", "testing", "validation", "validated", "tests", "evaluated", "evaluation", "held out", "augmented",
    "augmentation",
    "pre trained", "pretrained", "pre training", "pretraining", "per", "each", "respectively", "subset", "additional",
    "another", "further", "first", "second", "then", "stage", "phase", "previously", "class", "classes", "fold",
    "folds",
  ])
}
