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
