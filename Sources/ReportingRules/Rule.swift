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

    /// Texts of a methods section, each in both markups.
    ///
    /// They are written with `[@key]` for citations, `<address>` for links, `` `id` `` for code, and `# Title` between
    /// empty lines for the heading of another section.
    package static func inBothMarkups(flagged: [String], clean: [String]) -> [Example] {
      flagged.flatMap { both($0, isFlagged: true) } + clean.flatMap { both($0, isFlagged: false) }
    }

    private static func both(_ text: String, isFlagged: Bool) -> [Example] {
      [
        Example(text: "\\section{Methods} " + latex(text), isLatex: true, isFlagged: isFlagged),
        Example(text: "# Methods\n\n\(text)\n", isLatex: false, isFlagged: isFlagged),
      ]
    }

    private static func latex(_ text: String) -> String {
      var latex = ""
      var isCode = false
      let sections = text.split(separator: "\n\n").map { part in
        part.hasPrefix("# ") ? "\\section{\(part.dropFirst(2))}" : String(part)
      }
      for part in sections.joined(separator: " ").replacing(" [@", with: "~\\citep{") {
        switch part {
        case "]": latex += "}"
        case "<": latex += "\\url{"
        case ">": latex += "}"
        case "%": latex += "\\%"
        case "`":
          latex += isCode ? "}" : "\\texttt{"
          isCode.toggle()
        default: latex.append(part)
        }
      }
      return latex
    }
  }

  /// How much a gap weighs, before the caps that hold for every rule.
  package enum Weighing: Sendable {
    case byReuse(@Sendable (ReuseFacets, Profile) -> Severity)
    /// A hint in some profiles, looked for by reports alone elsewhere.
    case hint(in: Set<Profile.Audience>)
  }

  package let detail: Detail
  /// The question that it is part of; nil for details of the report only.
  package let ask: AskName?
  /// The release that brought it: it weighs nothing in profiles of an earlier one.
  package let since: Release
  /// What the detail is called in a sentence that says that it was not found.
  package let noun: String
  package let summary: String
  package let why: String
  package let remedy: String
  /// A sentence that satisfies it.
  package let sentence: AnswerSentence
  package let sources: [StandardItem]
  package let applies: @Sendable (ReuseFacets) -> Bool
  private let weighing: Weighing
  private let makeExamples: @Sendable () -> [Example]

  package init(
    detail: Detail, ask: AskName?, since: Release, noun: String, summary: String, why: String, remedy: String,
    sentence: String, sources: [StandardItem], applies: @escaping @Sendable (ReuseFacets) -> Bool,
    severity: Weighing, examples: @autoclosure @escaping @Sendable () -> [Example]
  ) {
    self.detail = detail
    self.ask = ask
    self.since = since
    self.noun = noun
    self.summary = summary
    self.why = why
    self.remedy = remedy
    self.sentence = AnswerSentence(sentence)
    self.sources = sources
    self.applies = applies
    weighing = severity
    makeExamples = examples
  }

  /// Spelt out when they are asked for: every run makes all rules, and hardly one shows an example.
  package var examples: [Example] { makeExamples() }

  /// The severity of a finding before the caps that hold for every rule; nothing in an edition that is older.
  package func severity(of facets: ReuseFacets, in profile: Profile) -> Severity {
    guard since <= profile.release else { return .reportOnly }
    switch weighing {
    case .byReuse(let severity): return severity(facets, profile)
    case .hint(let audiences): return audiences.contains(profile.audience) ? .hint : .reportOnly
    }
  }

  /// True when a question or a hint of the profile may need the detail, false when reports alone do.
  package func isLookedFor(in profile: Profile) -> Bool {
    switch weighing {
    case .byReuse: true
    case .hint(let audiences): since <= profile.release && audiences.contains(profile.audience)
    }
  }

  /// True when enough labelled cases say how often its answers are right: the others are hints at most.
  package var isMeasured: Bool {
    (AccuracyRecord.recorded.details[detail]?.cases ?? 0) >= DetailAccuracy.enough
  }

  /// True when it is known how often an answer that was found is one: a model's name is found with the model itself,
  /// which every labelled manuscript measures.
  package var isAnswerMeasured: Bool { isMeasured || detail == .modelIdentity }

  package var name: String { detail.rawValue }

  /// The rule of a detail: there is one for each, which a test holds.
  package static func rule(for detail: Detail) -> Rule {
    byNumber[Int(detail.number)]
  }

  private static let byNumber = Detail.allCases.map { detail in all.first { $0.detail == detail } ?? modelIdentity }
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
