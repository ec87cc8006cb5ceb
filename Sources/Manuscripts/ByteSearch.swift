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

  /// The first offset of a byte between two others, or the second of them, which is the count where none is given.
  package func firstOffset(of byte: UInt8, from start: Int, to end: Int = .max) -> Int {
    withUnsafeBufferPointer { $0.firstOffset(of: byte, from: start, to: end) }
  }

  /// Makes a blank of each line end from an offset on.
  package mutating func joinLines(from start: Int) {
    var lineEnd = firstOffset(of: 0x0A, from: start)
    while lineEnd < count {
      self[lineEnd] = 0x20
      lineEnd = firstOffset(of: 0x0A, from: lineEnd + 1)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first offset of a byte between two others, or the second of them; looked for eight bytes at a time.
  package func firstOffset(of byte: UInt8, from start: Int, to end: Int) -> Int {
    let end = Swift.min(end, count)
    var index = start
    while index + 8 <= end {
      let found = word(at: index).bytes(equalTo: byte)
      if found != 0 { return index + found.firstByte }
      index += 8
    }
    while index < end, self[index] != byte { index += 1 }
    return Swift.max(start, index)
  }

  /// The first offset of a `\n` or `\r` between two others, or the second of them.
  package func firstLineEnd(from start: Int, to end: Int) -> Int {
    let end = Swift.min(end, count)
    var index = start
    while index + 8 <= end {
      let word = word(at: index)
      let found = word.bytes(equalTo: 0x0A) | word.bytes(equalTo: 0x0D)
      if found != 0 { return index + found.firstByte }
      index += 8
    }
    while index < end, self[index] != 0x0A, self[index] != 0x0D { index += 1 }
    return Swift.max(start, index)
  }

  /// The eight bytes from an offset on; there must be as many.
  @inlinable package func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

/// Eight bytes at once, the first of them the lowest.
extension UInt64 {
  /// Eight equal bytes.
  @inlinable package init(eight byte: UInt8) { self = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The highest bit of bytes that are zero; of those behind the first such byte, maybe of some that are one, too.
  @inlinable package var zeroBytes: UInt64 {
    // A byte that is zero is one that borrows from its highest bit.
    (self &- UInt64(eight: 0x01)) & ~self & UInt64(eight: 0x80)
  }

  /// The highest bit of bytes that are equal to one; of those behind the first such byte, maybe of some more.
  @inlinable package func bytes(equalTo byte: UInt8) -> UInt64 { (self ^ UInt64(eight: byte)).zeroBytes }

  /// The highest bit of just the bytes that are equal to one.
  @inlinable package func bytes(justEqualTo byte: UInt8) -> UInt64 {
    // No sum of seven bits reaches the next byte.
    let (low, difference) = (UInt64(eight: 0x7F), self ^ UInt64(eight: byte))
    return ~((difference & low) &+ low | difference | low)
  }

  /// The highest bit of bytes below 0x20; of those behind the first such byte, maybe of some more.
  @inlinable package var controlBytes: UInt64 { (self &- UInt64(eight: 0x20)) & ~self & UInt64(eight: 0x80) }

  /// The number of the first byte with its highest bit set.
  @inlinable package var firstByte: Int { trailingZeroBitCount >> 3 }
}

/// A set of bytes that a text is searched for.
package struct ByteSet: Sendable {
  @usableFromInline let isMember: [Bool]

  package init(_ isMember: (UInt8) -> Bool) { self.isMember = (0...255).map { isMember($0) } }

  /// The bytes of an ASCII text.
  package init(_ text: StaticString) {
    self.init { byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).contains(byte) }
  }

  @inlinable package func contains(_ byte: UInt8) -> Bool { isMember[Int(byte)] }

  /// The first offset of a member between two offsets, or the second of them.
  package func firstOffset(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    let end = min(end, bytes.count)
    return isMember.withUnsafeBufferPointer { isMember in
      // There are 256 entries, one for every byte.
      func holds(_ index: Int) -> Bool { isMember[Int(bytes[index])] }
      var index = start
      while index + 4 <= end, !holds(index), !holds(index + 1), !holds(index + 2), !holds(index + 3) { index += 4 }
      while index < end, !holds(index) { index += 1 }
      return index
    }
  }
}
