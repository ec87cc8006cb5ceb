extension Catalogue {
  /// The listed hub id that a text surely means by an id that no source lists: the same letters and digits with other
  /// signs between them, one letter wrong in a word of five or more, or one left out of a long name, at the same owner.
  ///
  /// Hubs hold far more than the catalogue: an id with another digit, size or owner is another model, not a slip.
  /// - Parameter id: `owner/name`.
  /// - Complexity: linear in the table, which takes about a millisecond.
  package func hubID(meantBy id: String) -> ModelCheckpoint? {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count >= 2, parts[1].utf8.count >= 5 else { return nil }
    guard !isListedAsWritten(id) else { return nil }
    let written = Array(id.utf8)
    let owner = parts[0].utf8.count
    var isKnown = false
    let found = checkpoints { candidate, _ in
      guard !isKnown, abs(candidate.count - written.count) <= 3, Self.begins(candidate, written[...owner]) else {
        return false
      }
      if Self.isEqual(candidate, written) {
        isKnown = true
        return false
      }
      return Self.isSlip(written[(owner + 1)...], of: candidate.dropFirst(owner + 1))
    }
    let meant = found.map(checkpoint(at:)).filter { $0.isListed && $0.host.hasPrefix("huggingface.co") }
    guard !isKnown, let first = meant.first, meant.allSatisfy({ $0.id == first.id }) else { return nil }
    return first
  }

  /// True for an id that the index has letter by letter.
  private func isListedAsWritten(_ id: String) -> Bool {
    var key = NameKey()
    for byte in NameKey.folded(id.utf8) { key.append(byte) }
    return lookup(key.hash).entries.contains { entry(at: $0).spelling == id }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lower(byte)) }

  /// Letters of either case are one.
  private static func begins(_ id: Slice<UnsafeBufferPointer<UInt8>>, _ wanted: ArraySlice<UInt8>) -> Bool {
    id.count >= wanted.count && zip(id, wanted).allSatisfy { lower($0) == lower($1) }
  }

  private static func isEqual(_ id: Slice<UnsafeBufferPointer<UInt8>>, _ wanted: [UInt8]) -> Bool {
    id.count == wanted.count && begins(id, wanted[...])
  }

  /// True when a name is another one with a slip of the pen.
  private static func isSlip(_ name: ArraySlice<UInt8>, of other: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let left = name.map(lower)
    let right = other.map(lower)
    if NameKey.folded(left) == NameKey.folded(right) { return true }
    guard left.filter(isDigit) == right.filter(isDigit) else { return false }
    let head = zip(left, right).prefix { $0 == $1 }.count
    let tail = zip(left.dropFirst(head).reversed(), right.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let changed = (left[head..<(left.count - tail)], right[head..<(right.count - tail)])
    guard (changed.0 + changed.1).allSatisfy(isLetter) else { return false }
    switch (changed.0.count, changed.1.count) {
    case (0, 1), (1, 0): if left.count >= longName { return true }
    case (1, 1): break
    case (2, 2): guard changed.0.elementsEqual(changed.1.reversed()) else { return false }
    default: return false
    }
    return word(around: head, in: right) >= shortestWord
  }

  /// Letters of the run of letters that holds or touches an offset.
  private static func word(around offset: Int, in name: [UInt8]) -> Int {
    name[..<offset].reversed().prefix(while: isLetter).count + name[offset...].prefix(while: isLetter).count
  }

  /// In names of so many characters a letter more or less is a slip wherever it stands, if one id alone is so near.
  private static let longName = 16
  /// In shorter words ("base", "tiny", "lite") one letter more or less is often another model.
  private static let shortestWord = 5
}
