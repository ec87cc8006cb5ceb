import Manuscripts

extension LatexParser {
  /// A command that stands for a text; its braces, or the space behind a word, are part of it.
  func readText(_ text: StaticString, _ name: Range<Int>, _ input: inout LatexInput, from start: Int) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    append(bytes, for: start..<input.position, in: input)
    guard input.isWord(name) else { return }
    if input.current == 0x7B, input.peek(1) == 0x7D { input.position += 2 } else { swallowSpace(&input) }
  }

  /// An accent with its base letter: `\'e`, `\c{c}`.
  func readAccent(_ accent: UInt8, _ input: inout LatexInput, from start: Int) {
    if LatexInput.isLetter(accent), input.current != 0x7B, input.current != 0x20 { return }
    guard let range = input.argument(limit: 64) else { return }
    var base = input.bytes[range]
    if base.first == 0x5C { base = base.dropFirst() }
    guard let letter = base.first, letter < 0x80 else { return append(input, range) }
    append(Accents.letter(accent, letter), for: start..<input.position, in: input)
    if base.count > 1 { append(input, (base.startIndex + 1)..<base.endIndex) }
  }

  /// `\enquote{…}`.
  func readQuotation(_ input: inout LatexInput) {
    guard let range = takeArgument(&input) else { return }
    append("\"", for: range.lowerBound..<range.lowerBound, in: input)
    readInside(input, range)
    append("\"", for: range.upperBound..<range.upperBound, in: input)
  }

  /// Text set in typewriter letters.
  func readCode(_ name: Range<Int>, _ input: inout LatexInput) {
    if input.holds("ttfamily", name) { return }
    skipOptional(&input)
    if input.holds("mintinline", name) { skipArguments(1, &input) }
    if input.holds("lstinline", name), input.current != 0x7B { return readVerb(&input) }
    guard let range = takeArgument(&input) else { return }
    let before = builder.text.count
    readInside(input, range)
    mark(.code, from: before, input, range)
  }

  /// Text between two equal signs: `\verb|…|`, on one line.
  func readVerb(_ input: inout LatexInput) {
    if input.current == 0x2A { input.position += 1 }
    let sign = input.current
    guard sign != 0, !LatexInput.isSpace(sign) else { return }
    let start = input.position + 1
    var close = start
    while close < input.end, input.bytes[close] != sign {
      if input.bytes[close] == 0x0A || input.bytes[close] == 0x0D { return }
      close += 1
    }
    guard close < input.end else { return }
    let before = builder.text.count
    append(input, start..<close)
    mark(.code, from: before, input, start..<close)
    input.position = close + 1
  }

  /// Puts a mark over the text that was appended for a range of an input since the block had so many bytes.
  func mark(_ kind: Mark.Kind, from before: Int, _ input: LatexInput, _ range: Range<Int>) {
    let after = builder.text.count
    guard after > before, isInBody else { return }
    builder.marks.append(Mark(kind: kind, text: before..<after, source: input.span(range).range))
  }

  /// `\url{…}` and `\href{…}{…}`.
  func readLink(_ input: inout LatexInput, hasText: Bool, from start: Int) {
    skipOptional(&input)
    guard let address = takeArgument(&input) else { return }
    let url = Self.url(in: input.bytes[address])
    let before = builder.text.count
    guard hasText else {
      append(url, for: address, in: input)
      return mark(.link(url: url), from: before, input, address)
    }
    guard let text = takeArgument(&input) else { return }
    readInside(input, text)
    mark(.link(url: url), from: before, input, text)
  }

  /// An address without line ends, and without the backslashes before its signs.
  private static func url(in bytes: ArraySlice<UInt8>) -> String {
    let isPlain = bytes.allSatisfy { $0 != 0x5C && $0 != 0x0A }
    return isPlain
      ? String(decoding: bytes, as: UTF8.self)
      : String(decoding: bytes.filter { $0 != 0x5C && $0 != 0x0A }, as: UTF8.self)
  }

  /// A number as it stands.
  func readNumber(_ input: inout LatexInput) {
    guard let range = takeArgument(&input) else { return }
    readInside(input, range)
  }

  /// `\qty{…}{…}`: a number, or the two of a range, and its unit.
  func readQuantity(_ input: inout LatexInput, isRange: Bool) {
    skipOptional(&input)
    readNumber(&input)
    if isRange {
      append("-", for: input.position..<input.position, in: input)
      readNumber(&input)
    }
    skipOptional(&input)
    if collectsText { builder.space(at: input.span(input.position..<input.position)) }
    readUnit(&input)
  }

  /// `\giga\byte` and `GB` alike.
  func readUnit(_ input: inout LatexInput) {
    guard let range = takeArgument(&input) else { return }
    var part = input.part(range)
    var text = ""
    while !part.isAtEnd {
      if part.current == 0x5C {
        let name = part.string(part.commandName())
        text += Self.units[name] ?? (name == "per" ? "/" : "")
      } else {
        if part.current != 0x7E, part.current != 0x7B, part.current != 0x7D {
          text.unicodeScalars.append(UnicodeScalar(part.current))
        }
        part.position += 1
      }
    }
    append(text, for: range, in: input)
  }

  private static let units: [String: String] = [
    "giga": "G", "mega": "M", "kilo": "k", "milli": "m", "micro": "µ", "nano": "n", "tera": "T", "byte": "B",
    "bit": "bit",
    "metre": "m", "meter": "m", "second": "s", "hour": "h", "minute": "min", "gram": "g", "kelvin": "K", "hertz": "Hz",
    "percent": "%", "watt": "W", "volt": "V", "degree": "°", "degreeCelsius": "°C", "celsius": "°C", "molar": "M",
    "mole": "mol",
    "litre": "l", "liter": "l", "angstrom": "Å", "electronvolt": "eV", "pixel": "px", "day": "d", "joule": "J",
    "pascal": "Pa",
    "centi": "c", "deci": "d", "pico": "p", "squared": "^2", "cubed": "^3",
  ]
}
