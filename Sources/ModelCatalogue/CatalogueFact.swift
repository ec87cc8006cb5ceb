/// Something that a public source says of a family, an id or a paper: a row of `facts.tsv`.
package struct CatalogueFact: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// What a name could mean: `value` is a noun, a colon and the variants.
    case variants
    /// A name of an interface that is listed beside dated ones: `value` has those.
    case moving
    /// The day on which a host takes an id out of service.
    case retired
    /// A preprint that has appeared: `value` is where and when, or the identifier, or both.
    case published
    /// The licence of an id's weights, where it rules out commercial use.
    case licence
  }

  /// A family's name, a checkpoint's id, or a paper's `arXiv:` or `doi:` identifier.
  package let subject: String
  package let kind: Kind
  package let value: String
  /// Whose service it is about, or the model that a paper is on; else empty.
  package let place: String
  /// Title and edition.
  package let source: String
  /// `YYYY-MM`: when the source was published or read.
  package let date: String

  /// Reads a row; nil where it is not one.
  init?(fields: [String]) {
    guard fields.count == 6, let kind = Kind(rawValue: fields[1]) else { return nil }
    subject = fields[0]
    self.kind = kind
    value = fields[2]
    place = fields[3]
    source = fields[4]
    date = fields[5]
  }
}

/// The embedded facts: a table sorted by the folded subject, searched on demand.
struct FactTable: Sendable {
  private let table: CatalogueTableReader

  init(_ table: CatalogueTableReader) { self.table = table }

  /// The facts on a subject, in the table's order.
  /// - Complexity: logarithmic in the table's bytes.
  func facts(on subject: String) -> [CatalogueFact] {
    let key = NameKey.folded(subject.utf8)
    guard !key.isEmpty else { return [] }
    var row = firstRow(notBelow: key)
    var found: [CatalogueFact] = []
    while row < table.bytes.count, order(ofRow: row, key) == 0 {
      if let fact = CatalogueFact(fields: table.fields(at: row)) { found.append(fact) }
      row = next(row)
    }
    return found
  }

  var all: [CatalogueFact] {
    var facts: [CatalogueFact] = []
    var row = next(0)
    while row < table.bytes.count {
      if let fact = CatalogueFact(fields: table.fields(at: row)) { facts.append(fact) }
      row = next(row)
    }
    return facts
  }

  /// The offset of the first row whose subject is not below a key, or the table's end.
  private func firstRow(notBelow key: [UInt8]) -> Int {
    var low = next(0)
    var high = table.bytes.count
    while low < high {
      var row = (low + high) / 2
      while row > low, table.bytes[row - 1] != 0x0A { row -= 1 }
      if order(ofRow: row, key) < 0 { low = next(row) } else { high = row }
    }
    return low
  }

  private func next(_ row: Int) -> Int {
    var end = row
    while end < table.bytes.count, table.bytes[end] != 0x0A { end += 1 }
    return min(end + 1, table.bytes.count)
  }

  /// Below 0 where a row's folded subject comes before a key, above 0 where it comes behind.
  private func order(ofRow row: Int, _ key: [UInt8]) -> Int {
    var matched = 0
    var index = row
    while index < table.bytes.count, table.bytes[index] != 0x09 {
      if let byte = NameKey.folded(table.bytes[index]) {
        guard matched < key.count else { return 1 }
        if byte != key[matched] { return byte < key[matched] ? -1 : 1 }
        matched += 1
      }
      index += 1
    }
    return matched == key.count ? 0 : -1
  }
}
