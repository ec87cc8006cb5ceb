/// The leaves of a part of a Markdown file: paragraphs and headings of nothing but words are cut out here, the rest is
/// left to CommonMark's parser, which gives the same for them and takes ten times as long.
///
/// A paragraph at the margin behind a blank line closes lists, quotations and indented code before it, so that what
/// stands on both sides of it can be read apart. Where a fence or raw HTML begins, the rest is read as one.
struct PlainLeaves {
  private let bytes: ArraySlice<UInt8>
  private let definitions: [UInt8]
  private(set) var leaves: [CommonMarkLeaf] = []
  private var position: Int
  /// The number of the line at the position, from 1.
  private var line = 1
  /// Where the stretch for the parser begins.
  private var parsed: (start: Int, line: Int)?

  /// - Parameter definitions: lines `[label]: address` that stand elsewhere; they give no leaf.
  /// - Complexity: linear in the bytes, and that of the parser for what is left to it.
  static func leaves(of bytes: ArraySlice<UInt8>, definitions: [UInt8]) -> [CommonMarkLeaf] {
    guard canBeParted(bytes) else { return CommonMarkTree.leaves(of: bytes, definitions: definitions) }
    var reader = PlainLeaves(bytes, definitions)
    reader.read()
    return reader.leaves
  }

  /// False where a link definition means something in other paragraphs, or lines do not end as this reader thinks.
  private static func canBeParted(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        if bytes[index] == 0x0D { return false }
        if bytes[index] == 0x5D, index + 1 < bytes.count, bytes[index + 1] == 0x3A { return false }
      }
      return true
    }
  }

  private init(_ bytes: ArraySlice<UInt8>, _ definitions: [UInt8]) {
    self.bytes = bytes
    self.definitions = definitions
    position = bytes.startIndex
  }

  private mutating func read() {
    while skipBlankLines() {
      let (start, firstLine) = (position, line)
      if let found = paragraph() {
        parse(to: start, line: firstLine)
        leaves += found
      } else {
        (position, line) = (start, firstLine)
        if parsed == nil { parsed = (start, firstLine) }
        if !skipParagraph() { break }
      }
    }
    parse(to: bytes.endIndex, line: .max)
  }

  /// Hands what was left to the parser on to it.
  private mutating func parse(to end: Int, line endLine: Int) {
    guard let (start, firstLine) = parsed else { return }
    parsed = nil
    let shift = firstLine - 1
    for leaf in CommonMarkTree.leaves(of: bytes[start..<end], definitions: definitions) {
      let first = leaf.lines.lowerBound + shift
      guard first < endLine else { continue }
      let last = min(leaf.lines.upperBound + shift, endLine - 1)
      leaves.append(leaf.on(first...max(first, last)))
    }
  }

  /// Moves to the next line that is not blank; false at the end.
  private mutating func skipBlankLines() -> Bool {
    var index = position
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x0A:
        line += 1
        position = index + 1
      case 0x20, 0x09: break
      default: return true
      }
      index += 1
    }
    return false
  }

  /// Moves behind the lines up to the next blank one; false where they may change the meaning of what follows.
  private mutating func skipParagraph() -> Bool {
    while position < bytes.endIndex, !isBlankLine {
      var isBeginning = true
      var index = position
      while index < bytes.endIndex, bytes[index] != 0x0A {
        switch bytes[index] {
        // Lists and quotations may hold what spans blank lines.
        case 0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D, 0x2E, 0x29, 0x30...0x39: break
        case 0x3C where isBeginning: return false
        case 0x60, 0x7E: if isBeginning, isRepeated(index) { return false } else { isBeginning = false }
        default: isBeginning = false
        }
        index += 1
      }
      position = min(index + 1, bytes.endIndex)
      if index < bytes.endIndex { line += 1 }
    }
    return true
  }

  /// True for three equal signs at an offset.
  private func isRepeated(_ index: Int) -> Bool {
    index + 2 < bytes.endIndex && bytes[index + 1] == bytes[index] && bytes[index + 2] == bytes[index]
  }

  /// The heading and the paragraph at the position, or nil where there is more to them than words.
  private mutating func paragraph() -> [CommonMarkLeaf]? {
    var found: [CommonMarkLeaf] = []
    var inlines: [CommonMarkInline] = []
    var firstLine = line
    while position < bytes.endIndex, !isBlankLine {
      if bytes[position] == 0x23 {
        if !inlines.isEmpty { found.append(.paragraph(firstLine...(line - 1), inlines)) }
        inlines = []
        guard let heading = heading() else { return nil }
        found.append(heading)
        firstLine = line
      } else {
        guard beginsPlain, let text = plainLine(from: position) else { return nil }
        if !inlines.isEmpty { inlines.append(.lineBreak) }
        inlines.append(.text(text))
      }
    }
    if !inlines.isEmpty { found.append(.paragraph(firstLine...max(firstLine, lastLine), inlines)) }
    return found
  }

  /// The number of the line before the position.
  private var lastLine: Int { position > bytes.startIndex && bytes[position - 1] == 0x0A ? line - 1 : line }

  private var isBlankLine: Bool {
    var index = position
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index >= bytes.endIndex || bytes[index] == 0x0A
  }

  /// `## Words`, without signs at its end.
  private mutating func heading() -> CommonMarkLeaf? {
    var index = position
    while index < bytes.endIndex, bytes[index] == 0x23 { index += 1 }
    let level = index - position
    guard level <= 6, index < bytes.endIndex, bytes[index] == 0x20 else { return nil }
    while index < bytes.endIndex, bytes[index] == 0x20 { index += 1 }
    let number = line
    guard let text = plainLine(from: index), !text.isEmpty, !text.contains(0x23) else { return nil }
    return CommonMarkLeaf(
      kind: .heading(level), lines: number...number, isInList: false, isFirstInItem: false, isQuoted: false,
      inlines: [.text(text)])
  }

  /// False for a line that may be anything but a paragraph's: only its first bytes tell.
  private var beginsPlain: Bool {
    switch bytes[position] {
    case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, MaskedSource.filler, 0x22, 0x24, 0x25, 0x27, 0x28, 0x29, 0x2C, 0x2E,
      0x2F, 0x3A, 0x3B, 0x3F, 0x40:
      return true
    case 0x30...0x39:
      var index = position
      while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) { index += 1 }
      return index < bytes.endIndex && bytes[index] != 0x2E && bytes[index] != 0x29
    default: return false
    }
  }

  /// The bytes from an offset to the line's end, behind which the position moves; nil where one may be markup.
  private mutating func plainLine(from start: Int) -> [UInt8]? {
    let (end, isPlain) = bytes.withUnsafeBufferPointer { buffer in
      var index = start - bytes.startIndex
      while index < buffer.count, buffer[index] != 0x0A {
        guard Self.isPlain(buffer[index]) else { return (0, false) }
        index += 1
      }
      return (index + bytes.startIndex, true)
    }
    guard isPlain, end > start, bytes[end - 1] != 0x20 else { return nil }
    position = end
    if end < bytes.endIndex {
      position += 1
      line += 1
    }
    return Array(bytes[start..<end])
  }

  /// False for signs of inline markup and for white space that the parser may drop.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x5D, 0x5F, 0x60: false
    case 0x20...0xFF, MaskedSource.filler: true
    default: false
    }
  }
}

extension CommonMarkLeaf {
  /// The same leaf on other lines.
  fileprivate func on(_ lines: ClosedRange<Int>) -> CommonMarkLeaf {
    CommonMarkLeaf(
      kind: kind, lines: lines, isInList: isInList, isFirstInItem: isFirstInItem, isQuoted: isQuoted, inlines: inlines)
  }

  fileprivate static func paragraph(_ lines: ClosedRange<Int>, _ inlines: [CommonMarkInline]) -> CommonMarkLeaf {
    CommonMarkLeaf(
      kind: .paragraph, lines: lines, isInList: false, isFirstInItem: false, isQuoted: false, inlines: inlines)
  }
}
