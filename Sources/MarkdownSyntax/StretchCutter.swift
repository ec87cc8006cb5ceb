import Manuscripts

/// Finds places where a Markdown file can be cut so that its parts mean the same alone as together.
///
/// Such a place is the beginning of a paragraph or heading at the margin behind a blank line: it ends lists, quotations
/// and raw blocks before it. Inside code, comments, displayed formulas and preformatted HTML there is none, nor between
/// a table and its caption.
struct StretchCutter {
  private let bytes: [UInt8]
  private let start: Int
  private var line: Int
  private var isBehindBlank = false
  private var fence: (sign: UInt8, length: Int)?
  private var isInComment = false
  private var isInRaw = false
  private var formulaStart: Int?
  private var isBehindCaption = false
  /// Lines `[label]: address` of the stretch.
  private(set) var definitions: [UInt8] = []

  /// How many bytes behind its end a stretch depends on.
  private(set) var lookahead = 16

  /// A displayed formula is looked for within this many bytes.
  private static let formulaLimit = 4_000

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
    line = start
  }

  /// Goes on behind a front matter.
  mutating func skipFrontMatter() {
    let matter = FrontMatter(bytes, from: start)
    guard let end = matter.end else {
      // A line far below may close it.
      if !matter.problems.isEmpty { lookahead = bytes.count }
      return
    }
    line = end
    isBehindBlank = true
  }

  /// The first safe place at least `size` bytes behind the beginning, or the file's end.
  mutating func end(after size: Int) -> Int {
    while line < bytes.count {
      if line - start >= size, isSafe { return line }
      readLine()
    }
    return bytes.count
  }

  private var isSafe: Bool {
    guard isBehindBlank, fence == nil, formulaStart == nil, !isInComment, !isInRaw, !isBehindCaption else {
      return false
    }
    let first = bytes[line]
    guard (0x61...0x7A).contains(first | 0x20) && first < 0x80 || first == 0x23 else { return false }
    return !starts(with: "Table", at: line)
  }

  private mutating func readLine() {
    let (end, hasAngle, hasDollar) = bytes.withUnsafeBufferPointer { Self.endOfLine($0, from: line) }
    var text = line
    while text < end, bytes[text] <= 0x20 || bytes[text] == 0x3E { text += 1 }
    let isBlank = text == end
    if !isBlank, isBehindBlank || line == start {
      isBehindCaption = starts(with: "Table", at: line) || bytes[line] == 0x3A
    }
    if !readFence(text, end), fence == nil {
      noteDefinition(text, end)
      if hasAngle || isInComment { readComment(line, end) }
      if hasAngle { readRaw(text, end) }
      if hasDollar || formulaStart != nil { readFormula(text, end) }
    }
    isBehindBlank = isBlank
    line = min(end + 1, bytes.count)
  }

  /// The end of a line, and whether `<` and `$` stand in it.
  private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Int, Bool, Bool) {
    var (angles, dollars) = (0 as UInt64, 0 as UInt64)
    var end = start
    while end + 8 <= bytes.count {
      let word = bytes.word(at: end)
      let found = word.bytes(equalTo: 0x0A)
      // All bits below the line end's, or all there are.
      let inside = (found & (0 &- found)) &- 1
      angles |= word.bytes(equalTo: 0x3C) & inside
      dollars |= word.bytes(equalTo: 0x24) & inside
      if found != 0 { return (end + found.firstByte, angles != 0, dollars != 0) }
      end += 8
    }
    var (hasAngle, hasDollar) = (angles != 0, dollars != 0)
    while end < bytes.count, bytes[end] != 0x0A {
      if bytes[end] == 0x3C { hasAngle = true }
      if bytes[end] == 0x24 { hasDollar = true }
      end += 1
    }
    return (end, hasAngle, hasDollar)
  }

  /// Takes note of a code fence; true when the line is one.
  private mutating func readFence(_ text: Int, _ end: Int) -> Bool {
    guard text < end, bytes[text] == 0x60 || bytes[text] == 0x7E else { return false }
    var length = 0
    while text + length < end, bytes[text + length] == bytes[text] { length += 1 }
    guard length >= 3 else { return false }
    if let open = fence {
      if bytes[text] == open.sign, length >= open.length { fence = nil }
    } else if !isInComment {
      fence = (bytes[text], length)
    }
    return true
  }

  private mutating func noteDefinition(_ text: Int, _ end: Int) {
    guard text < end, text - line <= 3, bytes[text] == 0x5B, text + 1 < end, bytes[text + 1] != 0x5E, !isInComment,
      let close = bytes[text..<end].firstIndex(of: 0x5D), close + 1 < end, bytes[close + 1] == 0x3A
    else { return }
    definitions += bytes[text..<end]
    definitions.append(0x0A)
  }

  private mutating func readComment(_ from: Int, _ end: Int) {
    var index = from
    while index < end {
      index = bytes.firstOffset(of: isInComment ? 0x2D : 0x3C, from: index, to: end)
      if isInComment {
        if starts(with: "-->", at: index) { isInComment = false }
      } else if starts(with: "<!--", at: index) {
        isInComment = true
        index += 3
      }
      index += 1
    }
  }

  private mutating func readRaw(_ text: Int, _ end: Int) {
    if !isInRaw, text < end, bytes[text] == 0x3C {
      isInRaw = Self.rawNames.contains { starts(with: $0, at: text + 1, ignoringCase: true) }
    }
    guard isInRaw else { return }
    for index in text..<end where bytes[index] == 0x3C && index + 1 < end && bytes[index + 1] == 0x2F {
      if Self.rawNames.contains(where: { starts(with: $0, at: index + 2, ignoringCase: true) }) { isInRaw = false }
    }
  }

  private static let rawNames: [StaticString] = ["pre", "script", "style", "textarea"]

  private mutating func readFormula(_ text: Int, _ end: Int) {
    if let formulaStart, line - formulaStart > Self.formulaLimit { self.formulaStart = nil }
    var index = bytes.firstOffset(of: 0x24, from: text, to: end)
    while index + 1 < end {
      if bytes[index + 1] == 0x24 {
        formulaStart = formulaStart == nil ? index : nil
        index += 1
      }
      index = bytes.firstOffset(of: 0x24, from: index + 1, to: end)
    }
  }

  private func starts(with text: StaticString, at offset: Int, ignoringCase: Bool = false) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let byte = ignoringCase ? bytes[offset + index] | 0x20 : bytes[offset + index]
      if byte != text.utf8Start[index] { return false }
    }
    return true
  }
}
