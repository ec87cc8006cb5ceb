import LanguageServerWire

/// A document's text as a client holds it: scalars, with positions counted from them alone.
struct ClientText {
  private(set) var scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Replaces a range of scalars and gives the change as the client sends it, in positions before the change.
  mutating func replace(_ range: Range<Int>, with text: String, _ encoding: PositionEncoding) -> JSONValue {
    let change: JSONValue = [
      "range": ["start": position(range.lowerBound, encoding), "end": position(range.upperBound, encoding)],
      "text": .string(text),
    ]
    scalars.replaceSubrange(range, with: Array(text.unicodeScalars))
    return change
  }

  /// The range widened so that it cuts no line break in two: no client can name the place between the two.
  func withoutCutBreaks(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if isInsideBreak(start) { start -= 1 }
    if isInsideBreak(end) { end += 1 }
    return start..<max(start, end)
  }

  private func isInsideBreak(_ index: Int) -> Bool {
    index > 0 && index < scalars.count && scalars[index] == "\n" && scalars[index - 1] == "\r"
  }

  /// The position of a scalar as the protocol counts it.
  func position(_ index: Int, _ encoding: PositionEncoding) -> JSONValue {
    var line = 0
    var character = 0
    for (offset, scalar) in scalars[..<index].enumerated() {
      if scalar == "\n" || scalar == "\r" && !(offset + 1 < scalars.count && scalars[offset + 1] == "\n") {
        line += 1
        character = 0
      } else if scalar != "\r" {
        character += Self.units(scalar, encoding)
      }
    }
    return ["line": .integer(line), "character": .integer(character)]
  }

  private static func units(_ scalar: Unicode.Scalar, _ encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }
}
