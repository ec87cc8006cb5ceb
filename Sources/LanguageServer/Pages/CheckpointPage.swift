import ModelCatalogue
import Reports

/// What the catalogue knows of a checkpoint or snapshot, in words.
enum CheckpointPage {
  /// The page of one id, with a line for each host that lists it; nil where the catalogue has no such rows.
  static func markdown(_ rows: [Int]) -> String? {
    let checkpoints = rows.filter(Catalogue.embedded.checkpointRange.contains).map(Catalogue.embedded.checkpoint(at:))
    guard let first = checkpoints.first else { return nil }
    let lines = checkpoints.prefix(hostLimit).map { "- \(host($0)): \(facts($0))" }
    let rest = checkpoints.count > hostLimit ? ["- and \(checkpoints.count - hostLimit) more hosts"] : []
    let family = first.family.isEmpty ? "" : ", listed under \(MarkdownText.escaped(first.family))"
    return
      (["`\(first.writtenID ?? first.id)`\(family) (catalogue of \(CatalogueSource.catalogueDate))", ""] + lines + rest
      + retirements(first))
      .joined(separator: "\n")
  }

  /// Hosts that a page names at most.
  private static let hostLimit = 6

  static func host(_ checkpoint: ModelCheckpoint) -> String {
    checkpoint.host.hasPrefix("api:")
      ? "API of \(MarkdownText.escaped(String(checkpoint.host.dropFirst(4))))"
      : checkpoint.host.isEmpty ? "host not stated" : MarkdownText.escaped(checkpoint.host)
  }

  /// "released 2023-06-13; listed in litellm (1.109.1)".
  static func facts(_ checkpoint: ModelCheckpoint) -> String {
    var facts: [String] = []
    if !checkpoint.released.isEmpty { facts.append("released \(checkpoint.released)") }
    let sources = CatalogueSource.sources(in: checkpoint.source).map { MarkdownText.escaped($0.label) }
    if !sources.isEmpty { facts.append("listed in " + sources.joined(separator: ", ")) }
    return facts.isEmpty ? "listed" : facts.joined(separator: "; ")
  }

  /// When hosts take it out of service, which may lie ahead: hosts of one model do so at different times.
  static func retirements(_ checkpoint: ModelCheckpoint) -> [String] {
    guard let id = checkpoint.writtenID else { return [] }
    return Catalogue.embedded.facts(on: id, .retired).filter { $0.subject == id }.map {
      "- retirement \($0.value) at \(MarkdownText.escaped($0.place)) (\(MarkdownText.escaped($0.provenance)))"
    }
  }
}
