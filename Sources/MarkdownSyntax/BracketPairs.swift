import Manuscripts

/// The brackets of a text that belong together within a paragraph, asked for in the order of the text.
struct BracketPairs {
  /// Ascending.
  private var opens: [Int] = []
  /// The place of the closing bracket of each, or nil.
  private var closes: [Int?] = []
  private var next = 0

  /// - Complexity: linear in the bytes.
  init(_ source: [UInt8], from start: Int) {
    var open: [Int] = []
    source.withUnsafeBufferPointer { source in
      var index = Self.signs.firstOffset(in: source, from: start, to: source.count)
      while index < source.count {
        switch source[index] {
        case 0x5B:
          open.append(opens.count)
          opens.append(index)
          closes.append(nil)
        case 0x5D: if let last = open.popLast() { closes[last] = index }
        default: if index + 1 < source.count, source[index + 1] == 0x0A { open.removeAll(keepingCapacity: true) }
        }
        index = Self.signs.firstOffset(in: source, from: index + 1, to: source.count)
      }
    }
  }

  private static let signs = ByteSet("[]\n")

  mutating func close(of start: Int) -> Int? {
    while next < opens.count, opens[next] < start { next += 1 }
    return next < opens.count && opens[next] == start ? closes[next] : nil
  }
}
