import Manuscripts
import ReportingRules
import ReuseDetection

extension Fixes {
  /// A statement on every reused model, written from what the manuscript says; nil without reuse or an open place.
  package func statement() -> Fix? {
    let models = analysis.models.indices.filter { analysis.models[$0].role == .reused }
    guard !models.isEmpty, let place = places.placeForParagraph(onAvailability: false) else { return nil }
    let opening = models.count == 1 ? "This work reuses one model." : "This work reuses \(models.count) models."
    let text = heading("Model reuse") + FixText(opening + "\n") + models.map(statement(on:)).joined()
    return Fix(
      id: "statement", title: "Insert a statement on the \(models.count == 1 ? "reused model" : "reused models")",
      kind: .statement, edits: [writer.paragraph(text, at: place)])
  }

  private func statement(on index: Int) -> FixText {
    let model = analysis.models[index]
    var text = FixText(markup.name(of: model))
    if let key = citedKey(of: model) { text += FixText(markup.citation(key)) }
    let patterns = model.patterns.sorted()
    if model.confidence == .low || patterns.isEmpty {
      text += " was " + .gap("used as released, fine-tuned, or rebuilt from the design")
    } else {
      text += FixText(" was " + patterns.map(\.plainWords).joined(separator: ", and "))
    }
    let facts = facts(on: index)
    guard !facts.isEmpty else { return text + "." }
    return text + " (" + facts.dropFirst().reduce(facts[0]) { $0 + "; " + $1 } + ")."
  }

  /// What is said of a model, and a gap for each thing that is asked for and was not found.
  private func facts(on model: Int) -> [FixText] {
    let lacking = analysis.findings.filter {
      $0.model == model && $0.severity > .reportOnly && Rule.rule(for: $0.detail).ask != nil
    }
    return Detail.allCases.compactMap { detail in
      if lacking.contains(where: { $0.detail == detail }) { return .gap(Self.words(detail)) }
      let isVersionToo = detail == .modelVariant && analysis.models[model].details[.modelVersion]?.value != nil
      guard !isVersionToo, let value = quotedValue(of: detail, model) else { return nil }
      return FixText(value)
    }
  }

  /// The key of the citation that stands directly behind one of a model's mentions.
  private func citedKey(of model: DetectedModel) -> String? {
    for mention in model.mentions {
      guard let last = mention.tokens.last else { continue }
      let end = Int(analysis.reading.tokens[last].end)
      for mark in analysis.reading.block(ofSentence: mention.sentence).marks {
        guard case .citation(let keys) = mark.kind, (end...(end + 2)).contains(mark.text.lowerBound) else { continue }
        if let key = keys.first { return key }
      }
    }
    return nil
  }
}
