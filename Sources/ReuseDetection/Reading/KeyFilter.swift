/// Says quickly that a key is in no phrase: most words of a text are in none, and a dictionary is slow to say so.
struct KeyFilter: Sendable {
  /// 2^15 bits: with 2,000 keys one word in sixteen passes for nothing.
  private var bits = [UInt64](repeating: 0, count: 512)

  mutating func insert(_ key: UInt64) {
    bits[Self.word(key)] |= 1 << (key & 63)
  }

  /// False when the key was surely not inserted.
  func mayContain(_ key: UInt64) -> Bool {
    bits[Self.word(key)] >> (key & 63) & 1 == 1
  }

  private static func word(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 6) & 511 }
}
