import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// Questions that come from confirmed facts of the catalogue and not from a gap in the text.
///
/// Everything is looked up on a hit: a snapshot's id in the text, a citation of a reused model, an id on a hub.
struct FactChecks {
  let reading: ReadManuscript
  let models: [DetectedModel]
  /// The addresses of hub pages that the text writes out.
  let hubAddresses: [HubAddress]
  /// The cited preprints that have appeared, by key.
  let preprints: [String: CatalogueFact]
  let catalogue: Catalogue

  /// - Parameter memory: what earlier analyses looked up.
  func asks(_ memory: inout FactMemory) -> [Ask] {
    [retired(), appeared(), misspelt(&memory.spelling), nonCommercial()].compactMap { $0 }
  }

  private struct Hit {
    let model: Int
    let span: SourceSpan
    /// What the message says of it, behind its name.
    let name: String
    let predicate: String
    let facts: [CatalogueFact]
  }

  /// One question on all hits, the first in the message and the others beside it.
  private func ask(_ name: AskName, _ severity: Severity, _ hits: [Hit], others: String) -> Ask? {
    guard let first = hits.first else { return nil }
    let more = hits.count > 1 ? "; \(hits.count - 1) more \(others)" : ""
    var models: [Int] = []
    for hit in hits where !models.contains(hit.model) { models.append(hit.model) }
    var ask = Ask(
      name: name, severity: severity, models: models, details: [], findings: [], anchor: first.span,
      message: "'\(first.name)' \(first.predicate)\(more)",
      related: hits.dropFirst().map { Ask.RelatedPlace(span: $0.span, message: "'\($0.name)' \($0.predicate)") })
    ask.facts = hits.prefix(Self.factLimit).flatMap(\.facts).map(\.sourcedSentence)
    return ask
  }

  /// Facts that one question quotes at most.
  private static let factLimit = 3

  /// The checkpoints that a model's mentions name, each once with its first mention.
  private func checkpoints(of model: DetectedModel) -> [(Mention, ModelCheckpoint)] {
    var seen: Set<Int> = []
    return model.mentions.compactMap { mention in
      guard let position = mention.checkpoint, seen.insert(position).inserted else { return nil }
      return (mention, catalogue.checkpoint(at: position))
    }
  }

  /// The mention writes an id, alone or behind an owner.
  private static func writes(_ mention: Mention, _ id: String?) -> Bool {
    guard let id else { return false }
    return mention.surface == id || mention.surface.hasSuffix("/" + id)
  }

  // MARK: Snapshots out of service

  /// Snapshots of closed models that every host we know a date of has taken out of service, unless the text says so.
  private func retired() -> Ask? {
    var hits: [Hit] = []
    for (index, model) in models.enumerated() where model.role == .reused && model.facets.isClosed {
      for (mention, checkpoint) in checkpoints(of: model) {
        guard checkpoint.isPinned, checkpoint.isListed, let id = checkpoint.writtenID, Self.writes(mention, id),
          !hits.contains(where: { $0.name == id })
        else { continue }
        let facts = catalogue.facts(on: id, .retired).filter { $0.subject == id }
        guard let last = facts.map(\.value).max(), facts.allSatisfy(\.isPast), !saysRetired(model) else { continue }
        hits.append(
          Hit(model: index, span: mention.span, name: id, predicate: "is out of service since \(last)", facts: facts))
      }
    }
    return ask(.retiredSnapshot, .hint, hits, others: "are too")
  }

  /// A paragraph that names the model says that it cannot be had any more.
  private func saysRetired(_ model: DetectedModel) -> Bool {
    let blocks = Set(model.mentions.map { reading.sentences[$0.sentence].block })
    return blocks.flatMap { reading.blockSentences[$0] }
      .contains { SentenceWords($0, in: reading).hold(Self.retirement) }
  }

  private static let retirement = [
    "retired", "deprecated", "discontinued", "sunset", "out of service", "no longer available", "no longer served",
    "no longer offered", "shut down", "withdrawn",
  ]

  // MARK: Preprints that have appeared

  private func appeared() -> Ask? {
    guard !preprints.isEmpty else { return nil }
    var hits: [Hit] = []
    for (index, model) in models.enumerated() where model.role == .reused {
      guard let cited = model.details[.modelCitation], cited.state == .present, let span = cited.span,
        let keys = cited.value?.split(separator: ",").map({ $0.drop { $0 == " " } })
      else { continue }
      for key in keys {
        guard let fact = preprints[String(key)], !hits.contains(where: { $0.name == key }) else { continue }
        let place = fact.venue ?? fact.identifier ?? "a journal"
        hits.append(
          Hit(
            model: index, span: span, name: String(key),
            predicate: "is the preprint of a paper that appeared in \(place)", facts: [fact]))
      }
    }
    return ask(.preprintCited, .hint, hits, others: "have appeared too")
  }

  // MARK: Ids that no hub has

  private func misspelt(_ spelling: inout HubSpelling) -> Ask? {
    let slips = spelling.slips(of: models, in: reading, hubAddresses, catalogue)
    var ask = ask(
      .hubSpelling, .hint,
      slips.map { slip in
        Hit(
          model: slip.place.model, span: slip.place.span, name: slip.place.id,
          predicate: "is not listed; '\(slip.meant.id)' is", facts: [])
      }, others: "are not either")
    ask?.facts = slips.prefix(Self.factLimit).map { slip in
      let source = CatalogueSource.sources(in: slip.meant.source).first?.dated
      return "'\(slip.meant.id)' is listed in \(source ?? slip.meant.host)"
    }
    return ask
  }

  // MARK: Weights that must not be sold

  /// Weights under a non-commercial licence in a manuscript that speaks of commercial use or gives them on freely.
  private func nonCommercial() -> Ask? {
    var hits: [Hit] = []
    for (index, model) in models.enumerated() where model.role == .reused && model.facets.hasWeights {
      let listed = checkpoints(of: model).filter { $1.isListed && Self.writes($0, $1.writtenID) }.map { ($0, $1.id) }
      // Ids that the table of ids lacks may have facts all the same.
      var seen: Set<String> = []
      let others = model.mentions.filter {
        $0.checkpoint == nil && $0.surface.utf8.contains(0x2F) && seen.insert($0.surface).inserted
      }
      .map { ($0, $0.surface) }
      for (mention, id) in listed + others {
        guard !hits.contains(where: { $0.name == mention.surface }),
          let fact = catalogue.facts(on: id, .licence).first, fact.subject == id
        else { continue }
        hits.append(
          Hit(
            model: index, span: mention.span, name: mention.surface,
            predicate: "is \(fact.value), but the text allows commercial use", facts: [fact]))
      }
    }
    guard !hits.isEmpty, let statement = LicenceStatements(reading).commercialUse() else { return nil }
    guard let ask = ask(.nonCommercialWeights, .warning, hits, others: "are too") else { return nil }
    var whole = Ask(
      name: ask.name, severity: ask.severity, models: ask.models, details: [], findings: [], anchor: ask.anchor,
      message: ask.message,
      related: [Ask.RelatedPlace(span: statement, message: "this statement")] + ask.related)
    whole.facts = ask.facts
    return whole
  }
}
