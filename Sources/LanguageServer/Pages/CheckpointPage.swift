import ModelCatalogue

/// What the catalogue knows of a checkpoint or snapshot, in words.
enum CheckpointPage {
  /// "released 2023-06-13; retired on 2025-06-06 at azure; listed in litellm (1.109.1)".
  static func facts(_ checkpoint: ModelCheckpoint) -> String {
    var facts: [String] = []
    if !checkpoint.released.isEmpty { facts.append("released \(checkpoint.released)") }
    if let retirement = retirement(checkpoint) { facts.append(retirement) }
    let sources = CatalogueSource.sources(in: checkpoint.source).map { MarkupText.escaped($0.label) }
    if !sources.isEmpty { facts.append("listed in " + sources.joined(separator: ", ")) }
    return facts.isEmpty ? "listed" : facts.joined(separator: "; ")
  }

  /// When a host takes it out of service: hosts of one model do so at different times.
  static func retirement(_ checkpoint: ModelCheckpoint) -> String? {
    guard !checkpoint.retired.isEmpty else { return nil }
    let host = checkpoint.host.hasPrefix("api:") ? String(checkpoint.host.dropFirst(4)) : checkpoint.host
    let at = host.isEmpty ? "" : " at \(MarkupText.escaped(host))"
    return checkpoint.retired == "deprecated" ? "deprecated\(at)" : "retired on \(checkpoint.retired)\(at)"
  }
}
