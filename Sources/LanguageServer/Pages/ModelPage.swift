import ManuscriptAnalysis
import Manuscripts
import ModelCatalogue
import ReportingRules
import Reports
import ReuseDetection

/// What Colophon knows of a model of a manuscript, as a page in Markdown.
struct ModelPage {
  /// Places that speak for a classification, at most: the first ones decide.
  private static let evidenceLimit = 3
  /// Characters of a quoted sentence.
  private static let quotationLimit = 140

  let model: DetectedModel
  /// The words and the address of a place, such as "methods.tex:12".
  let place: (SourceSpan) -> (words: String, address: String)
  /// The place of a package's version in the file beside the manuscript that pins it; nil for other values.
  let pinnedPlace: (String) -> (words: String, address: String)?

  func markdown() -> String {
    ([summary] + evidence + checklist + catalogueFacts).joined(separator: "\n")
  }

  private func link(_ span: SourceSpan) -> String { link(place(span)) }

  private func link(_ place: (words: String, address: String)) -> String {
    "[\(MarkdownText.escaped(place.words))](\(place.address))"
  }

  /// Role and pattern; then kind of use, step and confidence.
  private var summary: String {
    let patterns = model.patterns.map { "\($0.rawValue) (\($0.plainWords))" }.joined(separator: " and ")
    let role = model.role.plainWords + (patterns.isEmpty ? "" : " by " + patterns)
    var sentences: [String] = []
    if !model.subLabels.isEmpty {
      sentences.append("Here: " + model.subLabels.map(\.plainWords).joined(separator: ", ") + ".")
    }
    if model.role == .reused, let step = model.step { sentences.append("Step of the study: \(step.rawValue).") }
    sentences.append(
      "Confidence: \(model.confidence.rawValue)" + (model.confidence == .low ? "; a comment can settle it." : "."))
    return "**\(MarkdownText.escaped(model.name))**: \(role)\n\n" + sentences.joined(separator: " ")
  }

  private var evidence: [String] {
    guard !model.evidence.isEmpty else { return [] }
    let heading = model.role == .reused ? "**Why it counts as reused**" : "**Where it is named**"
    return ["", heading, ""]
      + model.evidence.prefix(Self.evidenceLimit).map { item in
        "- \(link(item.span)), \(item.cue): “\(MarkdownText.escaped(quotation(item.text, around: model.surfaces)))”"
      }
  }

  /// A text of bounded length, cut so that the first of some words stays in it.
  private func quotation(_ text: String, around words: [String] = []) -> String {
    guard text.count > Self.quotationLimit else { return text }
    let place = words.lazy.compactMap { text.firstRange(of: $0)?.lowerBound }.min() ?? text.startIndex
    let before = text.distance(from: text.startIndex, to: place)
    let start = before < Self.quotationLimit * 2 / 3 ? 0 : min(before - 40, text.count - Self.quotationLimit + 2)
    let cut = text.dropFirst(start).prefix(Self.quotationLimit - 2)
    return (start > 0 ? "…" : "") + cut + (start + cut.count < text.count ? "…" : "")
  }

  /// The details that apply, those not found first; what is only for the report takes one line.
  private var checklist: [String] {
    let details = AskBuilder.resolvedDetails(of: model).sorted { $0.key < $1.key }
      .filter { $0.value.state != .notApplicable }
    guard !details.isEmpty else { return [] }
    let open = details.filter { $0.value.state == .missing }
    let asked = open.filter { Rule.rule(for: $0.key).ask != nil }.map { "- ☐ \(name($0.key))" }
    let found = details.filter { $0.value.state != .missing }.map { "- ☑ \(name($0.key)): \(answer($0.value))" }
    let unasked = open.filter { Rule.rule(for: $0.key).ask == nil }.map { Self.words($0.key) }
    var lines = ["", "**Details: \(found.count) of \(details.count) found**"]
    if !asked.isEmpty { lines += ["", "Not found in what was read:", ""] + asked }
    if !found.isEmpty { lines += ["", "Found:", ""] + found }
    if !unasked.isEmpty {
      lines += ["", "Not found either, and named in reports only: " + unasked.joined(separator: ", ") + "."]
    }
    return lines
  }

  private func name(_ detail: Detail) -> String { "\(Self.words(detail)) (`\(detail.rawValue)`)" }

  /// "version or snapshot"; what reads "word on …" in a sentence is its topic here.
  private static func words(_ detail: Detail) -> String {
    let noun = Rule.rule(for: detail).noun
    return noun.hasPrefix("word on ") ? String(noun.dropFirst(8)) : noun
  }

  private func answer(_ finding: DetailFinding) -> String {
    var words: [String] = []
    switch finding.state {
    case .present: break
    case .delegated: words.append("said to stand elsewhere")
    case .declaredUnavailable: words.append("said not to be available")
    case .missing, .notApplicable: return ""
    }
    if let value = finding.value { words.append(MarkdownText.escaped(quotation(value))) }
    if let span = finding.span {
      words.append(link(span))
    } else if let pinned = finding.value.flatMap(pinnedPlace) {
      words.append(link(pinned))
    }
    return words.joined(separator: ", ")
  }

  /// What the catalogue knows for certain, with its sources and their editions.
  private var catalogueFacts: [String] {
    guard let index = model.family, !Catalogue.embedded.isAdded(family: index) else { return [] }
    let family = Catalogue.embedded.family(at: index)
    var facts: [String] = []
    if let paper = family.paper.confirmedValue {
      facts.append("- paper: " + (WebAddress.markdownLink(identifier: paper) ?? MarkdownText.escaped(paper)))
    }
    if let hub = family.hub.confirmedValue {
      facts.append("- released at: " + (WebAddress.markdownLink(identifier: hub) ?? MarkdownText.escaped(hub)))
    }
    if let licence = family.licence.confirmedValue { facts.append("- licence: " + MarkdownText.escaped(licence)) }
    facts += sourcedFacts(on: family) + checkpointFacts
    guard !facts.isEmpty else { return [] }
    let sources = CatalogueSource.sources(in: family.source).map(\.label)
    let note = sources.isEmpty ? "" : "; sources: " + MarkdownText.escaped(sources.joined(separator: ", "))
    let heading = "**The catalogue on \(MarkdownText.escaped(family.name))** (of \(CatalogueSource.catalogueDate)\(note))"
    return ["", heading, ""] + facts
  }

  /// Variants and moving names, each with its source and date.
  private func sourcedFacts(on family: ModelFamily) -> [String] {
    let variants = Catalogue.embedded.facts(on: family.name, .variants).filter { $0.subject == family.name }
    let moving = model.facets.isClosed ? Catalogue.embedded.facts(on: model.name, .moving) : []
    return (variants + moving).map { "- " + MarkdownText.escaped($0.sourcedSentence) }
  }

  /// What is known of the ids that the text itself gives.
  private var checkpointFacts: [String] {
    var facts: [String] = []
    for mention in model.mentions {
      guard let checkpoint = mention.checkpoint.map(Catalogue.embedded.checkpoint(at:)), checkpoint.isListed,
        checkpoint.writtenID?.lowercased() == mention.surface.lowercased()
      else { continue }
      let fact =
        "- `\(checkpoint.writtenID ?? "")` (\(CheckpointPage.host(checkpoint))): " + CheckpointPage.facts(checkpoint)
      if !facts.contains(fact) { facts += [fact] + CheckpointPage.retirements(checkpoint) }
    }
    return Array(facts.prefix(Self.evidenceLimit))
  }
}
