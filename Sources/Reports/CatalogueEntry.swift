import ModelCatalogue

/// A name's family, or a subject of facts that no family has, with what is confirmed about it.
struct CatalogueEntry {
  /// The family's name, or the subject.
  let name: String
  /// Nil for a subject that only facts speak of.
  let family: ModelFamily?
  /// The id that was asked for; nil for a family.
  let id: String?
  let facts: [CatalogueFact]
  let ids: [(id: String, released: String)]
  let sources: [String]

  init?(_ name: String, _ catalogue: Catalogue) {
    switch catalogue.subject(named: name) {
    case .family(let index): self.init(family: index, catalogue)
    case .checkpoint(let position, let index): self.init(checkpoint: position, family: index, asked: name, catalogue)
    case nil: self.init(subject: name, catalogue)
    }
  }

  private init(family index: Int, _ catalogue: Catalogue) {
    let family = catalogue.family(at: index)
    let ids = catalogue.suggestions(ofFamily: index, surface: family.name).map { ($0.id, $0.released) }
    self.init(family, id: nil, ids: ids, asked: family.name, source: family.source, catalogue)
  }

  /// An id, with the date of release that any host gives; facts may be on the id as it was asked for alone.
  private init(checkpoint position: Int, family index: Int, asked name: String, _ catalogue: Catalogue) {
    let checkpoint = catalogue.checkpoint(at: position)
    let family = catalogue.family(at: index)
    guard checkpoint.isListed else {
      self.init(family, id: nil, ids: [], asked: name, source: family.source, catalogue)
      return
    }
    let id = checkpoint.writtenID ?? checkpoint.id
    let listed = catalogue.suggestions(beginning: id).first { $0.id == id }
    let rows = (listed?.rows ?? []).map(catalogue.checkpoint(at:))
    let dated = rows.first { !$0.released.isEmpty && $0.released == listed?.released }
    let source = [checkpoint.source, dated?.source ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
    let dates = [(id, listed?.released ?? checkpoint.released)]
    self.init(family, id: id, ids: dates, asked: name, source: source, catalogue)
  }

  private init(
    _ family: ModelFamily, id: String?, ids: [(id: String, released: String)], asked name: String, source: String,
    _ catalogue: Catalogue
  ) {
    let subjects = [family.name, family.paper.confirmedValue ?? ""] + ids.map(\.id) + [name]
    var found: [CatalogueFact] = []
    for subject in subjects {
      for kind in CatalogueFact.Kind.allCases {
        found += catalogue.facts(on: subject, kind).filter { !found.contains($0) }
      }
    }
    found += catalogue.allFacts.filter { $0.kind == .published && $0.place == family.name && !found.contains($0) }
    self.name = family.name
    self.family = family
    self.id = id
    facts = found.filter { $0.kind != .variants || $0.subject == family.name }
    self.ids = ids
    var sources: [String] = []
    for source in CatalogueSource.sources(in: source).map(\.dated) where !sources.contains(source) {
      sources.append(source)
    }
    self.sources = sources
  }

  private init?(subject name: String, _ catalogue: Catalogue) {
    let found = CatalogueFact.Kind.allCases.flatMap { catalogue.facts(on: name, $0) }
    guard let first = found.first else { return nil }
    self.name = first.subject
    family = nil
    id = first.subject
    facts = found.filter { $0.subject == first.subject }
    ids = []
    sources = []
  }

  var title: String { id.map { family == nil ? $0 : "\($0), listed under \(name)" } ?? name }
}
