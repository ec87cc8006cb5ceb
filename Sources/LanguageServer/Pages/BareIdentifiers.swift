/// DOIs and arXiv ids that stand in a text without an address.
enum BareIdentifiers {
  struct Found: Equatable {
    let range: Range<Int>
    let target: String
  }

  /// All of them in a source, in order; those that are part of an address are left to the editor.
  /// - Complexity: linear.
  static func all(in bytes: [UInt8]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < bytes.count {
      let hit: Found? =
        switch bytes[index] {
        case 0x31: doi(bytes, index)
        case 0x61, 0x41: arXiv(bytes, index)
        default: nil
        }
      guard let hit, !isInAddress(bytes, index) else {
        index += 1
        continue
      }
      found.append(hit)
      index = hit.range.upperBound
    }
    return found
  }

  /// Signs that no DOI in use holds, or that markup puts behind it: `"%&'*,<>[]`, a back-tick, braces and a bar.
  private static let ending = Set("\"%&'*,<>[]`{}|".utf8)

  /// `10.`, a registrant of four to nine digits, a slash, and what follows up to white space or a sign that ends it.
  private static func doi(_ bytes: [UInt8], _ start: Int) -> Found? {
    guard start == 0 || !isWord(bytes[start - 1]) && bytes[start - 1] != 0x2E, starts(bytes, start, "10.") else {
      return nil
    }
    var index = start + 3
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    guard (4...9).contains(index - start - 3), index < bytes.count, bytes[index] == 0x2F else { return nil }
    var end = index + 1
    var depth = 0
    scan: while end < bytes.count {
      switch bytes[end] {
      case 0x28: depth += 1
      case 0x29:
        if depth == 0 { break scan }
        depth -= 1
      // `\_` is an underscore of LaTeX's; any other command ends it.
      case 0x5C:
        guard end + 1 < bytes.count, bytes[end + 1] == 0x5F else { break scan }
        end += 1
      case let byte: if byte <= 0x20 || byte >= 0x7F || ending.contains(byte) { break scan }
      }
      end += 1
    }
    while end > index + 1, [0x2E, 0x3A, 0x3B, 0x3F, 0x21, 0x7E].contains(bytes[end - 1]) { end -= 1 }
    guard end > index + 1 else { return nil }
    let id = String(decoding: bytes[start..<end].filter { $0 != 0x5C }, as: UTF8.self)
    return Found(range: start..<end, target: WebAddress.doi(id))
  }

  /// `arXiv:` and an id of either form, with its version.
  private static func arXiv(_ bytes: [UInt8], _ start: Int) -> Found? {
    guard start == 0 || !isWord(bytes[start - 1]), starts(bytes, start, "arxiv:") else { return nil }
    var first = start + 6
    if first < bytes.count, bytes[first] == 0x20 { first += 1 }
    guard var end = endOfNewID(bytes, first) ?? endOfOldID(bytes, first) else { return nil }
    if end + 1 < bytes.count, bytes[end] == 0x76, isDigit(bytes[end + 1]) {
      end += 1
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    }
    guard end == bytes.count || !isWord(bytes[end]) else { return nil }
    return Found(range: start..<end, target: WebAddress.arXiv(String(decoding: bytes[first..<end], as: UTF8.self)))
  }

  /// `2403.01234`.
  private static func endOfNewID(_ bytes: [UInt8], _ start: Int) -> Int? {
    var end = start
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    guard end - start == 4, end < bytes.count, bytes[end] == 0x2E else { return nil }
    let number = end + 1
    end = number
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return (4...5).contains(end - number) ? end : nil
  }

  /// `hep-th/9901001`, `math.AG/0309136`.
  private static func endOfOldID(_ bytes: [UInt8], _ start: Int) -> Int? {
    var end = start
    while end < bytes.count, (0x61...0x7A).contains(bytes[end] | 0x20) || bytes[end] == 0x2D || bytes[end] == 0x2E {
      end += 1
    }
    guard end > start, end < bytes.count, bytes[end] == 0x2F else { return nil }
    let number = end + 1
    end = number
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return end - number == 7 ? end : nil
  }

  /// True when the run of signs before an offset has `://` in it.
  private static func isInAddress(_ bytes: [UInt8], _ offset: Int) -> Bool {
    var index = offset
    // Addresses are shorter than this; a longer run without white space is no prose.
    let bound = max(0, offset - 200)
    while index > bound, bytes[index - 1] > 0x20, bytes[index - 1] != 0x7B, bytes[index - 1] != 0x28 {
      index -= 1
      if bytes[index] == 0x3A, starts(bytes, index, "://") { return true }
    }
    return false
  }

  private static func starts(_ bytes: [UInt8], _ offset: Int, _ text: StaticString) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let byte = bytes[offset + index]
      guard ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == text.utf8Start[index] else { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}
