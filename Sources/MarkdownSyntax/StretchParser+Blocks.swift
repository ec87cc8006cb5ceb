import Manuscripts

extension StretchParser {
  /// Adds a listing or an executable chunk; admonitions are prose.
  mutating func addCode(_ fence: String, _ range: Range<Int>) {
    let source = aligner.masked.source
    var start = range.lowerBound
    var end = range.upperBound
    let isFenced = source[range].first { $0 > 0x20 }.map { $0 == 0x60 || $0 == 0x7E } ?? false
    if isFenced {
      while start < end, source[start] != 0x0A { start += 1 }
      start = min(start + 1, end)
      var line = end
      while line > start, source[line - 1] == 0x0A || source[line - 1] == 0x0D { line -= 1 }
      while line > start, source[line - 1] != 0x0A { line -= 1 }
      if source[line..<end].contains(0x60) || source[line..<end].contains(0x7E) { end = line }
    }
    guard start < end else { return }
    if let kind = Self.directive(fence) { return addDirective(kind, start..<end) }
    addChunkCaptions(start..<end)
    var text = RenderedText()
    text.appendVerbatim(source[start..<end], from: start)
    let language = fence.lowercased().drop { $0 == "{" || $0 == "." }.prefix { $0.isLetter || $0.isNumber }
    let span = SourceSpan(file: file, range: range)
    contents.blocks.append(
      Block(kind: .code(language: language.isEmpty ? nil : String(language)), section: section, span: span, text: text))
  }

  /// Adds the readable text of raw HTML.
  mutating func addHTML(_ range: Range<Int>) {
    for piece in HTMLBlock.pieces(in: aligner.masked.bytes, range) {
      var float: Int?
      if case .tableRow(let isFirst) = piece.kind {
        if isFirst { contents.floatCount += 1 }
        float = contents.floatCount
      }
      contents.blocks.append(
        Block(
          kind: piece.kind, section: section, span: SourceSpan(file: file, range: range), text: piece.text,
          float: float))
    }
  }

  /// Adds a pipe table's rows and its caption.
  mutating func add(_ table: PipeTable) {
    contents.floatCount += 1
    for (number, row) in table.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        if column > 0 { aligner.appendCellSeparator(at: cell.lowerBound) }
        aligner.appendAlone(cell)
      }
      let inside = aligner.take()
      guard inside.text.count > row.count else { continue }
      let span = SourceSpan(file: file, range: row[0].lowerBound..<(row.last?.upperBound ?? row[0].upperBound))
      contents.blocks.append(
        Block(
          kind: .tableRow(isHeader: number == 0), section: section, span: span, text: inside.text, marks: inside.marks,
          float: contents.floatCount))
    }
    if let caption = table.caption { append(.caption, rendered(caption), caption, float: contents.floatCount) }
  }

  /// `#| fig-cap: "…"` and `#| tbl-cap: "…"` of executable chunks.
  private mutating func addChunkCaptions(_ range: Range<Int>) {
    let source = aligner.masked.source
    var line = range.lowerBound
    while line < range.upperBound, source[line] == 0x23 || source[line] == 0x2F {
      let end = source[line..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      if let colon = source[line..<end].firstIndex(of: 0x3A),
        ["fig-cap", "tbl-cap"].contains(where: { String(decoding: source[line..<colon], as: UTF8.self).hasSuffix($0) })
      {
        let value = (colon + 1)..<end
        let inside = rendered(value)
        let span = SourceSpan(file: file, range: value)
        contents.blocks.append(
          Block(kind: .caption, section: section, span: span, text: inside.text, marks: inside.marks))
      }
      line = min(end + 1, range.upperBound)
    }
  }

  /// What the content of a MyST directive is: `{note}` holds prose, `{figure}` a caption; nil for code.
  private static func directive(_ fence: String) -> Block.Kind? {
    guard fence.hasPrefix("{") else { return nil }
    switch fence.dropFirst().prefix(while: { $0.isLetter || $0 == "-" }) {
    case "note", "warning", "tip", "important", "admonition", "attention", "caution", "hint", "seealso", "margin":
      return .paragraph
    case "figure", "image", "table": return .caption
    default: return nil
    }
  }

  /// Adds a directive's content without its options (`:name: value`).
  private mutating func addDirective(_ kind: Block.Kind, _ range: Range<Int>) {
    let source = aligner.masked.source
    var start = range.lowerBound
    while start < range.upperBound, source[start] == 0x3A || source[start] <= 0x20 {
      start = (source[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound - 1) + 1
    }
    guard start < range.upperBound else { return }
    append(kind, rendered(start..<range.upperBound), start..<range.upperBound)
  }
}
