import Manuscripts

extension DetailSearch {
  /// The model's column in a row, where a row above gives each model a column of its own.
  func ownColumn(inRow sentence: Int) -> Int? {
    guard !scope.columns.isEmpty, isRow(sentence) else { return nil }
    return reading.outline(ofSentence: sentence).float.flatMap { scope.columns[$0] }
  }

  /// True when a token stands in a row's first cell or in the model's own column.
  func isInOwnColumn(_ token: Int, _ sentence: Int) -> Bool {
    guard let own = ownColumn(inRow: sentence) else { return true }
    let column = reading.column(ofToken: token, inSentence: sentence)
    return column == 0 || column == own
  }

  /// The number in the model's own column of a row.
  func ownNumber(inRow sentence: Int, column: Int) -> Int? {
    reading.cell(column, inSentence: sentence).first { reading.tokens[$0].kind == .number }
  }

  /// A setting that heads a column of a table in which the model has a row: the number in its cell.
  func setting(inColumnOf cue: Cue) -> (sentence: Int, number: Int)? {
    var known: (float: Int, heads: [Int]) = (-1, [])
    for row in naming where isRow(row) {
      guard let float = reading.outline(ofSentence: row).float, scope.columns[float] == nil else { continue }
      if float != known.float { known = (float, heads(ofFloat: float, with: cue)) }
      for head in known.heads where head < row {
        for hit in reading.cues(inSentence: head) where hit.cue == cue {
          let column = reading.column(ofToken: hit.tokens.lowerBound, inSentence: head)
          if column > 0, let number = ownNumber(inRow: row, column: column) { return (row, number) }
        }
      }
    }
    return nil
  }

  /// The rows of a table that name no reused model and hold a cue.
  private func heads(ofFloat float: Int, with cue: Cue) -> [Int] {
    var heads: [Int] = []
    for block in ground.blocks(ofFloat: float) where reading.outlines[block].isRow {
      for row in reading.blockSentences[block]
      where reading.has(cue, inSentence: row) && ground.named(inSentence: row).isEmpty && holdsNoNumber(row) {
        heads.append(row)
      }
    }
    return heads
  }

  /// A row of words heads columns; one with a number gives a setting of its own.
  private func holdsNoNumber(_ row: Int) -> Bool {
    !reading.sentences[row].tokens.contains {
      reading.tokens[$0].kind == .number && reading.tokens[$0].flags.isDisjoint(with: [.isJoined, .isHyphenated])
    }
  }

  private func isRow(_ sentence: Int) -> Bool { reading.outline(ofSentence: sentence).isRow }
}

extension ReadManuscript {
  /// The number of the cell that a token of a row stands in, from 0.
  func column(ofToken token: Int, inSentence sentence: Int) -> Int {
    (sentences[sentence].tokens.lowerBound..<token).reduce(0) { $0 + (tokens[$1].kind == .cellBorder ? 1 : 0) }
  }

  /// The tokens of a row's cell; empty for a cell that the row does not have.
  func cell(_ column: Int, inSentence sentence: Int) -> Range<Int> {
    let bounds = sentences[sentence].tokens
    var start = bounds.lowerBound
    var left = column
    while left > 0 {
      guard let border = (start..<bounds.upperBound).first(where: { tokens[$0].kind == .cellBorder }) else {
        return bounds.upperBound..<bounds.upperBound
      }
      start = border + 1
      left -= 1
    }
    return start..<((start..<bounds.upperBound).first { tokens[$0].kind == .cellBorder } ?? bounds.upperBound)
  }
}
