/// What a name leads to in the catalogue.
package enum CatalogueSubject: Sendable, Equatable {
  /// The index of a family.
  case family(Int)
  /// The index of an id, with its family's.
  case checkpoint(Int, family: Int)
}

extension Catalogue {
  /// The family or id that a name or spelling leads to: a family's name before an id of the same letters, an id as it
  /// is written before a family's other spellings.
  package func subject(named name: String) -> CatalogueSubject? {
    let folded = NameKey.folded(name.utf8)
    var key = NameKey()
    for byte in folded { key.append(byte) }
    let entries = lookup(key.hash).entries.map(entry(at:)).filter { $0.key == folded }
    if let family = entries.first(where: { $0.kind == .name }) { return .family(family.family) }
    let asWritten = entries.first { entry in entry.checkpoint.map { checkpoint(at: $0).writtenID == name } ?? false }
    if asWritten == nil, let family = entries.first(where: { $0.kind == .alias }) { return .family(family.family) }
    guard let entry = asWritten ?? entries.first, let position = entry.checkpoint else { return nil }
    return .checkpoint(position, family: entry.family)
  }

  /// The names and spellings of all families, for suggestions.
  package var allNames: [String] {
    (0..<familyCount).map(family(at:)).flatMap { [$0.name] + $0.aliases }
  }
}
