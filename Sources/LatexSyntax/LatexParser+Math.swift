import Manuscripts

extension LatexParser {
  /// `$…$` and `$$…$$`.
  func readMath(_ input: inout LatexInput) {
    let start = input.position
    let isDisplay = input.peek(1) == 0x24
    let open = start + (isDisplay ? 2 : 1)
    guard let close = closingDollar(input, from: open) else {
      input.position = start + 1
      return
    }
    input.position = min(
      close + (isDisplay && close + 1 < input.end && input.bytes[close + 1] == 0x24 ? 2 : 1), input.end)
    emitFormula(input, inside: open..<close, whole: start..<input.position, isDisplay: isDisplay)
  }

  /// `\(…\)` and `\[…\]`, whose opening has been read.
  func readDelimitedMath(_ input: inout LatexInput, from start: Int, closing: UInt8) {
    let open = input.position
    guard let close = input.closingDelimiter(closing) else { return }
    input.position = close + 2
    emitFormula(input, inside: open..<close, whole: start..<input.position, isDisplay: closing == 0x5D)
  }

  /// A formula: as text where it is simple, else as one sign.
  func emitFormula(_ input: LatexInput, inside: Range<Int>, whole: Range<Int>, isDisplay: Bool) {
    guard collectsText else { return }
    if !isDisplay, let text = FormulaText.simple(of: expandedBytes(input, inside)) {
      let before = builder.text.count
      text.withUnsafeBufferPointer { append($0, for: whole, in: input) }
      return mark(.math, from: before, input, whole)
    }
    builder.space(at: input.span(whole.lowerBound..<whole.lowerBound))
    append(sign: RenderedText.formula, .math, for: whole, in: input)
  }

  /// The offset of the dollar sign that closes a formula within its paragraph.
  private func closingDollar(_ input: LatexInput, from start: Int) -> Int? {
    var index = start
    while index < input.end {
      switch input.bytes[index] {
      case 0x5C: index += 1
      case 0x24: return index
      case 0x0A:
        var next = index + 1
        while next < input.end, input.bytes[next] == 0x20 || input.bytes[next] == 0x09 { next += 1 }
        if next < input.end, input.bytes[next] == 0x0A || input.bytes[next] == 0x0D { return nil }
      default: break
      }
      index += 1
    }
    return nil
  }
}
