import Manuscripts

/// The brackets of a text that belong together within a paragraph, asked for in the order of the text.
struct BracketPairs {
  /// Ascending by their opening brackets; the closing one is nil where there is none.
  private var pairs: [(open: Int, close: Int?)] = []
  private var next = 0

  /// - Complexity: linear in the bytes.
  init(_ source: [UInt8], from start: Int) {
    var open: [Int] = []
    open.reserveCapacity(8)
    pairs.reserveCapacity(32)
    source.withUnsafeBufferPointer { source in
      var index = Self.signs.firstOffset(in: source, from: start, to: source.count)
      while index < source.count {
        switch source[index] {
        case 0x5B:
          open.append(pairs.count)
          pairs.append((index, nil))
        case 0x5D: if let last = open.popLast() { pairs[last].close = index }
        default: if index + 1 < source.count, source[index + 1] == 0x0A { open.removeAll(keepingCapacity: true) }
        }
        index = Self.signs.firstOffset(in: source, from: index + 1, to: source.count)
      }
    }
  }

  private static let signs = ByteSet("[]\n")

  mutating func close(of start: Int) -> Int? {
    while next < pairs.count, pairs[next].open < start { next += 1 }
    return next < pairs.count && pairs[next].open == start ? pairs[next].close : nil
  }
}
