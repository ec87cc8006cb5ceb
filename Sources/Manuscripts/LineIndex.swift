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
    bytes.withUnsafeBufferPointer { bytes in
      var index = bytes.firstLineEnd(from: 0, to: bytes.count)
      while index < bytes.count {
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        starts.append(index + (isPair ? 2 : 1))
        index = bytes.firstLineEnd(from: index + (isPair ? 2 : 1), to: bytes.count)
      }
    }
    lineStarts = starts
    byteCount = bytes.count
  }

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
