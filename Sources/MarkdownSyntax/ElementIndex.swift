/// Elements by the offset they begin at.
struct ElementIndex {
  /// Ascending, as elements are found in the order of the source.
  private let starts: [Int]

  init(_ masked: MaskedSource) { starts = masked.elements.map(\.range.lowerBound) }

  func element(at offset: Int, in masked: MaskedSource) -> MaskedSource.Element? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && starts[low - 1] == offset ? masked.elements[low - 1] : nil
  }
}

/// Character references, by their form.
enum Entity {
  /// The length of the reference at an ampersand, or nil.
  static func length(in source: [UInt8], at start: Int, end: Int) -> Int? {
    var index = start + 1
    while index < end, index - start < 34 {
      let byte = source[index]
      if byte == 0x3B { return index > start + 1 ? index + 1 - start : nil }
      guard (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || (0x30...0x39).contains(byte) || byte == 0x23 else {
        return nil
      }
      index += 1
    }
    return nil
  }
}
