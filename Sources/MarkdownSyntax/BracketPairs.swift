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
    for index in start..<source.count {
      switch source[index] {
      case 0x5B:
        open.append(opens.count)
        opens.append(index)
        closes.append(nil)
      case 0x5D: if let last = open.popLast() { closes[last] = index }
      case 0x0A: if index + 1 < source.count, source[index + 1] == 0x0A { open.removeAll() }
      default: break
      }
    }
  }

  mutating func close(of start: Int) -> Int? {
    while next < opens.count, opens[next] < start { next += 1 }
    return next < opens.count && opens[next] == start ? closes[next] : nil
  }
}
