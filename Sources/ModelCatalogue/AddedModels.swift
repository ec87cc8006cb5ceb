/// Names beyond the embedded tables, with an index of the same kind.
struct AddedModels: Sendable {
  let models: [UserModel]
  private(set) var entries: [PhraseEntry] = []
  private var slots: [UInt64: Catalogue.Lookup] = [:]
  private var filter = KeyFilter()

  init(_ models: [UserModel], firstFamily: Int, firstEntry: Int) {
    self.models = models
    for (index, model) in models.enumerated() {
      for (number, spelling) in ([model.name] + model.aliases).enumerated() {
        add(spelling, family: firstFamily + index, kind: number == 0 ? .name : .alias, firstEntry: firstEntry)
      }
    }
  }

  /// What is known of a key; nil for most.
  func lookup(_ hash: UInt64) -> Catalogue.Lookup? { filter.mayContain(hash) ? slots[hash] : nil }

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
    guard slots[hash.hash]?.entries.isEmpty ?? true else { return }
    let position = firstEntry + entries.count
    entries.append(PhraseEntry(family: family, kind: kind, checkpoint: nil, spelling: spelling, key: key))
    filter.insert(hash.hash)
    slots[hash.hash] = Catalogue.Lookup(
      isPrefix: slots[hash.hash]?.isPrefix ?? false, entries: position..<(position + 1))
  }

  private mutating func markPrefix(_ hash: UInt64) {
    filter.insert(hash)
    slots[hash] = Catalogue.Lookup(isPrefix: true, entries: slots[hash]?.entries ?? 0..<0)
  }

  func family(at index: Int) -> ModelFamily { ModelFamily(added: models[index]) }
}
