import ManuscriptAnalysis
import ModelCatalogue

/// What the catalogue is sure of about a name, for people and for programs.
package enum CataloguePage {
  /// Ids that a page names at most.
  private static let idLimit = 8
  /// Days of retirement that a page names at most.
  private static let retiredLimit = 6

  /// The page of a family's name, a spelling of it or an id; nil for what the catalogue does not know.
  package static func text(named name: String, in catalogue: Catalogue = .embedded) -> String? {
    guard let entry = CatalogueEntry(name, catalogue) else { return nil }
    var lines = [entry.title]
    func add(_ label: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append("  " + label + String(repeating: " ", count: max(1, 14 - label.count)) + value)
    }
    if entry.family?.isNamedBySource == false { add("name", "in no source that was read: it serves finding only") }
    add("also found as", entry.family?.aliases.joined(separator: ", "))
    add("paper", entry.family?.paper.confirmedValue)
    add("released at", entry.family?.hub.confirmedValue)
    add("licence", entry.family?.licence.confirmedValue)
    let late = entry.facts.filter { $0.kind == .retired }.dropFirst(retiredLimit)
    for fact in entry.facts where !late.contains(fact) {
      add(label(fact.kind), fact.sourcedSentence)
      if fact.kind == .variants { add("", fact.variants.joined(separator: ", ")) }
    }
    if !late.isEmpty { add("", "and \(late.count) more days of retirement (--format json has all)") }
    let ids = entry.ids.prefix(idLimit).map { $0.released.isEmpty ? $0.id : "\($0.id) (\($0.released))" }
    let count = Counting.plural(entry.ids.count, "id")
    let opening = count + (entry.ids.count > idLimit ? ", among them " : ": ")
    add("listed", entry.ids.isEmpty ? nil : opening + ids.joined(separator: ", "))
    add("sources", entry.sources.joined(separator: "; "))
    if lines.count == 1 { add("nothing", "is confirmed: the name serves finding only") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as JSON.
  package static func json(named name: String, in catalogue: Catalogue = .embedded) -> String? {
    guard let entry = CatalogueEntry(name, catalogue) else { return nil }
    var writer = JSONWriter()
    writer.object { writer in
      writer.value("version", 1)
      writer.value("catalogue", CatalogueSource.catalogueDate)
      writer.value("name", entry.name)
      writer.optional("id", entry.id)
      writer.value("isNamedBySource", entry.family?.isNamedBySource ?? true)
      writer.strings("spellings", entry.family?.aliases ?? [])
      writer.optional("paper", entry.family?.paper.confirmedValue)
      writer.optional("release", entry.family?.hub.confirmedValue)
      writer.optional("licence", entry.family?.licence.confirmedValue)
      writer.array("facts") { writer in
        for fact in entry.facts { write(fact, &writer) }
      }
      writer.array("ids") { writer in
        for id in entry.ids {
          writer.object { writer in
            writer.value("id", id.id)
            writer.optional("released", id.released.isEmpty ? nil : id.released)
          }
        }
      }
      writer.strings("sources", entry.sources)
    }
    return writer.text + "\n"
  }

  private static func write(_ fact: CatalogueFact, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value("subject", fact.subject)
      writer.value("kind", fact.kind.rawValue)
      writer.value("sentence", fact.sentence)
      writer.value("value", fact.value)
      writer.optional("place", fact.place.isEmpty ? nil : fact.place)
      writer.value("source", fact.source)
      writer.value("date", fact.date)
    }
  }

  /// All families' names, or all facts of a kind, a line each.
  package static func list(_ kind: CatalogueFact.Kind?, in catalogue: Catalogue = .embedded) -> String {
    let lines =
      kind.map { kind in catalogue.allFacts.filter { $0.kind == kind }.map(\.sourcedSentence) }
      ?? (0..<catalogue.familyCount).map { catalogue.family(at: $0).name }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func label(_ kind: CatalogueFact.Kind) -> String {
    switch kind {
    case .variants: "variants"
    case .moving: "moving name"
    case .retired: "retired"
    case .published: "appeared"
    case .licence: "licence"
    }
  }

  /// The table for documents.
  package static func markdownCensus(of catalogue: Catalogue = .embedded) -> String {
    let census = CatalogueCensus(of: catalogue)
    func fact(_ kind: CatalogueFact.Kind) -> Int { census.facts[kind] ?? 0 }
    let rows = [
      ("families of models", census.families), ("whose name stands in a public source", census.namedFamilies),
      ("with a confirmed paper", census.papers), ("with a confirmed release", census.releases),
      ("with a confirmed licence", census.licences), ("ids of hubs, files and interfaces", census.listedIDs),
      ("of them with a date of release", census.datedIDs), ("lists of variants", fact(.variants)),
      ("moving names with their snapshots", fact(.moving)), ("days of retirement", fact(.retired)),
      ("preprints that have appeared", fact(.published)), ("ids under a non-commercial licence", fact(.licence)),
    ]
    let lines = ["| what | confirmed |", "|---|---:|"] + rows.map { "| \($0.0) | \($0.1) |" }
    return lines.joined(separator: "\n") + "\n"
  }
}
