extension Catalogue {
  /// The listed hub id that a text surely means by an id that no source lists: the same letters and digits with other
  /// signs between them, one letter wrong in a word of five or more, or one left out of a long name, at the same owner
  /// or at one whose name goes on (`google` for `google-bert`).
  ///
  /// Hubs hold far more than the catalogue: an id with another digit, size or owner is another model, not a slip.
  /// - Parameter id: `owner/name`, or the single name of one of the first models.
  /// - Complexity: linear in the table, which takes about a millisecond.
  package func hubID(meantBy id: String) -> ModelCheckpoint? {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.last, name.utf8.count >= 5 else { return nil }
    guard parts.count == 1 || parts[0].utf8.count >= 2, !isListedAsWritten(id) else { return nil }
    let written = Array(name.utf8)
    let owner = parts.count == 2 ? Array(parts[0].utf8) : []
    var isKnown = false
    let found = checkpoints(beginning: owner) { candidate, _ in
      let slash = candidate.lastIndex(of: 0x2F)
      let other = candidate[(slash.map { $0 + 1 } ?? candidate.startIndex)...]
      guard !isKnown, abs(other.count - written.count) <= 3,
        Self.isOwner(owner, candidate[..<(slash ?? candidate.startIndex)])
      else { return false }
      if other.count == written.count, zip(other, written).allSatisfy({ Self.lower($0) == Self.lower($1) }) {
        isKnown = true
        return false
      }
      return Self.isSlip(written[...], of: other)
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

  static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(lower(byte)) }

  /// True for the owner itself and one whose name goes on behind a dash; letters of either case are one.
  private static func isOwner(_ written: [UInt8], _ listed: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard listed.count >= written.count, zip(listed, written).allSatisfy({ lower($0) == lower($1) }) else {
      return false
    }
    return listed.count == written.count
      || written.count >= shortestOwner && listed[listed.startIndex + written.count] == 0x2D
  }

  /// True when a name is another one with a slip of the pen.
  private static func isSlip(_ name: ArraySlice<UInt8>, of other: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if haveSameLetters(name, other) { return true }
    // Asked of thousands of names: most are told apart by where they begin and cease to differ.
    let head = zip(name, other).prefix { lower($0) == lower($1) }.count
    let rest = (name.dropFirst(head), other.dropFirst(head))
    let tail = zip(rest.0.reversed(), rest.1.reversed()).prefix { lower($0) == lower($1) }.count
    guard rest.0.count - tail <= 2, rest.1.count - tail <= 2 else { return false }
    let left = name.map(lower)
    let right = other.map(lower)
    guard left.filter(isDigit) == right.filter(isDigit) else { return false }
    let changed = (left[head..<(left.count - tail)], right[head..<(right.count - tail)])
    guard (changed.0 + changed.1).allSatisfy(isLetter) else { return false }
    let word = word(around: head, in: right)
    switch (changed.0.count, changed.1.count) {
    case (0, 1): if left.count >= longName || word.elementsEqual(base) { return true }
    case (1, 0): if left.count >= longName { return true }
    case (1, 1):
      let isMark = word.count == 1 && left.count >= longName
      if isMark, !(changed.0 + changed.1).contains(where: sizes.contains) { return true }
    case (2, 2): guard changed.0.elementsEqual(changed.1.reversed()) else { return false }
    default: return false
    }
    return word.count >= shortestWord
  }

  /// True when two names differ in signs alone, and in the letters' case.
  private static func haveSameLetters(_ name: ArraySlice<UInt8>, _ other: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = other[...]
    for byte in name {
      guard let folded = NameKey.folded(byte) else { continue }
      guard let index = rest.firstIndex(where: { NameKey.folded($0) != nil }), NameKey.folded(rest[index]) == folded
      else { return false }
      rest = rest[(index + 1)...]
    }
    return rest.allSatisfy { NameKey.folded($0) == nil }
  }

  /// The run of letters that holds or touches an offset.
  private static func word(around offset: Int, in name: [UInt8]) -> ArraySlice<UInt8> {
    let before = name[..<offset].reversed().prefix(while: isLetter).count
    return name[(offset - before)..<(offset + name[offset...].prefix(while: isLetter).count)]
  }

  /// A word of four letters of which no name has three alone.
  private static let base = Array("base".utf8)
  /// Letters that stand for a size, a flavour or a number of weights, as in "yolov8s" and "8b".
  private static let sizes = Array("nsmlxbthgkc".utf8)
  /// Of shorter owners another's name may well be the beginning.
  private static let shortestOwner = 4

  /// In names of so many characters a letter more or less is a slip wherever it stands, if one id alone is so near.
  private static let longName = 16
  /// In shorter words ("base", "tiny", "lite") one letter more or less is often another model.
  private static let shortestWord = 5
}
