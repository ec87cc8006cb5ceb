import ReuseDetection

/// A detail that a reader needs, as a value: what it is, why it matters, who asks, when it applies and how much it
/// weighs.
///
/// A class, because there is one of each and everybody refers to it.
package final class Rule: Sendable {
  /// A snippet that shows the rule at work; the model is in `⟦…⟧`.
  package struct Example: Sendable {
    package let text: String
    package let isLatex: Bool
    /// True when the rule must find the detail missing.
    package let isFlagged: Bool

    package static func flagged(latex text: String) -> Example { Example(text: text, isLatex: true, isFlagged: true) }
    package static func flagged(markdown text: String) -> Example {
      Example(text: text, isLatex: false, isFlagged: true)
    }
    package static func clean(latex text: String) -> Example { Example(text: text, isLatex: true, isFlagged: false) }
    package static func clean(markdown text: String) -> Example {
      Example(text: text, isLatex: false, isFlagged: false)
    }
  }

  /// The severity of a finding before the caps that hold for every rule.
  package typealias Weighing = @Sendable (ReuseFacets, Profile) -> Severity

  package let detail: Detail
  /// The question that it is part of; nil for details of the report only.
  package let ask: AskName?
  /// The version that brought it.
  package let since: String
  package let summary: String
  package let why: String
  package let remedy: String
  /// A sentence that satisfies it.
  package let sentence: AnswerSentence
  package let sources: [StandardItem]
  package let applies: @Sendable (ReuseFacets) -> Bool
  package let severity: Weighing
  package let examples: [Example]

  package init(
    detail: Detail, ask: AskName?, since: String, summary: String, why: String, remedy: String, sentence: String,
    sources: [StandardItem], applies: @escaping @Sendable (ReuseFacets) -> Bool, severity: @escaping Weighing,
    examples: [Example]
  ) {
    self.detail = detail
    self.ask = ask
    self.since = since
    self.summary = summary
    self.why = why
    self.remedy = remedy
    self.sentence = AnswerSentence(sentence)
    self.sources = sources
    self.applies = applies
    self.severity = severity
    self.examples = examples
  }

  package var name: String { detail.rawValue }

  /// The rule of a detail: there is one for each, which a test holds.
  package static func rule(for detail: Detail) -> Rule {
    byDetail[detail] ?? modelIdentity
  }

  private static let byDetail = Dictionary(uniqueKeysWithValues: all.map { ($0.detail, $0) })
}

extension ReuseFacets {
  /// Weights crossed over: they were run or trained on.
  package var hasWeights: Bool { patterns != [.conceptual] }
  package var isAdapted: Bool { patterns.contains(.adaptation) }
  package var isConceptual: Bool { patterns.contains(.conceptual) }
  /// Parameters were trained, more than a light fit on frozen features.
  package var isTrained: Bool { (isAdapted && !isLightFit) || isConceptual }
  package var isRemote: Bool { access == .api || access == .web }
}

extension Detail {
  /// A detail by its name, in British or American spelling.
  package init?(name: String) {
    let british: [String: String] = [
      "model-license": "model-licence", "optimizer": "optimiser", "quantization": "quantisation",
    ]
    self.init(rawValue: british[name] ?? name)
  }
}

/// The names that configuration and suppressions may use.
package enum RuleNames {
  /// All asks and details.
  package static let all = AskName.allCases.map(\.rawValue) + Detail.allCases.map(\.rawValue)

  /// The name in its own spelling, or nil for an unknown one.
  package static func spelling(of name: String) -> String? {
    AskName(rawValue: name)?.rawValue ?? Detail(name: name)?.rawValue
  }
}
