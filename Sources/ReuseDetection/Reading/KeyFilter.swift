/// Says quickly that a key is in no phrase: most words of a text are in none, and a dictionary is slow to say so.
struct KeyFilter: Sendable {
  /// A power of two of them.
  private var bits: [UInt64]

  /// - Parameter count: how many keys there will be at most; of other words then about one in sixteen passes.
  init(count: Int = 2_000) {
    var words = 1
    while words * 4 < count { words *= 2 }
    bits = [UInt64](repeating: 0, count: words)
  }

  mutating func insert(_ key: UInt64) {
    bits[word(key)] |= 1 << (key & 63)
  }

  /// False when the key was surely not inserted.
  func mayContain(_ key: UInt64) -> Bool {
    bits[word(key)] >> (key & 63) & 1 == 1
  }

  private func word(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 6) & (bits.count - 1) }
}

/// A fixed set of keys that says quickly of most words that they are not in it.
struct KeySet: Sendable, ExpressibleByArrayLiteral {
  private let filter: KeyFilter
  /// At most a few dozen.
  let keys: [UInt64]

  init(_ keys: some Sequence<UInt64>) {
    self.keys = Array(keys)
    var filter = KeyFilter(count: self.keys.count)
    for key in self.keys { filter.insert(key) }
    self.filter = filter
  }

  init(arrayLiteral elements: UInt64...) { self.init(elements) }

  /// - Complexity: one look for most words, linear in the keys for the others.
  func contains(_ key: UInt64) -> Bool { filter.mayContain(key) && keys.contains(key) }
}
