import Manuscripts

/// Finds proper names of data: "the SST-2 benchmark", "the Tabula Sapiens cohort".
struct DataNames {
  let reading: ReadManuscript

  /// The first token of the capitals, digits and what hangs on them before a noun; nil for none, and for the sentence's
  /// own capital.
  func start(before hit: CueHit, _ sentence: Int) -> Int? {
    guard Self.dataNouns.contains(reading.tokens[hit.tokens.upperBound - 1].key) else { return nil }
    let first = reading.sentences[sentence].tokens.lowerBound
    var start = hit.tokens.lowerBound
    while start > first, hit.tokens.lowerBound - start < Self.longestName, isNamePart(start - 1, sentence) {
      start -= 1
    }
    while start < hit.tokens.lowerBound, isPlainCapital(start, sentence) { start += 1 }
    let isNamed = (start..<hit.tokens.lowerBound).contains { !Self.noNames.contains(reading.tokens[$0].key) }
    return isNamed ? start : nil
  }

  /// Words that stand before a noun of data and name nothing.
  static let noNames = KeySet(
    Lexicon.keys(of: "the our this these both all each train training test testing validation val table figure"))

  private func isNamePart(_ index: Int, _ sentence: Int) -> Bool {
    let token = reading.tokens[index]
    switch token.kind {
    case .word:
      return token.flags.contains(.isCapitalised) || reading.tokens[index + 1].flags.contains(.isHyphenated)
    case .number: return !token.flags.isDisjoint(with: [.isJoined, .isHyphenated])
    case .punctuation, .citation, .textualCitation, .formula, .cellBorder: return false
    }
  }

  /// A capital that begins a sentence, a number, or lower-case letters that open the run.
  private func isPlainCapital(_ index: Int, _ sentence: Int) -> Bool {
    let token = reading.tokens[index]
    if token.kind == .number || !token.flags.contains(.isCapitalised) { return true }
    return index == reading.sentences[sentence].tokens.lowerBound && !token.flags.contains(.isUpperCase)
  }

  /// In tokens; "SST-2" is two.
  private static let longestName = 5
  private static let dataNouns = KeySet(
    Lexicon.keys(
      of: "dataset datasets set sets corpus corpora benchmark benchmarks database databases collection cohort cohorts"))
}
