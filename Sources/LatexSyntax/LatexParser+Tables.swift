import Manuscripts

extension LatexParser {
  func beginTable(_ name: String, _ groups: Int, _ input: inout LatexInput) {
    guard environments.count < Self.deepestEnvironment else {
      return reportBound(at: input.span(input.position..<input.position))
    }
    if isInTable {
      // A table in a table's cell is part of the cell.
      environments.append(
        OpenEnvironment(name: name, kind: .other, outerSection: section, float: nil))
      return skipArguments(groups, &input)
    }
    flush()
    var float: Int?
    if currentFloat == nil {
      floatCount += 1
      float = floatCount
    }
    environments.append(OpenEnvironment(name: name, kind: .table, outerSection: section, float: float))
    skipArguments(groups, &input)
    builder.begin(.tableRow(isHeader: true), section: section, float: currentFloat)
  }

  /// `&` parts the cells of a row; elsewhere it is nothing.
  func readAlignment(_ input: inout LatexInput) {
    let place = input.position..<(input.position + 1)
    input.position += 1
    guard collectsText else { return }
    if isInTable {
      builder.append(sign: RenderedText.cellSeparator, for: input.span(place))
    } else {
      builder.space(at: input.span(place))
    }
  }

  /// `\\`: the row's end in a table, a space elsewhere.
  func breakLine(_ input: inout LatexInput, from start: Int) {
    if input.current == 0x2A { input.position += 1 }
    if input.current == 0x5B { _ = input.bracketed() }
    if isInTable { return endRow() }
    if collectsText { builder.space(at: input.span(start..<input.position)) }
  }

  /// Ends a table's row; the first row is the header.
  func endRow() {
    guard let table = environments.lastIndex(where: { $0.kind == .table }) else { return }
    let hasText = builder.text.bytes.contains { $0 != RenderedText.cellSeparator && $0 != 0x20 }
    if hasText {
      let isHeader = environments[table].rowCount == 0
      builder.kind = .tableRow(isHeader: isHeader)
      environments[table].rowCount += 1
      append(builder)
    }
    builder.begin(.tableRow(isHeader: false), section: section, float: currentFloat)
  }
}
