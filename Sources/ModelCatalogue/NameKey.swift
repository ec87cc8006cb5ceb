/// An incremental 64-bit FNV-1a hash over the folded letters and digits of a name.
///
/// Folding: ASCII letters in lower case, digits, `+` and non-ASCII bytes as they are; everything else is left out, so
/// that
/// `ESM-2`, `esm2` and `ESM 2` are one key. Callers append folded bytes only.
package struct NameKey: Sendable, Equatable {
  package private(set) var hash: UInt64

  /// What a key begins with, and what it is multiplied by after each byte.
  package static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
  package static let prime: UInt64 = 0x100_0000_01b3

  /// - Parameter hash: that of the letters and digits so far.
  package init(_ hash: UInt64 = basis) { self.hash = hash }

  package mutating func append(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* Self.prime
  }

  /// The folded byte, or nil for a byte that is no part of a key.
  package static func folded(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x61...0x7A, 0x30...0x39, 0x2B, 0x80...0xFF: byte
    default: nil
    }
  }

  /// The folded bytes of a name.
  package static func folded(_ name: some Sequence<UInt8>) -> [UInt8] { name.compactMap(folded) }
}
