/// Character references, by their form.
enum Entity {
  /// The length of the reference at an ampersand, or nil.
  static func length(in source: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> Int? {
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
