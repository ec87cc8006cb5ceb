extension [UInt8] {
  /// Where a text begins at or after an offset; nil where it does not stand.
  /// - Complexity: linear in the bytes for texts whose first byte is rare, as a markup sign is.
  package func offset(of text: [UInt8], from start: Int = 0) -> Int? {
    guard let first = text.first else { return nil }
    return withUnsafeBufferPointer { bytes in
      var index = start
      while index + text.count <= bytes.count {
        if bytes[index] == first, bytes[index..<(index + text.count)].elementsEqual(text) { return index }
        index += 1
      }
      return nil
    }
  }
}
