import Manuscripts
import ReportingRules
import ReuseDetection

/// What a manuscript itself says of the models that it reuses, and what it does not say: the content of a statement,
/// whatever it is written in.
package struct Statement: Sendable {
  /// One thing that the manuscript says of a model.
  package struct Fact: Sendable, Equatable {
    package enum Form: Sendable, Equatable {
      case words
      /// A web address.
      case address
      /// An identifier, such as a hub's.
      case code
      /// The manuscript's own words at a place.
      case quotation(SourceSpan)
    }

    package let detail: Detail
    /// Words before the value, "weights from"; empty where the value speaks for itself.
    package let opening: String
    package let value: String
    package let form: Form

    package init(_ detail: Detail, _ opening: String = "", _ value: String, _ form: Form = .words) {
      self.detail = detail
      self.opening = opening
      self.value = value
      self.form = form
    }

    /// The fact in plain words, without the place of a quotation.
    package var plain: String {
      let words = if case .quotation = form { "“\(value)”" } else { value }
      return opening.isEmpty ? words : opening + " " + words
    }
  }

  /// One reused model.
  package struct Entry: Sendable {
    /// The index in the analysis' models.
    package let model: Int
    package let name: String
    /// The key of the work that is cited for it, if one is.
    package let key: String?
    /// What was done with it, each going on from "was"; empty where that is uncertain.
    package let uses: [String]
    package let facts: [Fact]
    /// What is asked for and was not found.
    package let gaps: [Detail]
    /// What the text states in words that cannot stand by themselves, with the places.
    package let elsewhere: [(detail: Detail, span: SourceSpan)]

    /// True when it is not sure that the model was used at all.
    package var isUncertain: Bool { uses.isEmpty }
  }

  package let entries: [Entry]

  package init(_ analysis: Analysis) {
    var quoted: [String: String] = [:]
    entries = analysis.models.indices.filter { analysis.models[$0].role == .reused }.map { index in
      let model = analysis.models[index]
      let stated = StatedValues(model, in: analysis.reading)
      return Entry(
        model: index, name: model.name, key: Self.citedKey(of: model, in: analysis.reading),
        uses: model.confidence == .low ? [] : UseWords.words(model),
        facts: stated.facts.map { Self.once($0, of: model.name, &quoted) }, gaps: Self.gaps(of: index, analysis),
        elsewhere: stated.elsewhere)
    }
  }

  /// A quotation that stands at another model already as a reference to that one.
  private static func once(_ fact: Fact, of name: String, _ quoted: inout [String: String]) -> Fact {
    guard case .quotation = fact.form else { return fact }
    let key = fact.opening + fact.value
    guard let first = quoted[key] else {
      quoted[key] = name
      return fact
    }
    return Fact(fact.detail, fact.opening.replacing(":", with: "") + " as for", first)
  }

  /// What is asked for; of a model whose use is uncertain, only that use is asked.
  private static func gaps(of model: Int, _ analysis: Analysis) -> [Detail] {
    guard analysis.language == "en", analysis.models[model].confidence > .low else { return [] }
    let lacking = analysis.findings.filter {
      $0.model == model && $0.severity > .reportOnly && Rule.rule(for: $0.detail).ask != nil
    }
    return Detail.allCases.filter { detail in lacking.contains { $0.detail == detail } }
  }

  /// The key of the citation that stands directly behind one of a model's mentions.
  private static func citedKey(of model: DetectedModel, in reading: ReadManuscript) -> String? {
    for mention in model.mentions {
      guard let last = mention.tokens.last else { continue }
      let end = Int(reading.tokens[last].end)
      for mark in reading.block(ofSentence: mention.sentence).marks {
        guard case .citation(let keys) = mark.kind, (end...(end + 2)).contains(mark.text.lowerBound) else { continue }
        if let key = keys.first { return key }
      }
    }
    return nil
  }
}

/// What was done with a model, in words that go on from its name and "was".
enum UseWords {
  static func words(_ model: DetectedModel) -> [String] {
    model.patterns.sorted().map { pattern in
      switch pattern {
      case .conceptual: first(conceptual, model) ?? "rebuilt from its published design"
      case .adaptation: first(adaptation, model) ?? "adapted"
      case .deployment: first(deployment, model) ?? "used as released"
      }
    }
  }

  private static func first(_ words: [(SubLabel, String)], _ model: DetectedModel) -> String? {
    words.first { model.subLabels.contains($0.0) }?.1
  }

  private static let conceptual: [(SubLabel, String)] = [
    (.modified, "rebuilt with changes to its published design"),
    (.reimplementation, "implemented anew from its published design"),
    (.fromScratch, "trained from scratch in its published design"),
  ]
  private static let adaptation: [(SubLabel, String)] = [
    (.peft, "fine-tuned with adapters"), (.continuedPretraining, "pre-trained further"),
    (.distillation, "distilled"), (.merge, "merged with other weights"), (.fullFineTuning, "fine-tuned"),
    (.featureExtraction, "kept frozen, with another model trained on its features"),
  ]
  private static let deployment: [(SubLabel, String)] = [
    (.inContext, "prompted with examples as released"), (.prompted, "prompted as released"),
    (.quantised, "used in a quantised form"), (.converted, "used in a converted form"),
    (.embedding, "used as released to compute embeddings"), (.metric, "used as released to compute a score"),
    (.zeroShot, "applied as released, without training"), (.wrappedTool, "run as released"),
  ]
}
