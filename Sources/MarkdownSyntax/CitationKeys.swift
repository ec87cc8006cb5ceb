/// Citation keys of the Markdown dialects.
enum CitationKeys {
  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || (0x30...0x39).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  /// The offset after the key that begins at an offset, or nil; punctuation at its end is no part of it.
  static func end(of source: [UInt8], from start: Int, to limit: Int) -> Int? {
    guard start < limit, isWordByte(source[start]), source[start] < 0x80 else { return nil }
    var index = start
    while index < limit, isKeyByte(source[index]) { index += 1 }
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

  /// The keys of `see @a, p. 3; -@b` in a range, cross references left out.
  static func pandoc(in source: [UInt8], _ range: Range<Int>) -> [String] {
    var keys: [String] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard source[index] == 0x40, index == range.lowerBound || !isWordByte(source[index - 1]),
        let end = end(of: source, from: index + 1, to: range.upperBound)
      else {
        index += 1
        continue
      }
      let key = source[(index + 1)..<end]
      if !isCrossReferenceKey(key) { keys.append(String(decoding: key, as: UTF8.self)) }
      index = end
    }
    return keys
  }

  /// True when a bracket is made of citations: one in every second part between semicolons, at least.
  static func isCitationGroup(_ inside: ArraySlice<UInt8>) -> Bool {
    var (parts, keys, isInPart) = (0, 0, false)
    for byte in inside {
      if byte == 0x40 { keys += 1 }
      if byte != 0x3B, !isInPart { parts += 1 }
      isInPart = byte != 0x3B
    }
    return keys > 0 && keys >= parts / 2
  }

  static func isCrossReference(_ inside: ArraySlice<UInt8>) -> Bool {
    guard let at = inside.firstIndex(of: 0x40) else { return false }
    return isCrossReferenceKey(inside[(at + 1)...])
  }

  static func isCrossReferenceKey(_ key: ArraySlice<UInt8>) -> Bool {
    crossReferences.contains { key.starts(with: $0) }
  }

  private static let crossReferences = [
    "fig:", "tbl:", "eq:", "sec:", "lst:", "fig-", "tbl-", "eq-", "sec-", "lst-", "tab:", "tab-",
  ].map { Array($0.utf8) }

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
