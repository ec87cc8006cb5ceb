/// A search for a few ASCII letters in texts, which `String.contains` is slow at.
package struct LetterSearch: Sendable {
  private let letters: [UInt8]

  /// - Parameter letters: ASCII letters and signs, small letters for either case.
  package init(_ letters: String) { self.letters = Array(letters.utf8) }

  /// True when the letters stand in a text.
  package func finds(in text: String) -> Bool { offset(behindFirstIn: text) != nil }

  /// The offset of the UTF-8 byte behind the first place of the letters in a text.
  package func offset(behindFirstIn text: String) -> Int? {
    // Texts have their bytes in one piece, so that nothing is copied.
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= letters.count else { return nil }
      return letters.withUnsafeBufferPointer { letters in
        for start in 0...(bytes.count - letters.count) where Self.begin(bytes, at: start, letters) {
          return start + letters.count
        }
        return nil
      }
    }
  }

  private static func begin(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ letters: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in letters.indices {
      let byte = bytes[start + index]
      let isCapital = (0x41...0x5A).contains(byte)
      if letters[index] != (isCapital ? byte | 0x20 : byte) { return false }
    }
    return true
  }
}
