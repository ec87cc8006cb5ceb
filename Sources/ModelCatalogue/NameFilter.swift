/// Says of most words and numbers that no name of a catalogue begins with them: a copy of a small part of its index,
/// which stays in a core's nearest cache.
package struct NameFilter: Sendable {
  // Open to inlining, as it is asked for every word.
  @usableFromInline let words: [UInt32]

  /// - Parameter words: none, or a power of two.
  init(_ words: [UInt32]) { self.words = words }

  /// False when surely no name begins with the word or number that has this key.
  @inlinable package func mayPass(_ key: UInt64) -> Bool {
    guard !words.isEmpty else { return false }
    let (word, bit) = Self.place(of: key, words: words.count)
    return words[word] &>> bit & 1 == 1
  }

  /// The word and bit of a key; where it stands in the index is told by other bits of it.
  @inlinable static func place(of key: UInt64, words: Int) -> (word: Int, bit: UInt32) {
    (Int(truncatingIfNeeded: key &>> 29) & (words &- 1), UInt32(truncatingIfNeeded: key &>> 24) & 31)
  }
}
