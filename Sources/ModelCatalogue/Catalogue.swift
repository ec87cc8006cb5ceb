import CCatalogueData

/// A phrase of the catalogue.
package struct PhraseEntry: Sendable, Equatable {
  package enum Kind: UInt8, Sendable {
    case name, alias, checkpoint
  }

  package let family: Int
  package let kind: Kind
  package let checkpoint: Int?
  /// As the table writes it.
  package let spelling: String
  /// The folded bytes, for comparison with what the text has.
  package let key: [UInt8]
}

/// The catalogue of known models, embedded in the binary and read on demand.
///
/// Nothing is parsed at start: a lookup probes the embedded index, a row is cut when it is asked for.
package struct Catalogue: Sendable {
  /// What the index knows of a key.
  package struct Lookup: Sendable, Equatable {
    /// Some phrase goes on after this key.
    package let isPrefix: Bool
    /// The phrases that end here, for `entry(at:)`.
    package let entries: Range<Int>

    package var isWorthwhile: Bool { isPrefix || !entries.isEmpty }
  }

  package static let embedded = Catalogue()

  private let index: CatalogueTableReader
  private let families: CatalogueTableReader
  private let checkpoints: CatalogueTableReader
  private let facts = FactTable(CatalogueTableReader(catalogue_facts()))
  private let slotCount: Int
  private let filterWordCount: Int
  private let entryCount: Int
  private let embeddedFamilyCount: Int
  private let checkpointCount: Int
  private var added: AddedModels?
  /// Rows that were cut before.
  private var remembered: [Int: ModelFamily] = [:]

  private init() {
    index = CatalogueTableReader(catalogue_index())
    families = CatalogueTableReader(catalogue_families())
    checkpoints = CatalogueTableReader(catalogue_checkpoints())
    let header = index
    // An index of another layout counts as empty: `generate` writes it before the first build.
    let isReadable = header.bytes.count > 32 && header.word(0) == CatalogueIndex.magic && Self.hasSlots(header)
    slotCount = isReadable ? Int(header.word(1)) : 0
    filterWordCount = isReadable ? Int(header.word(5)) : 0
    entryCount = isReadable ? Int(header.word(2)) : 0
    embeddedFamilyCount = isReadable ? Int(header.word(3)) : 0
    checkpointCount = isReadable ? Int(header.word(4)) : 0
  }

  /// True when the table is long enough for its slots.
  private static func hasSlots(_ header: CatalogueTableReader) -> Bool {
    header.bytes.count >= (CatalogueIndex.headerWords + Int(header.word(5)) + Int(header.word(1)) * 2) * 4
  }

  package var familyCount: Int { embeddedFamilyCount + (added?.models.count ?? 0) }

  /// The indices that `checkpoint(at:)` takes.
  package var checkpointRange: Range<Int> { 0..<checkpointCount }

  /// True for a family that is not of the embedded tables.
  package func isAdded(family: Int) -> Bool { family >= embeddedFamilyCount }

  /// The catalogue with further names; a name that it knows already is not added.
  package func adding(_ models: [UserModel]) -> Catalogue {
    guard !models.isEmpty else { return self }
    var extended = self
    extended.remembered = [:]
    extended.added = AddedModels(
      (added?.models ?? []) + models, firstFamily: embeddedFamilyCount, firstEntry: entryCount)
    return extended
  }

  /// The keys of the beginnings and whole spellings of the names that were added.
  package var addedKeys: [UInt64] { added?.keys ?? [] }

  /// What is known of a key, in a few nanoseconds.
  package func lookup(_ hash: UInt64) -> Lookup {
    let embedded = embeddedLookup(hash)
    guard let more = added?.lookup(hash) else { return embedded }
    return Lookup(
      isPrefix: embedded.isPrefix || more.isPrefix, entries: embedded.entries.isEmpty ? more.entries : embedded.entries)
  }

  private func embeddedLookup(_ hash: UInt64) -> Lookup {
    guard slotCount > 0 else { return Lookup(isPrefix: false, entries: 0..<0) }
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    let slots = UnsafeRawBufferPointer(index.bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while true {
      // A slot is below their count, and that they are all there was seen at the start.
      let offset = slotStart * 4 + slot * 8
      let pair = UInt64(littleEndian: slots.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let value = UInt32(truncatingIfNeeded: pair >> 32)
      if value == 0 { return Lookup(isPrefix: false, entries: 0..<0) }
      if UInt32(truncatingIfNeeded: pair) == tag {
        let first = Int(value & ~CatalogueIndex.prefixBit)
        return Lookup(
          isPrefix: value & CatalogueIndex.prefixBit != 0, entries: first == 0 ? 0..<0 : entryRange(from: first - 1))
      }
      slot = (slot + 1) & (slotCount - 1)
    }
  }

  /// Bits that say of most words and numbers that no embedded name begins with them; no words, or a power of two.
  ///
  /// A key that some name begins with has two bits set in the word that its bits from the sixth on number: those that
  /// its lowest five bits number, and the five from the 41st on.
  package var firstKeyBits: [UInt32] {
    (0..<filterWordCount).map { index.word(CatalogueIndex.headerWords + $0) }
  }

  private var slotStart: Int { CatalogueIndex.headerWords + filterWordCount }
  private var entryStart: Int { slotStart + slotCount * 2 }
  private var rowStart: Int { entryStart + entryCount * CatalogueIndex.entryWords }

  private func entryRange(from first: Int) -> Range<Int> {
    var last = first
    while last + 1 < entryCount, index.word(entryStart + last * CatalogueIndex.entryWords + 3) >> 31 == 0 { last += 1 }
    return first..<(last + 1)
  }

  package func entry(at position: Int) -> PhraseEntry {
    if position >= entryCount, let added { return added.entries[position - entryCount] }
    let spelling = embeddedSpelling(ofEntry: position)
    return PhraseEntry(
      family: family(ofEntry: position),
      kind: PhraseEntry.Kind(rawValue: UInt8(entryWord(position, 3) >> 16 & 0x7F)) ?? .alias,
      checkpoint: checkpoint(ofEntry: position), spelling: String(decoding: spelling, as: UTF8.self),
      key: NameKey.folded(spelling))
  }

  /// The family of the phrase at an index.
  package func family(ofEntry position: Int) -> Int {
    if position >= entryCount, let added { return added.entries[position - entryCount].family }
    return Int(entryWord(position, 0))
  }

  /// The checkpoint of the phrase at an index; nil where it is a family's name.
  package func checkpoint(ofEntry position: Int) -> Int? {
    if position >= entryCount, let added { return added.entries[position - entryCount].checkpoint }
    let checkpoint = Int(entryWord(position, 1))
    return checkpoint == 0 ? nil : checkpoint - 1
  }

  /// Hands on the bytes of a phrase as the table writes it.
  func withSpelling<Result>(ofEntry position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if position >= entryCount, let added { return added.spellings[position - entryCount].withUnsafeBufferPointer(body) }
    return body(embeddedSpelling(ofEntry: position))
  }

  private func embeddedSpelling(ofEntry position: Int) -> UnsafeBufferPointer<UInt8> {
    let offset = (rowStart + embeddedFamilyCount + checkpointCount) * 4 + Int(entryWord(position, 2))
    return UnsafeBufferPointer(rebasing: index.bytes[offset..<(offset + Int(entryWord(position, 3) & 0xFFFF))])
  }

  private func entryWord(_ position: Int, _ number: Int) -> UInt32 {
    index.word(entryStart + position * CatalogueIndex.entryWords + number)
  }

  /// Cuts the rows of these families, so that looking them up again costs nothing.
  package mutating func remember(_ families: [Int]) {
    for family in families where remembered[family] == nil { remembered[family] = self.family(at: family) }
  }

  /// The family at an index below `familyCount`.
  package func family(at position: Int) -> ModelFamily {
    if let family = remembered[position] { return family }
    if position >= embeddedFamilyCount, let added { return added.family(at: position - embeddedFamilyCount) }
    return ModelFamily(fields: families.slices(at: Int(index.word(rowStart + position))))
  }

  package func checkpoint(at position: Int) -> ModelCheckpoint {
    ModelCheckpoint(fields: checkpoints.fields(at: Int(index.word(rowStart + embeddedFamilyCount + position))))
  }

  /// The checkpoints whose id and family pass a test of their bytes, in the table's order.
  /// - Parameter beginning: what ids must begin with, letters of either case; of the others no more is looked at.
  /// - Complexity: linear in the table, which takes about a millisecond.
  func checkpoints(
    beginning: [UInt8] = [],
    where isWanted: (_ id: Slice<UnsafeBufferPointer<UInt8>>, _ family: Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> [Int] {
    let table = checkpoints.bytes
    let beginning = beginning.map { Self.lower($0) }
    return (0..<checkpointCount).filter { position in
      let start = Int(index.word(rowStart + embeddedFamilyCount + position))
      for offset in beginning.indices {
        guard start + offset < table.count, Self.lower(table[start + offset]) == beginning[offset] else { return false }
      }
      var idEnd = start
      while idEnd < table.count, table[idEnd] != 0x09 { idEnd += 1 }
      var familyEnd = min(idEnd + 1, table.count)
      while familyEnd < table.count, table[familyEnd] != 0x09 { familyEnd += 1 }
      return isWanted(table[start..<idEnd], table[min(idEnd + 1, familyEnd)..<familyEnd])
    }
  }

  /// The index of a name's or alias's family, by exact key.
  package func family(named name: String) -> Int? {
    var key = NameKey()
    let folded = NameKey.folded(name.utf8)
    for byte in folded { key.append(byte) }
    return lookup(key.hash).entries.map(entry(at:)).first { $0.key == folded }?.family
  }

  /// What public sources say of a family, an id or a paper; names are compared as `NameKey` folds them.
  /// - Complexity: logarithmic in the number of facts; nothing is read before.
  package func facts(on subject: String, _ kind: CatalogueFact.Kind) -> [CatalogueFact] {
    facts.facts(on: subject).filter { $0.kind == kind }
  }

  /// All facts, in the table's order.
  package var allFacts: [CatalogueFact] { facts.all }

  /// The bytes of the phrase index for the tables in the binary; `generate` writes them.
  package static func freshIndex() -> [UInt8] {
    CatalogueIndex.build(
      families: Array(CatalogueTableReader(catalogue_families()).bytes),
      checkpoints: Array(CatalogueTableReader(catalogue_checkpoints()).bytes))
  }

  /// The bytes of the phrase index in the binary.
  package static func embeddedIndex() -> [UInt8] { Array(CatalogueTableReader(catalogue_index()).bytes) }
}

extension CatalogueTableReader {
  /// The little-endian 32-bit word at a word's index.
  func word(_ position: Int) -> UInt32 {
    let offset = position * 4
    guard offset + 4 <= bytes.count else { return 0 }
    return UInt32(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
