import Manuscripts

/// Bytes being read, with where they come from: a file, the body of a macro, or an argument of a call.
struct LatexInput {
  /// Where rendered text points to.
  enum Origin {
    /// Offsets are those of this file.
    case file(Int)
    /// Every byte stands for the call that was expanded.
    case expansion(SourceSpan)
  }

  let bytes: [UInt8]
  var position: Int
  let end: Int
  let origin: Origin
  /// What `#1`, `#2` … stand for while a macro's body is read.
  let arguments: [LatexInput]
  /// The furthest offset that a search for a closing brace went to in vain.
  private(set) var reach = 0
  /// For each sign that closes a formula, where it was last looked for in vain.
  private var unclosed: (bracket: Range<Int>, parenthesis: Range<Int>) = (0..<0, 0..<0)

  init(bytes: [UInt8], range: Range<Int>, origin: Origin, arguments: [LatexInput] = []) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    self.origin = origin
    self.arguments = arguments
  }

  var isAtEnd: Bool { position >= end }

  /// The byte at the position, or 0 at the end.
  var current: UInt8 { position < end ? bytes[position] : 0 }

  /// The byte `distance` after the position, or 0 past the end.
  func peek(_ distance: Int) -> UInt8 {
    position + distance < end ? bytes[position + distance] : 0
  }

  /// A part of this input with the same origin and arguments.
  func part(_ range: Range<Int>) -> LatexInput {
    LatexInput(bytes: bytes, range: range, origin: origin, arguments: arguments)
  }

  /// The place in a file that a range of this input stands for.
  func span(_ range: Range<Int>) -> SourceSpan {
    switch origin {
    case .file(let file): SourceSpan(file: file, range: range)
    case .expansion(let span): span
    }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func forgetReach() { reach = 0 }

  /// Takes over how far a copy of this input looked.
  mutating func noteReach(of probe: LatexInput) { reach = max(reach, probe.reach) }

  /// True when a range holds this text.
  func holds(_ text: StaticString, _ range: Range<Int>) -> Bool {
    range.count == text.utf8CodeUnitCount && starts(with: text, at: range.lowerBound)
  }

  func starts(with text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= end else { return false }
    for index in 0..<count where bytes[offset + index] != text.utf8Start[index] { return false }
    return true
  }
}

extension LatexInput {
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Reads the name after a backslash at the position and leaves the position behind it.
  ///
  /// Letters and `@` make a word; anything else is a name of one byte.
  mutating func commandName() -> Range<Int> {
    let start = position + 1
    position = endOfName(from: start, before: end)
    return start..<position
  }

  /// Where the name of a command ends that begins at an offset.
  func endOfName(from start: Int, before end: Int) -> Int {
    var index = start
    while index < end, Self.isLetter(bytes[index]) || bytes[index] == 0x40 { index += 1 }
    return index == start && index < end ? index + 1 : index
  }

  /// True when the name of a command is a word of letters.
  func isWord(_ name: Range<Int>) -> Bool { bytes[name].allSatisfy(Self.isLetter) }

  /// Skips white space within a paragraph, and comments; stops before a blank line.
  mutating func skipBlanks() {
    var lineEnds = 0
    var index = position
    while index < end {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D && !(index + 1 < end && bytes[index + 1] == 0x0A) {
        lineEnds += 1
        if lineEnds > 1 { return }
      } else if byte == 0x25 {
        // A comment to Colophon is read where it stands.
        if isDirective(at: index) { break }
        index = behindLineEnd(at: endOfLine(from: index))
        position = index
        if isBlankLine(at: index) { return }
        lineEnds = 0
        continue
      } else if !Self.isSpace(byte) {
        break
      }
      index += 1
    }
    position = index
  }

  /// True when the comment that begins at an offset says `colophon:`.
  func isDirective(at offset: Int) -> Bool { directiveBody(at: offset) != nil }

  /// The offset behind `colophon:` in the comment that begins at an offset, or nil.
  func directiveBody(at offset: Int) -> Int? {
    var index = offset
    while index < end, bytes[index] == 0x25 || bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return starts(with: "colophon:", at: index) ? index + 9 : nil
  }

  /// The offset of the line's end at or after an offset.
  func endOfLine(from offset: Int) -> Int {
    bytes.withUnsafeBufferPointer { $0.firstLineEnd(from: offset, to: end) }
  }

  /// The offset behind the line end at an offset: `\n`, `\r\n` or a lone `\r`.
  func behindLineEnd(at offset: Int) -> Int {
    guard offset < end else { return end }
    let isPair = bytes[offset] == 0x0D && offset + 1 < end && bytes[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  /// True when nothing but blanks stands between an offset and the line's end.
  func isBlankLine(at offset: Int) -> Bool {
    var index = offset
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < end && (bytes[index] == 0x0A || bytes[index] == 0x0D)
  }

  /// The inside of the group `{…}` at the position, which moves behind it; nil when none begins here.
  ///
  /// - Parameter limit: how many bytes a group may have; a group that does not end within it, or before a new section
  ///   or environment's end, is taken to end at the paragraph's end.
  mutating func group(limit: Int) -> (inside: Range<Int>, isClosed: Bool)? {
    guard current == 0x7B else { return nil }
    let start = position + 1
    if let close = matchingBrace(from: start, limit: limit) {
      position = close + 1
      return (start..<close, true)
    }
    reach = max(reach, min(end, start + limit))
    let stop = endOfParagraph(from: start)
    position = stop
    return (start..<stop, false)
  }

  /// The optional argument `[…]` at the position, which moves behind it.
  mutating func bracketed() -> Range<Int>? {
    guard current == 0x5B else { return nil }
    var depth = 0
    var index = position + 1
    let bound = min(end, position + 4000)
    while index < bound {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x7B: depth += 1
      case 0x7D:
        depth -= 1
        if depth < 0 { return nil }
      case 0x5D where depth == 0:
        let inside = (position + 1)..<index
        position = index + 1
        return inside
      case 0x0A where isBlankLine(at: index + 1): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The argument of a command: a group, or the single token that follows.
  mutating func argument(limit: Int) -> Range<Int>? {
    let saved = position
    skipBlanks()
    if let group = group(limit: limit) { return group.inside }
    guard !isAtEnd, current != 0x7D, current != 0x0A, current != 0x26, current != 0x24 else {
      position = saved
      return nil
    }
    let start = position
    if current == 0x5C { _ = commandName() } else { position = endOfCharacter(at: position) }
    return start..<position
  }

  /// The offset of the `\\]` or `\\)` that closes the formula at the position, within its paragraph.
  ///
  /// - Complexity: linear in the paragraph, however many formulas in it are left open: a search from a place behind
  ///   goes over the same signs.
  mutating func closingDelimiter(_ sign: UInt8) -> Int? {
    if (sign == 0x5D ? unclosed.bracket : unclosed.parenthesis).contains(position) { return nil }
    var index = position
    while index + 1 < end {
      if bytes[index] == 0x5C {
        if bytes[index + 1] == sign { return index }
        index += 1
      } else if bytes[index] == 0x0A, bytes[index + 1] == 0x0A {
        break
      }
      index += 1
    }
    if sign == 0x5D { unclosed.bracket = position..<index } else { unclosed.parenthesis = position..<index }
    return nil
  }

  func endOfCharacter(at offset: Int) -> Int {
    var index = offset + 1
    while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private func matchingBrace(from start: Int, limit: Int) -> Int? {
    let bound = min(end, start + limit)
    return bytes.withUnsafeBufferPointer { bytes in
      var depth = 1
      var index = start
      while true {
        index = Self.groupSigns.firstOffset(in: bytes, from: index, to: bound)
        guard index < bound else { return nil }
        switch bytes[index] {
        case 0x5C: index += 1
        case 0x7B: depth += 1
        case 0x7D:
          depth -= 1
          if depth == 0 { return index }
        default: index = endOfLine(from: index)
        }
        index += 1
      }
    }
  }

  /// What opens or closes a group, or keeps a brace from doing so.
  private static let groupSigns = ByteSet("{}\\%")

  private func endOfParagraph(from start: Int) -> Int {
    var index = start
    while index < end {
      index = endOfLine(from: index)
      let next = behindLineEnd(at: index)
      if isBlankLine(at: next) { return index }
      index = next
    }
    return end
  }
}
