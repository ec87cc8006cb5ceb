/// The unit in which a client counts the characters of a line.
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// How many units the character takes whose UTF-8 begins with this byte; 0 for continuation bytes.
  func units(lead byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    case .utf32: byte & 0xC0 == 0x80 ? 0 : 1
    }
  }
}

/// A text with its line starts, and the only place where LSP positions meet byte offsets.
package struct TextPositions: Sendable, Equatable {
  package private(set) var bytes: [UInt8]
  package let encoding: PositionEncoding
  /// Byte offsets at which lines begin, 0-based; never empty.
  private var lineStarts: [Int]

  /// - Complexity: linear in the bytes.
  package init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == 0x0A || byte == 0x0D && !(index < buffer.count && buffer[index] == 0x0A) { starts.append(index) }
      }
    }
    lineStarts = starts
  }

  /// Puts other bytes in the place of a range.
  /// - Complexity: linear in the new bytes, and in what lies behind them with a small constant.
  package mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    bytes.replaceSubrange(range, with: text)
    // A line's beginning depends on the byte before it and, behind a carriage return, on its own first.
    let kept = lineStarts.partitioningIndex { $0 >= max(range.lowerBound, 1) }
    let tail = lineStarts.partitioningIndex { $0 > range.upperBound }
    let shift = text.count - range.count
    var starts: [Int] = []
    for index in max(range.lowerBound - 1, 0)..<(range.lowerBound + text.count) where endsLine(index) {
      starts.append(index + 1)
    }
    starts += lineStarts[tail...].lazy.map { $0 + shift }
    lineStarts.replaceSubrange(kept..., with: starts)
  }

  private func endsLine(_ index: Int) -> Bool {
    bytes[index] == 0x0A || bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
  }

  /// The byte offset of a position; lines and characters beyond the text are clamped to its ends, places inside a
  /// character to its beginning.
  package func offset(line: Int, character: Int) -> Int {
    guard line >= 0 else { return 0 }
    guard line < lineStarts.count else { return bytes.count }
    let end = endOfLine(line)
    var offset = lineStarts[line]
    var units = 0
    while offset < end {
      let width = encoding.units(lead: bytes[offset])
      if width > 0, units + width > character { break }
      units += width
      offset += 1
    }
    // In UTF-8 a careless client can mean a place inside a character.
    while offset > lineStarts[line], offset < end, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The 0-based line and character of a byte offset, clamped to the text.
  package func position(at offset: Int) -> (line: Int, character: Int) {
    let clamped = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= clamped { low = middle } else { high = middle }
    }
    let stop = min(clamped, max(endOfLine(low), lineStarts[low]))
    var units = 0
    for index in lineStarts[low]..<stop { units += encoding.units(lead: bytes[index]) }
    return (low, units)
  }

  /// The offset of a line's end, before its line break.
  private func endOfLine(_ line: Int) -> Int {
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    while end > lineStarts[line], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  package func json(at offset: Int) -> JSONValue {
    let place = position(at: offset)
    return ["line": .integer(place.line), "character": .integer(place.character)]
  }

  package func json(of range: Range<Int>) -> JSONValue {
    ["start": json(at: range.lowerBound), "end": json(at: range.upperBound)]
  }

  /// The byte offset that a `Position` object means; nil when it is none.
  package func offset(of position: JSONValue) -> Int? {
    guard let line = position["line"].integer, let character = position["character"].integer else { return nil }
    return offset(line: line, character: character)
  }

  /// The byte range that a `Range` object means; ends in the wrong order are put right.
  package func range(of range: JSONValue) -> Range<Int>? {
    guard let start = offset(of: range["start"]), let end = offset(of: range["end"]) else { return nil }
    return min(start, end)..<max(start, end)
  }
}

extension [Int] {
  /// The first index at which ascending numbers satisfy a condition, found by bisection.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
