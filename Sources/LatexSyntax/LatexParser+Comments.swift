import Manuscripts

extension LatexParser {
  /// A comment to the end of its line; TeX drops the line end and the next line's indentation too, but a blank line
  /// after it still ends the paragraph.
  func readComment(_ input: inout LatexInput) {
    let start = input.position
    let end = input.endOfLine(from: start)
    noteDirective(input, start..<end)
    input.position = input.behindLineEnd(at: end)
    if input.isBlankLine(at: input.position), !isInTable { return flush() }
    while input.current == 0x20 || input.current == 0x09 { input.position += 1 }
  }

  private func noteDirective(_ input: LatexInput, _ range: Range<Int>) {
    guard case .file(let file) = input.origin, let start = input.directiveBody(at: range.lowerBound) else { return }
    var body = input.bytes[start..<max(start, range.upperBound)]
    while let first = body.first, LatexInput.isSpace(first) { body = body.dropFirst() }
    while let last = body.last, LatexInput.isSpace(last) { body = body.dropLast() }
    var before = range.lowerBound
    while before > 0, input.bytes[before - 1] == 0x20 || input.bytes[before - 1] == 0x09 { before -= 1 }
    piece.directives.append(
      Directive(
        body: String(decoding: body, as: UTF8.self), span: SourceSpan(file: file, range: range),
        isAlone: before == 0 || input.bytes[before - 1] == 0x0A || input.bytes[before - 1] == 0x0D))
  }
}
