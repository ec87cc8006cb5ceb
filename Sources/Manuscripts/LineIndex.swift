/// The line starts of one file; the only place where line and column numbers exist.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`.
package struct LineIndex: Sendable, Equatable {
  /// A 1-based line and 1-based column in UTF-8 bytes.
  package struct Position: Sendable, Hashable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Byte offsets at which lines begin; never empty.
  package let lineStarts: [Int]
  private let byteCount: Int

  /// - Complexity: linear in the bytes.
  package init(_ bytes: [UInt8]) {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var index = 0
      while index < buffer.count {
        while index + 8 <= buffer.count, !Self.holdsLineEnd(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
          index += 8
        }
        guard index < buffer.count else { break }
        let byte = buffer[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D {
          if index < buffer.count, buffer[index] == 0x0A { index += 1 }
          starts.append(index)
        }
      }
    }
    lineStarts = starts
    byteCount = bytes.count
  }

  /// True when one of eight bytes is `\n` or `\r`.
  private static func holdsLineEnd(_ word: UInt64) -> Bool {
    // A byte that is zero is one that borrows from its highest bit.
    func holdsZero(_ word: UInt64) -> Bool { (word &- ones) & ~word & (ones << 7) != 0 }
    return holdsZero(word ^ ones &* 0x0A) || holdsZero(word ^ ones &* 0x0D)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The position of a byte offset; offsets outside the file are clamped to it.
  /// - Complexity: logarithmic in the number of lines.
  package func position(at offset: Int) -> Position {
    let clamped = min(max(offset, 0), byteCount)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= clamped { low = middle } else { high = middle }
    }
    return Position(line: low + 1, column: clamped - lineStarts[low] + 1)
  }

  /// The byte range of a 1-based line without its line end, or nil when there is no such line.
  package func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : byteCount
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
