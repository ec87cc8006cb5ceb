import Manuscripts

/// What the row of a table that names a model says about whose numbers it holds.
struct TableRowFacts {
  /// A number stands in the row beside the name.
  let hasNumbers: Bool
  /// A citation stands in the name's own cell: most often the model's paper.
  let isNameCited: Bool
  /// A citation stands in another cell: the source of the numbers.
  let isCitedElsewhere: Bool
  /// The table's caption says that the numbers were reported by others.
  let isReportedByCaption: Bool

  init(of mention: CandidateMention, in reading: ReadManuscript) {
    let whole = reading.sentences[mention.sentence].tokens
    let row =
      max(
        whole.lowerBound, mention.tokens.lowerBound - Self.rowReach)..<min(
        whole.upperBound, mention.tokens.upperBound + Self.rowReach)
    let cell = Self.cell(of: mention, in: row, reading.tokens)
    var hasNumbers = false
    var isNameCited = false
    var isCitedElsewhere = false
    for index in row where !mention.tokens.contains(index) {
      switch reading.tokens[index].kind {
      case .number: hasNumbers = true
      case .citation, .textualCitation:
        if cell.contains(index) { isNameCited = true } else { isCitedElsewhere = true }
      case .word, .punctuation, .formula, .cellBorder: break
      }
    }
    self.hasNumbers = hasNumbers
    self.isNameCited = isNameCited
    self.isCitedElsewhere = isCitedElsewhere
    isReportedByCaption = Self.captionHas(.reported, of: mention, in: reading)
  }

  private static func cell(of mention: CandidateMention, in row: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    var start = mention.tokens.lowerBound
    while start > row.lowerBound, tokens[start - 1].kind != .cellBorder { start -= 1 }
    var end = mention.tokens.upperBound
    while end < row.upperBound, tokens[end].kind != .cellBorder { end += 1 }
    return start..<end
  }

  /// How far a row is read on either side of the name, in tokens.
  private static let rowReach = 120

  /// How many blocks a caption may stand from a row of its table.
  private static let captionReach = 60

  /// True when the caption of the table that a mention stands in has a cue.
  static func captionHas(_ cue: Cue, of mention: CandidateMention, in reading: ReadManuscript) -> Bool {
    let home = reading.sentences[mention.sentence].block
    guard let float = reading.outlines[home].float else { return false }
    let blocks = reading.outlines
    for index in max(0, home - captionReach)..<min(blocks.count, home + captionReach)
    where blocks[index].float == float && blocks[index].form == .caption {
      for sentence in reading.blockSentences[index] where reading.has(cue, inSentence: sentence) { return true }
    }
    return false
  }
}
