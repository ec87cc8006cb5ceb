import Manuscripts

/// Finds numbers of counted items, and those that say how much data a training had.
struct CountSearch {
  let reading: ReadManuscript

  /// The number of a count, at most three tokens before what is counted.
  func count(before hit: CueHit, _ sentence: Int) -> Int? {
    let bounds = reading.sentences[sentence].tokens
    return (max(bounds.lowerBound, hit.tokens.lowerBound - 3)..<hit.tokens.lowerBound).first {
      isCount($0, sentence)
    }
  }

  private func isCount(_ index: Int, _ sentence: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .number, !token.flags.contains(.isHyphenated), !token.flags.contains(.isJoined) else {
      return false
    }
    let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[sentence].block)
    if isMultiplied(index, sentence) { return true }
    return bytes.filter { (0x30...0x39).contains($0) }.count >= 2 && !bytes.contains(0x2E)
  }

  /// "1.2 million", `10K`.
  private func isMultiplied(_ index: Int, _ sentence: Int) -> Bool {
    index + 1 < reading.sentences[sentence].tokens.upperBound
      && Self.multipliers.contains(reading.tokens[index + 1].key)
  }

  private static let multipliers = Set(Lexicon.keys(of: "k m million billion thousand"))

  /// The number of a count behind a verb of training, or behind a noun of data and what holds it.
  func trainingCount(before hit: CueHit, _ sentence: Int) -> (number: Int, isOfData: Bool)? {
    guard let number = count(before: hit, sentence),
      Self.otherCounts.first(in: reading.sentences[sentence].tokens, reading.tokens) == nil
    else { return nil }
    if isDataOf(number, sentence) { return (number, true) }
    return isTrainedOn(number, sentence) ? (number, false) : nil
  }

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
  private static let holders = Set(
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

  private static let links = Set(Lexicon.keys(of: "on with using"))
  /// Words of counts that are no training data's.
  private static let otherCounts = CueSet([
    "test", "tested", "testing", "validation", "validated", "tests", "evaluated", "evaluation", "held out", "augmented",
    "augmentation",
    "pre trained", "pretrained", "pre training", "pretraining", "per", "each", "respectively", "subset", "additional",
    "another", "further", "first", "second", "then", "stage", "phase", "previously", "class", "classes", "fold",
    "folds",
  ])
}
