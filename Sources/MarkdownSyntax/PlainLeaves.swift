import Manuscripts

/// The leaves of a part of a Markdown file: paragraphs and headings of plain inlines are cut out here, the rest is left
/// to CommonMark's parser, which gives the same for them and takes ten times as long.
///
/// A paragraph at the margin behind a blank line closes lists, quotations and indented code before it, so that what
/// stands on both sides of it can be read apart. Where a fence or raw HTML begins, the rest is read as one.
struct PlainLeaves {
  private let bytes: [UInt8]
  private let end: Int
  private let definitions: [UInt8]
  private var inlines: PlainInlines
  private var position: Int
  /// The number of the line at the position, from 1.
  private var line = 1
  /// Where the stretch for the parser begins.
  private var parsed: (start: Int, line: Int)?

  /// Appends the leaves of a range of bytes.
  ///
  /// - Parameter definitions: lines `[label]: address` that stand elsewhere; they give no leaf.
  /// - Complexity: linear in the bytes, and that of the parser for what is left to it.
  static func append(
    _ bytes: [UInt8], _ range: Range<Int>, definitions: [UInt8] = [], to leaves: inout CommonMarkLeaves
  ) {
    guard canBeParted(bytes, range) else {
      return CommonMarkTree.append(bytes[range], definitions: definitions, to: &leaves)
    }
    var reader = PlainLeaves(bytes, range, definitions)
    reader.read(&leaves)
  }

  /// Appends the leaves of a range that stands alone, with white space around it.
  static func append(alone range: Range<Int>, of bytes: [UInt8], to leaves: inout CommonMarkLeaves) {
    // The parser replaces what is not UTF-8.
    guard UTF8Check.firstInvalidOffset(in: bytes, range) == nil else {
      return CommonMarkTree.append(bytes[range], to: &leaves)
    }
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    while start < end, bytes[start] == 0x20 { start += 1 }
    // What is indented farther is code.
    append(bytes, start - range.lowerBound < 4 ? start..<end : range, to: &leaves)
  }

  /// False where a link definition means something in other paragraphs, or lines do not end as this reader thinks.
  private static func canBeParted(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let end = range.upperBound
      guard bytes.firstOffset(of: 0x0D, from: range.lowerBound, to: end) == end else { return false }
      var close = bytes.firstOffset(of: 0x5D, from: range.lowerBound, to: end)
      while close + 1 < end {
        if bytes[close + 1] == 0x3A { return false }
        close = bytes.firstOffset(of: 0x5D, from: close + 1, to: end)
      }
      return true
    }
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ definitions: [UInt8]) {
    self.bytes = bytes
    self.definitions = definitions
    inlines = PlainInlines(bytes, range, hasDefinitions: !definitions.isEmpty)
    position = range.lowerBound
    end = range.upperBound
  }

  private mutating func read(_ leaves: inout CommonMarkLeaves) {
    while skipBlankLines() {
      let (start, firstLine, count) = (position, line, leaves.leaves.count)
      if !appendParagraph(to: &leaves) {
        leaves.removeLeaves(from: count)
        (position, line) = (start, firstLine)
        if parsed == nil { parsed = (start, firstLine) }
        if !skipParagraph() { break }
      } else if parsed != nil {
        // The leaves of what the parser reads come first.
        leaves.removeLeaves(from: count)
        (position, line) = (start, firstLine)
        parse(to: start, line: firstLine, &leaves)
        _ = appendParagraph(to: &leaves)
      }
    }
    parse(to: end, line: .max, &leaves)
  }

  /// Hands what was left to the parser on to it.
  private mutating func parse(to end: Int, line endLine: Int, _ leaves: inout CommonMarkLeaves) {
    guard let (start, firstLine) = parsed else { return }
    parsed = nil
    CommonMarkTree.append(
      bytes[start..<end], definitions: definitions, lines: firstLine..<endLine, to: &leaves)
  }

  /// Moves to the next line that is not blank; false at the end.
  private mutating func skipBlankLines() -> Bool {
    var index = position
    while index < end {
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
    while position < end, !isBlankLine {
      var index = position
      // Lists and quotations may hold what spans blank lines.
      while index < end, Self.isBlockSign(bytes[index]) { index += 1 }
      if index < end {
        switch bytes[index] {
        case 0x3C: if !inlines.isUTF8 || mayHoldBlankLines(index) { return false }
        case 0x60, 0x7E: if isRepeated(index) { return false }
        default: break
        }
      }
      index = endOfLine(index)
      position = min(index + 1, end)
      if index < end { line += 1 }
    }
    return true
  }

  /// True for what may stand before the text of a line in lists and quotations.
  private static func isBlockSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D, 0x2E, 0x29, 0x30...0x39: true
    default: false
    }
  }

  private func endOfLine(_ offset: Int) -> Int {
    bytes.firstOffset(of: 0x0A, from: offset, to: end)
  }

  /// True for raw HTML that does not end at a blank line: comments and the like, and preformatted text.
  private func mayHoldBlankLines(_ index: Int) -> Bool {
    guard index + 1 < end else { return false }
    return bytes[index + 1] == 0x21 || bytes[index + 1] == 0x3F
      || Self.rawNames.contains { holds($0, at: index + 1) }
  }

  private static let rawNames: [StaticString] = ["pre", "script", "style", "textarea"]

  /// True for a word in letters of either case at an offset.
  private func holds(_ word: StaticString, at offset: Int) -> Bool {
    guard offset + word.utf8CodeUnitCount <= end else { return false }
    for index in 0..<word.utf8CodeUnitCount where bytes[offset + index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  /// True for three equal signs at an offset.
  private func isRepeated(_ index: Int) -> Bool {
    index + 2 < end && bytes[index + 1] == bytes[index] && bytes[index + 2] == bytes[index]
  }

  /// Appends the heading and the paragraph at the position; false where there is more to them than plain inlines.
  private mutating func appendParagraph(to leaves: inout CommonMarkLeaves) -> Bool {
    var hasText = false
    var firstLine = line
    _ = inlines.begin()
    while position < end, !isBlankLine {
      if bytes[position] == 0x23 {
        if hasText { leaves.finish(.paragraph, firstLine...(line - 1)) }
        hasText = false
        guard inlines.begin(), appendHeading(to: &leaves), inlines.begin() else { return false }
        firstLine = line
      } else {
        if hasText { leaves.append(.lineBreak) }
        guard beginsPlain(), let end = inlines.append(lineFrom: position, to: &leaves) else { return false }
        moveBehind(lineEnd: end)
        hasText = true
      }
    }
    if hasText { leaves.finish(.paragraph, firstLine...max(firstLine, lastLine)) }
    return inlines.begin()
  }

  private mutating func moveBehind(lineEnd: Int) {
    position = lineEnd
    guard lineEnd < end else { return }
    position += 1
    line += 1
  }

  /// The number of the line before the position.
  private var lastLine: Int { bytes[position - 1] == 0x0A ? line - 1 : line }

  private var isBlankLine: Bool {
    var index = position
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index >= end || bytes[index] == 0x0A
  }

  /// Appends `## Words`, without signs at its end; false where there is more to it.
  private mutating func appendHeading(to leaves: inout CommonMarkLeaves) -> Bool {
    var index = position
    while index < end, bytes[index] == 0x23 { index += 1 }
    let level = index - position
    guard level <= 6, index < end, bytes[index] == 0x20 else { return false }
    while index < end, bytes[index] == 0x20 { index += 1 }
    guard index < end, bytes[index] != 0x0A, let lineEnd = inlines.append(lineFrom: index, to: &leaves),
      !bytes[index..<lineEnd].contains(0x23)
    else { return false }
    leaves.finish(.heading(level), line...line)
    moveBehind(lineEnd: lineEnd)
    return true
  }

  /// False for a line that may be anything but a paragraph's: only its first bytes tell.
  private mutating func beginsPlain() -> Bool {
    switch bytes[position] {
    case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, MaskedSource.filler, 0x22, 0x24, 0x25, 0x27, 0x28, 0x29, 0x2C, 0x2E,
      0x2F, 0x3A, 0x3B, 0x3F, 0x40:
      return true
    case 0x5B, 0x60: return true
    case 0x2A: return isVisible(position + 1) && (bytes[position + 1] != 0x2A || isVisible(position + 2))
    case 0x2B: return isVisible(position + 1) && inlines.isUTF8
    case 0x2D: return isVisible(position + 1) && bytes[position + 1] != 0x2D && inlines.isUTF8
    case 0x30...0x39:
      var index = position
      while index < end, (0x30...0x39).contains(bytes[index]) { index += 1 }
      return index < end && bytes[index] != 0x2E && bytes[index] != 0x29 || isVisible(index + 1) && inlines.isUTF8
    default: return false
    }
  }

  private func isVisible(_ offset: Int) -> Bool { offset < end && bytes[offset] > 0x20 }
}
