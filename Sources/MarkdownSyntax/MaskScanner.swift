import Manuscripts

/// Walks Markdown source once and finds what CommonMark does not know, outside code.
struct MaskScanner {
  enum Found {
    case element(MaskedSource.Element)
    case blank(Range<Int>)
    case include(Range<Int>, String)
    case comment(Range<Int>)
    case footnote(Range<Int>, String)
  }

  let source: [UInt8]
  var position: Int
  private var isLineStart = true
  /// Formulas and spans that were not closed in the paragraph: not looked for again before its end.
  private var noDollarBefore = 0
  private var noBacktickBefore = 0
  /// From where the ends of the last line and paragraph were looked for, up to them.
  private var knownLine = 0..<0
  private var knownParagraph = 0..<0
  /// Where texts were last looked for in vain, by the address of the text.
  private var vain: [UInt: Range<Int>] = [:]
  /// Found at the first bracket.
  private var brackets: BracketPairs?

  init(source: [UInt8], position: Int) {
    self.source = source
    self.position = position
  }

  mutating func next() -> Found? {
    while position < source.count {
      if isLineStart {
        isLineStart = false
        if let found = atLineStart() { return found }
        continue
      }
      let byte = source[position]
      switch byte {
      case 0x0A:
        isLineStart = true
        position += 1
      case 0x5C: if let found = backslash() { return found }
      case 0x60: skipCodeSpan()
      case 0x24: if let found = dollar() { return found }
      case 0x5B: if let found = bracket() { return found }
      case 0x40: if let found = bareCitation() { return found }
      case 0x3C: if let found = angle() { return found }
      case 0x7B: if let found = brace() { return found }
      default: skipText()
      }
    }
    return nil
  }

  /// Moves to the next byte that `next` looks at.
  private mutating func skipText() {
    position = source.withUnsafeBufferPointer { Self.signs.firstOffset(in: $0, from: position + 1, to: $0.count) }
  }

  private static let signs = ByteSet("\n\\`$[@<{")

  func peek(_ distance: Int) -> UInt8 { position + distance < source.count ? source[position + distance] : 0 }

  func starts(with text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= source.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where source[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// - Complexity: linear in all lines together, however often it is asked within one.
  mutating func endOfLine(_ offset: Int) -> Int {
    if knownLine.contains(offset) { return knownLine.upperBound }
    let index = source.firstOffset(of: 0x0A, from: offset)
    knownLine = min(offset, index)..<index
    return index
  }

  /// The end of the paragraph at an offset: a blank line or the source's end.
  /// - Complexity: linear in all paragraphs together, however often it is asked within one.
  mutating func endOfParagraph(_ offset: Int) -> Int {
    if knownParagraph.contains(offset) { return knownParagraph.upperBound }
    var index = source.firstOffset(of: 0x0A, from: offset)
    while index < source.count {
      var next = index + 1
      while next < source.count, source[next] == 0x20 || source[next] == 0x09 || source[next] == 0x0D { next += 1 }
      if next >= source.count || source[next] == 0x0A { break }
      index = source.firstOffset(of: 0x0A, from: next)
    }
    knownParagraph = min(offset, index)..<index
    return index
  }

  /// The first place of a text between two offsets.
  ///
  /// - Complexity: where a text was looked for in vain, it is not looked for again.
  mutating func find(_ text: StaticString, from offset: Int, to end: Int) -> Int? {
    guard text.utf8CodeUnitCount > 0 else { return nil }
    let first = text.utf8Start[0]
    let key = UInt(bitPattern: text.utf8Start)
    var start = offset
    if !vain.isEmpty, let known = vain[key], known.contains(offset) {
      start = max(offset, known.upperBound - text.utf8CodeUnitCount + 1)
    }
    var index = start
    while index + text.utf8CodeUnitCount <= end {
      if source[index] == first, starts(with: text, at: index) { return index }
      index += 1
    }
    if end > offset {
      let known = vain[key].flatMap { $0.contains(offset) ? $0 : nil } ?? offset..<end
      vain[key] = known.lowerBound..<max(known.upperBound, end)
    }
    return nil
  }

  // MARK: Lines

  /// Fences, divisions, footnote definitions and raw environments that begin a line.
  private mutating func atLineStart() -> Found? {
    var index = position
    while index < source.count, source[index] == 0x20 || source[index] == 0x09 || source[index] == 0x3E { index += 1 }
    guard index < source.count, Self.firstSigns.contains(source[index]) else { return nil }
    if starts(with: "```", at: index) || starts(with: "~~~", at: index) {
      skipFence(at: index)
      return nil
    }
    if starts(with: ":::", at: index) { return blankLine(from: index) }
    if starts(with: "[^", at: index), let close = find("]:", from: index, to: min(endOfLine(index), index + 80)) {
      position = close + 2
      return .footnote(index..<(close + 2), String(decoding: source[(index + 2)..<close], as: UTF8.self))
    }
    if starts(with: "[comment]:", at: index) || starts(with: "[//]:", at: index) { return blankLine(from: index) }
    if starts(with: "\\begin{", at: index) { return environment(at: index) }
    return nil
  }

  /// The bytes that fences, divisions, notes and environments begin with.
  private static let firstSigns = ByteSet("`~:[\\")

  private mutating func blankLine(from start: Int) -> Found {
    let end = endOfLine(start)
    position = end
    return .blank(start..<end)
  }

  /// Moves behind a fenced code block; the parser reads it itself.
  private mutating func skipFence(at start: Int) {
    let sign = source[start]
    var length = 0
    while start + length < source.count, source[start + length] == sign { length += 1 }
    var line = endOfLine(start) + 1
    while line < source.count {
      var index = line
      while index < source.count, source[index] == 0x20 || source[index] == 0x3E || source[index] == 0x09 { index += 1 }
      var count = 0
      while index + count < source.count, source[index + count] == sign { count += 1 }
      if count >= length {
        position = endOfLine(index)
        return
      }
      line = endOfLine(index) + 1
    }
    position = source.count
  }

  /// Raw LaTeX: an equation is a formula, other environments lose their frame only.
  private mutating func environment(at start: Int) -> Found {
    let nameEnd = find("}", from: start, to: endOfLine(start)) ?? endOfLine(start)
    let name = String(decoding: source[(start + 7)..<max(start + 7, nameEnd)], as: UTF8.self).filter { $0 != "*" }
    let isMath = ["equation", "align", "gather", "eqnarray", "multline", "math", "displaymath"].contains(name)
    let paragraphEnd = endOfParagraph(start)
    if isMath, let close = find("\\end{", from: start, to: paragraphEnd) {
      let end = endOfLine(close)
      position = end
      return .element(MaskedSource.Element(range: start..<end, kind: .formula))
    }
    position = min(nameEnd + 1, source.count)
    return .blank(start..<position)
  }

  private mutating func skipCodeSpan() {
    var length = 0
    while peek(length) == 0x60 { length += 1 }
    let start = position
    position += length
    guard start >= noBacktickBefore else { return }
    let end = endOfParagraph(start)
    var index = position
    while index < end {
      guard source[index] == 0x60 else {
        index += 1
        continue
      }
      var count = 0
      while index + count < end, source[index + count] == 0x60 { count += 1 }
      if count == length {
        position = index + count
        return
      }
      index += count
    }
    noBacktickBefore = end
  }

  // MARK: Mathematics

  private mutating func dollar() -> Found? {
    let isDisplay = peek(1) == 0x24
    let open = position + (isDisplay ? 2 : 1)
    let start = position
    position = open
    guard start >= noDollarBefore, open < source.count else { return nil }
    let end = endOfParagraph(start)
    let close =
      isDisplay
      ? find("$$", from: open, to: min(source.count, max(end, open) + 4000)) : closingDollar(from: open, to: end)
    guard let close else {
      if !isDisplay { noDollarBefore = end }
      return nil
    }
    position = close + (isDisplay ? 2 : 1)
    let range = start..<position
    if !isDisplay, let text = FormulaText.simple(of: source[open..<close]) {
      return .element(MaskedSource.Element(range: range, kind: .simpleFormula(text)))
    }
    return .element(MaskedSource.Element(range: range, kind: .formula))
  }

  /// Pandoc's rule: no space after the opening and before the closing sign, no digit after it.
  private func closingDollar(from open: Int, to end: Int) -> Int? {
    guard open < source.count, source[open] != 0x20, source[open] != 0x0A else { return nil }
    var index = open
    while index < end {
      if source[index] == 0x5C {
        index += 2
        continue
      }
      if source[index] == 0x24 {
        let isDigitNext = index + 1 < source.count && (0x30...0x39).contains(source[index + 1])
        return source[index - 1] == 0x20 || isDigitNext ? nil : index
      }
      index += 1
    }
    return nil
  }

  // MARK: Commands

  /// `\cite{…}`, `\(…\)`, and commands whose argument is prose.
  private mutating func backslash() -> Found? {
    let start = position
    var end = start + 1
    while end < source.count, (0x61...0x7A).contains(source[end] | 0x20), source[end] < 0x80 { end += 1 }
    guard end > start + 1 else {
      position = min(start + 2, source.count)
      if starts(with: "\\(", at: start), let close = find("\\)", from: start + 2, to: endOfParagraph(start)) {
        position = close + 2
        let text = FormulaText.simple(of: source[(start + 2)..<close])
        return .element(
          MaskedSource.Element(range: start..<position, kind: text.map { .simpleFormula($0) } ?? .formula))
      }
      return nil
    }
    let name = String(decoding: source[(start + 1)..<end], as: UTF8.self)
    position = end
    while peek(0) == 0x5B, let close = find("]", from: position, to: endOfLine(position)) { position = close + 1 }
    guard peek(0) == 0x7B, let close = find("}", from: position, to: endOfParagraph(position)) else {
      return .blank(start..<position)
    }
    if CitationCommand.isNamed(name) {
      let keys = CitationKeys.latex(source[(position + 1)..<close])
      position = close + 1
      return .element(
        MaskedSource.Element(
          range: start..<position, kind: .citation(keys: keys, isTextual: name == "citet" || name == "textcite")))
    }
    if [
      "label", "ref", "vspace", "hspace", "input", "include", "usepackage", "end", "begin", "newcommand", "eqref",
      "cref",
    ].contains(name) {
      position = close + 1
      return .element(MaskedSource.Element(range: start..<position, kind: .nothing))
    }
    position += 1
    return .element(MaskedSource.Element(range: start..<position, kind: .nothing))
  }

  // MARK: Brackets

  private mutating func bracket() -> Found? {
    let start = position
    position += 1
    if peek(0) == 0x5E, let close = find("]", from: position, to: min(endOfLine(position), position + 80)) {
      let id = String(decoding: source[(position + 1)..<close], as: UTF8.self)
      guard !id.isEmpty, !id.contains(" ") else { return nil }
      position = close + 1
      return .element(MaskedSource.Element(range: start..<position, kind: .footnoteReference(id)))
    }
    guard let close = closingBracket(of: start), close < start + Self.longestBracket else { return nil }
    let inside = source[position..<close]
    guard inside.contains(0x40), !(close + 1 < source.count && source[close + 1] == 0x28) else { return nil }
    let keys = CitationKeys.pandoc(in: source, position..<close)
    guard !keys.isEmpty, CitationKeys.isCitationGroup(inside) else {
      if CitationKeys.isCrossReference(inside) {
        position = close + 1
        return .element(MaskedSource.Element(range: start..<position, kind: .space))
      }
      return nil
    }
    position = close + 1
    return .element(MaskedSource.Element(range: start..<position, kind: .citation(keys: keys, isTextual: false)))
  }

  /// Brackets farther apart than this hold no citations, in bytes.
  private static let longestBracket = 4_000

  private mutating func closingBracket(of start: Int) -> Int? {
    if brackets == nil { brackets = BracketPairs(source, from: start) }
    return brackets?.close(of: start)
  }

  private mutating func bareCitation() -> Found? {
    let start = position
    position += 1
    if start > 0, CitationKeys.isWordByte(source[start - 1]) { return nil }
    guard let end = CitationKeys.end(of: source, from: start + 1, to: source.count) else { return nil }
    position = end
    if CitationKeys.isCrossReferenceKey(source[(start + 1)..<end]) {
      return .element(MaskedSource.Element(range: start..<end, kind: .space))
    }
    let key = String(decoding: source[(start + 1)..<end], as: UTF8.self)
    return .element(MaskedSource.Element(range: start..<end, kind: .citation(keys: [key], isTextual: true)))
  }

  // MARK: Angles and braces

  private mutating func angle() -> Found? {
    let start = position
    if starts(with: "<!--", at: start) {
      let end = find("-->", from: start + 4, to: source.count).map { $0 + 3 } ?? endOfParagraph(start)
      position = end
      return .comment(start..<end)
    }
    if starts(with: "<d-cite", at: start), let close = find(">", from: start, to: min(source.count, start + 1000)) {
      position = close + 1
      if starts(with: "</d-cite>", at: position) { position += 9 }
      let keys = CitationKeys.attribute(source[start..<close])
      return .element(MaskedSource.Element(range: start..<position, kind: .citation(keys: keys, isTextual: false)))
    }
    position += 1
    return nil
  }

  private mutating func brace() -> Found? {
    let start = position
    let lineEnd = endOfLine(start)
    if starts(with: "{{<", at: start), let close = find(">}}", from: start, to: lineEnd) {
      position = close + 3
      let words = String(decoding: source[(start + 3)..<close], as: UTF8.self).split(separator: " ")
      if words.first == "include", words.count > 1 { return .include(start..<position, String(words[1])) }
      return .element(MaskedSource.Element(range: start..<position, kind: .space))
    }
    for (open, shut) in [("{{", "}}"), ("{%", "%}")] as [(StaticString, StaticString)]
    where starts(with: open, at: start) {
      guard let close = find(shut, from: start, to: min(source.count, start + 2000)) else { break }
      position = close + 2
      return .element(MaskedSource.Element(range: start..<position, kind: .space))
    }
    if let close = find("}", from: start, to: min(lineEnd, start + 300)), isAttribute(start, close) {
      position = close + 1
      if starts(with: "{cite", at: start), peek(0) == 0x60, let end = find("`", from: position + 1, to: lineEnd) {
        let keys = CitationKeys.latex(source[(position + 1)..<end])
        position = end + 1
        return .element(
          MaskedSource.Element(
            range: start..<position, kind: .citation(keys: keys, isTextual: starts(with: "{cite:t}", at: start))))
      }
      return .element(MaskedSource.Element(range: start..<position, kind: .nothing))
    }
    position += 1
    return nil
  }

  /// `{#id .class key=value}` and MyST roles `{name}` before a code span.
  private func isAttribute(_ open: Int, _ close: Int) -> Bool {
    guard close > open + 1 else { return false }
    let first = source[open + 1]
    if first == 0x23 || first == 0x2E || first == 0x3D || starts(with: "{-}", at: open) { return true }
    if close + 1 < source.count, source[close + 1] == 0x60 { return true }
    return source[(open + 1)..<close].contains(0x3D) && open > 0
      && (source[open - 1] == 0x29 || source[open - 1] == 0x5D || source[open - 1] == 0x60)
  }
}
