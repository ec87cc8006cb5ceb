/// Names beyond the embedded tables, with an index of the same kind.
struct AddedModels: Sendable {
  let models: [UserModel]
  private(set) var entries: [PhraseEntry] = []
  /// The bytes of the entries' spellings.
  private(set) var spellings: [[UInt8]] = []
  /// The keys that something is known of.
  private(set) var keys: [UInt64] = []
  private var lookups: [Catalogue.Lookup] = []
  /// Places in `lookups`.
  private var places: KeyTable

  init(_ models: [UserModel], firstFamily: Int, firstEntry: Int) {
    self.models = models
    // Each part of a name may be the end of a beginning.
    places = KeyTable(count: models.reduce(0) { $0 + ([$1.name] + $1.aliases).reduce(0) { $0 + $1.utf8.count } })
    for (index, model) in models.enumerated() {
      for (number, spelling) in ([model.name] + model.aliases).enumerated() {
        add(spelling, family: firstFamily + index, kind: number == 0 ? .name : .alias, firstEntry: firstEntry)
      }
    }
  }

  /// What is known of a key; nil for most.
  func lookup(_ hash: UInt64) -> Catalogue.Lookup? { places[hash].map { lookups[$0] } }

  private mutating func add(_ spelling: String, family: Int, kind: PhraseEntry.Kind, firstEntry: Int) {
    let key = NameKey.folded(spelling.utf8)
    guard !key.isEmpty else { return }
    var hash = NameKey()
    var previous: UInt8?
    var isBroken = false
    for byte in spelling.utf8 {
      guard let folded = NameKey.folded(byte) else {
        isBroken = previous != nil
        continue
      }
      if let last = previous, isBroken || (0x30...0x39).contains(folded) != (0x30...0x39).contains(last) {
        markPrefix(hash.hash)
      }
      hash.append(folded)
      previous = folded
      isBroken = false
    }
    guard lookup(hash.hash)?.entries.isEmpty ?? true else { return }
    let position = firstEntry + entries.count
    entries.append(PhraseEntry(family: family, kind: kind, checkpoint: nil, spelling: spelling, key: key))
    spellings.append(Array(spelling.utf8))
    let isPrefix = lookup(hash.hash)?.isPrefix ?? false
    set(Catalogue.Lookup(isPrefix: isPrefix, entries: position..<(position + 1)), for: hash.hash)
  }

  private mutating func markPrefix(_ hash: UInt64) {
    set(Catalogue.Lookup(isPrefix: true, entries: lookup(hash)?.entries ?? 0..<0), for: hash)
  }

  private mutating func set(_ lookup: Catalogue.Lookup, for hash: UInt64) {
    if let place = places[hash] { return lookups[place] = lookup }
    places.insert(hash, lookups.count)
    keys.append(hash)
    lookups.append(lookup)
  }

  func family(at index: Int) -> ModelFamily { ModelFamily(added: models[index]) }
}
