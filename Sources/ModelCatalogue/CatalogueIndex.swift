/// The layout of the embedded phrase index, little-endian 32-bit words.
///
/// Header (8 words): magic, slot count (a power of two), entry count, family count, checkpoint count, filter words (a
/// power of two), two zeros. Then the filter, in which the bits are set of every key that a first word or number alone
/// can have (`Catalogue.firstKeyBits`), the slots (tag, value), the entries (family, checkpoint + 1 or 0, spelling
/// offset, spelling length | kind << 16 | last << 31), the row offsets of families and checkpoints, and the bytes of
/// all spellings. A slot's value is 0 when it is empty, else bit 31 says that some phrase goes on after this key and
/// the rest is the first entry + 1, or 0 for none.
enum CatalogueIndex {
  static let magic: UInt32 = 0x434F_4C34
  static let headerWords = 8
  static let entryWords = 4
  static let prefixBit: UInt32 = 0x8000_0000
  /// Filter bits for each key, at least: one word in twenty that begins no phrase passes, and the filter stays in a
  /// core's nearest cache.
  static let filterBitsPerKey = 8

  /// The index of two tables; deterministic.
  static func build(families: [UInt8], checkpoints: [UInt8]) -> [UInt8] {
    var builder = CatalogueIndexBuilder()
    builder.addFamilies(families)
    builder.addCheckpoints(checkpoints)
    return builder.serialised()
  }
}

/// Collects phrases and writes the index.
private struct CatalogueIndexBuilder {
  private struct Entry {
    let key: [UInt8]
    let family: Int
    let checkpoint: Int?
    let kind: PhraseEntry.Kind
    let spelling: [UInt8]
  }

  private var entries: [Entry] = []
  private var seen: Set<String> = []
  private var familyOffsets: [Int] = []
  private var checkpointOffsets: [Int] = []
  private var familyIndices: [String: Int] = [:]

  mutating func addFamilies(_ table: [UInt8]) {
    for (offset, fields) in Self.rows(table) {
      let family = familyOffsets.count
      familyOffsets.append(offset)
      familyIndices[fields[0]] = family
      add(fields[0], family, nil, .name)
      for alias in fields[1].split(separator: "|") { add(String(alias), family, nil, .alias) }
    }
  }

  mutating func addCheckpoints(_ table: [UInt8]) {
    for (offset, fields) in Self.rows(table) {
      let checkpoint = checkpointOffsets.count
      checkpointOffsets.append(offset)
      guard let family = familyIndices[fields[1]] else { continue }
      add(fields[0], family, checkpoint, .checkpoint)
      if let name = fields[0].split(separator: "/").last, name.utf8.count > 6, fields[0].contains("/"),
        name.contains("-") || name.contains("_") || name.contains(where: \.isNumber)
      {
        add(String(name), family, checkpoint, .checkpoint)
      }
    }
  }

  private mutating func add(_ spelling: String, _ family: Int, _ checkpoint: Int?, _ kind: PhraseEntry.Kind) {
    let key = NameKey.folded(spelling.utf8)
    guard key.count >= 2, seen.insert("\(family) \(spelling) \(checkpoint == nil)").inserted else { return }
    entries.append(Entry(key: key, family: family, checkpoint: checkpoint, kind: kind, spelling: Array(spelling.utf8)))
  }

  private static func rows(_ table: [UInt8]) -> [(Int, [String])] {
    var rows: [(Int, [String])] = []
    var start = (table.firstIndex(of: 0x0A) ?? table.count) + 1
    while start < table.count {
      let end = table[start...].firstIndex(of: 0x0A) ?? table.count
      let fields = table[start..<end].split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      rows.append((start, fields))
      start = end + 1
    }
    return rows
  }

  /// The entries by key; of one key first the checkpoints of the family whose name or alias it is, then that name, then
  /// the
  /// rest: an id that some repository gave away must not take a family's name.
  private func sorted() -> [Entry] {
    var owners: [[UInt8]: Int] = [:]
    for entry in entries where entry.checkpoint == nil && owners[entry.key] == nil { owners[entry.key] = entry.family }
    func rank(_ entry: Entry) -> Int {
      guard let owner = owners[entry.key] else { return 2 }
      return entry.family != owner ? 2 : entry.checkpoint == nil ? 1 : 0
    }
    return entries.enumerated().sorted { left, right in
      if left.element.key != right.element.key { return left.element.key.lexicographicallyPrecedes(right.element.key) }
      let ranks = (rank(left.element), rank(right.element))
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.offset < right.offset
    }.map(\.element)
  }

  func serialised() -> [UInt8] {
    let sorted = self.sorted()
    var slots: [UInt64: UInt32] = [:]
    for (index, entry) in sorted.enumerated() where index == 0 || sorted[index - 1].key != entry.key {
      slots[Self.hash(entry.key), default: 0] |= UInt32(index + 1)
    }
    var first: Set<UInt64> = []
    for beginning in sorted.flatMap(Self.beginnings) {
      if !beginning.isWhole { slots[beginning.hash, default: 0] |= CatalogueIndex.prefixBit }
      if beginning.isOneToken { first.insert(beginning.hash) }
    }
    var writer = WordWriter()
    let slotCount = Self.powerOfTwo(atLeast: slots.count * 2)
    let filterWordCount = Self.powerOfTwo(atLeast: first.count * CatalogueIndex.filterBitsPerKey) / 32
    for word in [
      CatalogueIndex.magic, UInt32(slotCount), UInt32(sorted.count), UInt32(familyOffsets.count),
      UInt32(checkpointOffsets.count), UInt32(filterWordCount), 0, 0,
    ] { writer.append(word) }
    for word in Self.filter(first, filterWordCount) { writer.append(word) }
    for word in Self.table(slots, slotCount) { writer.append(word) }
    var spellings: [UInt8] = []
    for (index, entry) in sorted.enumerated() {
      let isLast = index + 1 == sorted.count || sorted[index + 1].key != entry.key
      writer.append(UInt32(entry.family))
      writer.append(UInt32((entry.checkpoint ?? -1) + 1))
      writer.append(UInt32(spellings.count))
      writer.append(UInt32(entry.spelling.count) | UInt32(entry.kind.rawValue) << 16 | (isLast ? 1 << 31 : 0))
      spellings += entry.spelling
    }
    for offset in familyOffsets + checkpointOffsets { writer.append(UInt32(offset)) }
    return writer.bytes + spellings
  }

  /// Open addressing with linear probing, filled in the order of the hashes.
  private static func table(_ slots: [UInt64: UInt32], _ count: Int) -> [UInt32] {
    var words = [UInt32](repeating: 0, count: count * 2)
    for (hash, value) in slots.sorted(by: { $0.key < $1.key }) {
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while words[slot * 2 + 1] != 0 { slot = (slot + 1) & (count - 1) }
      words[slot * 2] = UInt32(truncatingIfNeeded: hash >> 32)
      words[slot * 2 + 1] = value
    }
    return words
  }

  private static func filter(_ keys: Set<UInt64>, _ count: Int) -> [UInt32] {
    var words = [UInt32](repeating: 0, count: count)
    for hash in keys {
      words[Int(truncatingIfNeeded: hash >> 5) & (count - 1)] |= 1 << UInt32(hash & 31) | 1 << UInt32(hash >> 40 & 31)
    }
    return words
  }

  private static func powerOfTwo(atLeast count: Int) -> Int {
    var power = 16
    while power < count { power *= 2 }
    return power
  }

  private static func hash(_ key: [UInt8]) -> UInt64 {
    var hash = NameKey()
    for byte in key { hash.append(byte) }
    return hash.hash
  }

  /// A part of a phrase, from its first letter or digit to a word part's border.
  private struct Beginning {
    let hash: UInt64
    let isWhole: Bool
    /// All letters or all digits: the tokeniser may cut it so.
    let isOneToken: Bool
  }

  private static func beginnings(of entry: Entry) -> [Beginning] {
    var beginnings: [Beginning] = []
    var hash = NameKey()
    var previous: UInt8?
    var isBroken = false
    var isOneToken = true
    for byte in entry.spelling {
      guard let folded = NameKey.folded(byte) else {
        isBroken = previous != nil
        continue
      }
      let isBorder = previous.map { isDigit($0) != isDigit(folded) } ?? false
      if isBroken || isBorder {
        beginnings.append(Beginning(hash: hash.hash, isWhole: false, isOneToken: isOneToken))
      }
      if isBorder { isOneToken = false }
      hash.append(folded)
      previous = folded
      isBroken = false
    }
    return beginnings + [Beginning(hash: hash.hash, isWhole: true, isOneToken: isOneToken)]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// Little-endian words.
private struct WordWriter {
  var bytes: [UInt8] = []

  mutating func append(_ word: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
  }
}
