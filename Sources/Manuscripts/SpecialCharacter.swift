/// Characters that look like others, or like nothing, and would break words apart.
package enum SpecialCharacter {
  package enum Reading: Sendable, Equatable {
    case asIs, space, nothing
    case text(String)
  }

  /// How one character, given by its UTF-8 bytes, is read.
  package static func reading(_ bytes: ArraySlice<UInt8>) -> Reading { bytes.withUnsafeBufferPointer { reading($0) } }

  /// How one character, given by its UTF-8 bytes, is read.
  package static func reading(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    guard let lead = bytes.first, bytes.count >= 2 else {
      return bytes.first.map { $0 < 0x80 } == true ? .asIs : .text("\u{FFFD}")
    }
    let second = bytes[1]
    guard bytes.count >= 3 else {
      return lead == 0xC2 && second == 0xA0 ? .space : lead == 0xC2 && second == 0xAD ? .nothing : .asIs
    }
    let third = bytes[2]
    switch (lead, second, third) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): return .space
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0xAA...0xAE): return .nothing
    case (0xE2, 0x80, 0x90), (0xE2, 0x80, 0x91), (0xE2, 0x88, 0x92): return .text("-")
    case (0xEF, 0xAC, 0x80): return .text("ff")
    case (0xEF, 0xAC, 0x81): return .text("fi")
    case (0xEF, 0xAC, 0x82): return .text("fl")
    case (0xEF, 0xAC, 0x83): return .text("ffi")
    case (0xEF, 0xAC, 0x84): return .text("ffl")
    default: return .asIs
    }
  }
}

/// Where bytes stop being UTF-8.
package enum UTF8Check {
  /// The offset of the first byte in a range that is not part of a well-formed character, or nil.
  ///
  /// - Parameter range: begins and ends between characters.
  /// - Complexity: linear.
  package static func firstInvalidOffset(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = buffer[index]
        if byte < 0x80 {
          index = endOfASCII(buffer, from: index + 1, to: range.upperBound)
          continue
        }
        let length =
          byte >= 0xF0 && byte <= 0xF4 ? 4 : byte >= 0xE0 && byte < 0xF0 ? 3 : byte >= 0xC2 && byte < 0xE0 ? 2 : 0
        guard length > 0, index + length <= buffer.count else { return index }
        for offset in 1..<length where buffer[index + offset] & 0xC0 != 0x80 { return index }
        index += length
      }
      return nil
    }
  }

  /// The offset of the next byte that is no ASCII, looked for 32 and eight bytes at a time.
  private static func endOfASCII(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(buffer)
    func word(_ offset: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    let highest: UInt64 = 0x8080_8080_8080_8080
    while index + 32 <= end, (word(index) | word(index + 8) | word(index + 16) | word(index + 24)) & highest == 0 {
      index += 32
    }
    while index + 8 <= end, word(index) & highest == 0 { index += 8 }
    while index < end, buffer[index] < 0x80 { index += 1 }
    return index
  }
}
