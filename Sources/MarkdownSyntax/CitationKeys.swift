/// Citation keys of the Markdown dialects.
enum CitationKeys {
  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || (0x30...0x39).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  /// The offset after the key that begins at an offset, or nil; punctuation at its end is no part of it.
  static func end(of source: [UInt8], from start: Int) -> Int? {
    guard start < source.count, isWordByte(source[start]), source[start] < 0x80 else { return nil }
    var index = start
    while index < source.count, isKeyByte(source[index]) { index += 1 }
    while index > start, !isWordByte(source[index - 1]), source[index - 1] != 0x2F { index -= 1 }
    return index > start ? index : nil
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    if isWordByte(byte) { return byte < 0x80 }
    switch byte {
    case 0x3A, 0x2E, 0x23, 0x24, 0x25, 0x26, 0x2D, 0x2B, 0x3F, 0x3C, 0x3E, 0x7E, 0x2F: return true
    default: return false
    }
  }

  /// The keys of `see @a, p. 3; -@b`, cross references left out.
  static func pandoc(_ inside: ArraySlice<UInt8>) -> [String] {
    let bytes = Array(inside)
    var keys: [String] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x40, index == 0 || !isWordByte(bytes[index - 1]), let end = end(of: bytes, from: index + 1)
      else {
        index += 1
        continue
      }
      let key = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      if !isCrossReferenceKey(key) { keys.append(key) }
      index = end
    }
    return keys
  }

  /// True when a bracket is made of citations: each part after a semicolon has a key.
  static func isCitationGroup(_ inside: ArraySlice<UInt8>) -> Bool {
    let parts = inside.split(separator: 0x3B)
    return !parts.isEmpty && parts.contains { $0.contains(0x40) }
      && inside.filter { $0 == 0x40 }.count >= parts.count / 2
  }

  static func isCrossReference(_ inside: ArraySlice<UInt8>) -> Bool {
    guard let at = inside.firstIndex(of: 0x40) else { return false }
    return isCrossReferenceKey(String(decoding: inside[(at + 1)...], as: UTF8.self))
  }

  static func isCrossReferenceKey(_ key: String) -> Bool {
    ["fig:", "tbl:", "eq:", "sec:", "lst:", "fig-", "tbl-", "eq-", "sec-", "lst-", "tab:", "tab-"].contains(
      where: key.hasPrefix)
  }

  /// Keys parted by commas.
  static func latex(_ inside: ArraySlice<UInt8>) -> [String] {
    inside.split(separator: 0x2C).map { String(decoding: $0.filter { $0 > 0x20 }, as: UTF8.self) }.filter {
      !$0.isEmpty
    }
  }

  /// The keys of `<d-cite key="a,b">`.
  static func attribute(_ tag: ArraySlice<UInt8>) -> [String] {
    guard let open = tag.firstIndex(where: { $0 == 0x22 || $0 == 0x27 }) else { return [] }
    let rest = tag[(open + 1)...]
    guard let close = rest.firstIndex(of: tag[open]) else { return [] }
    return latex(rest[..<close])
  }
}
