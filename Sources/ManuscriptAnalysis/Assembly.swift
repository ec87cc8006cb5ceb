import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// The last part of an analysis: from classified models to what is shown.
struct Assembly {
  let reading: ReadManuscript
  let language: String
  let directives: Directives
  let configuration: Configuration
  let catalogue: Catalogue
  /// True while "not found" is a hint at most.
  private let isProvisional: Bool

  init(
    reading: ReadManuscript, language: String, directives: Directives, configuration: Configuration,
    catalogue: Catalogue
  ) {
    self.reading = reading
    self.language = language
    self.directives = directives
    self.configuration = configuration
    self.catalogue = catalogue
    isProvisional =
      configuration.stage == .draft && Self.isDraft(reading.manuscript) || Self.hasUnreadFiles(reading.manuscript)
  }

  func analysis(of detection: Detection, memo known: AnalysisMemo) -> Analysis {
    var memo = known
    let models = directives.delegating(detection.models)
    let findings = AskBuilder.findings(models: models, profile: configuration.profile)
    var suppression = Suppression(directives, reading)
    var baseline = BaselineFilter(configuration.known, reading, models)
    var open = findings.map(adjusted).filter { !suppression.silences($0, models: models) }
    if configuration.known != .none { open = open.filter { $0.severity == .reportOnly || !baseline.holds($0) } }
    let asks = AskBuilder.asks(
      findings: open.filter(isSelected), models: models, placeholders: detection.placeholders,
      unnamed: unnamedSeverity, reading: reading)
    let checks = FactChecks(
      reading: reading, models: models, hubAddresses: detection.hubAddresses, preprints: memo.works.preprints,
      catalogue: catalogue)
    let all = AskBuilder.sorted(asks + checks.asks(&memo.facts).map(adjusted))
    let shown = all.filter { isSelected($0) && $0.severity > .reportOnly }
    let asked = shown.filter { !suppression.silences($0, models: models) && !baseline.holds($0) }
    let kept = FactNotes(models: models, reading: reading, catalogue: catalogue).noted(asked, &memo.facts)
    let visible = language == "en" ? kept.prefix(AskBuilder.visibleLimit) : []
    var remarks = suppression.remarks(knownModels: models, requiresReason: configuration.requiresReason)
    if language != "en", models.contains(where: { $0.role == .reused }) { remarks.append(otherLanguage(models)) }
    remarks = remarks.filter { !baseline.holds($0) }
    let diagnostics = visible.map { Self.diagnostic(for: $0, models, &memo.facts) } + remarks
    return Analysis(
      reading: reading, language: language, models: models, findings: findings,
      diagnostics: diagnostics.sorted(by: Self.isBefore),
      hiddenAskCount: language == "en" ? kept.count - visible.count : 0, asks: kept,
      baseline: baseline.outcome(findings, all), problems: reading.manuscript.problems,
      configuration: configuration, memo: memo)
  }

  /// A finding under the configuration: set severities win, then the stage and unread files hold it down.
  private func adjusted(_ finding: Finding) -> Finding {
    var severity = finding.severity
    let ask = Rule.rule(for: finding.detail).ask
    if let set = configuration.severities[finding.detail.rawValue]
      ?? ask.flatMap({ configuration.severities[$0.rawValue] })
    {
      severity = set
    } else if isProvisional {
      severity = min(severity, .hint)
    }
    return Finding(detail: finding.detail, model: finding.model, severity: severity, anchor: finding.anchor)
  }

  /// A question that a fact gave rise to, under the configuration.
  private func adjusted(_ ask: Ask) -> Ask {
    let usual = isProvisional ? min(ask.severity, .hint) : ask.severity
    return ask.with(configuration.severities[ask.name.rawValue] ?? usual)
  }

  /// A manuscript without a methods section is still being written.
  private static func isDraft(_ manuscript: Manuscript) -> Bool {
    !manuscript.sections.contains { section in
      switch section.kind {
      case .methods, .results, .appendix, .availability: true
      case .frontMatter, .abstract, .introduction, .relatedWork, .discussion, .conclusion, .acknowledgements,
        .contributions, .references, .other:
        false
      }
    }
  }

  /// "Not found" is certain only when every file that holds text was read; a missing bibliography hides less than a
  /// missing chapter.
  private static func hasUnreadFiles(_ manuscript: Manuscript) -> Bool {
    manuscript.problems.contains { problem in
      switch problem.kind {
      case .missingFile, .blockedFile, .unreadableFile:
        !manuscript.bibliographies.contains { $0.span == problem.span }
      case .includeCycle, .bound, .unclosed, .invalidUTF8, .bibliography, .frontMatter: false
      }
    }
  }

  /// What a model without a name weighs: a hint at most, unless settings name it, and nothing in `science`.
  private var unnamedSeverity: Severity {
    let set =
      configuration.severities[Detail.modelIdentity.rawValue] ?? configuration.severities[AskName.whichModel.rawValue]
    return set ?? RulePage.greatest(.rule(for: .modelIdentity), configuration.profile)
  }

  /// False for a detail that a question must not name: it is ignored, or others were selected and its question was not.
  private func isSelected(_ finding: Finding) -> Bool {
    let name = finding.detail.rawValue
    guard !configuration.ignore.contains(name) else { return false }
    guard !configuration.select.isEmpty, !configuration.select.contains(name) else { return true }
    return Rule.rule(for: finding.detail).ask.map { configuration.select.contains($0.rawValue) } ?? false
  }

  private func isSelected(_ ask: Ask) -> Bool {
    let names = Set([ask.name.rawValue] + ask.details.map(\.rawValue))
    if !configuration.select.isEmpty, configuration.select.isDisjoint(with: names) { return false }
    if configuration.ignore.contains(ask.name.rawValue)
      || !ask.details.isEmpty && ask.details.allSatisfy({ configuration.ignore.contains($0.rawValue) })
    {
      return false
    }
    let path = reading.manuscript.files[ask.anchor.file].path
    return !configuration.fileOverrides.contains { override in
      override.ignore.contains(where: names.contains) && override.covers(path)
    }
  }

  /// A question as it is shown.
  static func diagnostic(for ask: Ask, _ models: [DetectedModel], _ memory: inout FactMemory) -> Diagnostic {
    let rule = ask.details.first.map(Rule.rule(for:))
    let first = ask.models.first.map { models[$0] }
    let answering = ask.name == .conflictingDetail ? nil : rule
    let example = answering.map { rule in
      rule.sentence.withGaps(for: first?.name ?? "the model")
    }
    return Diagnostic(
      code: ask.name.rawValue, severity: ask.severity, span: ask.anchor, message: ask.message,
      why: ([ask.name.why ?? rule?.why ?? ""] + ask.facts.map { $0 + "." }).joined(separator: " "),
      remedy: ask.name.remedy ?? rule?.remedy ?? "",
      example: example,
      askedBy: memory.askedBy(ask.details),
      related: ask.related.map { Diagnostic.RelatedPlace(span: $0.span, message: $0.message) }, models: ask.models,
      details: ask.details)
  }

  private func otherLanguage(_ models: [DetectedModel]) -> Diagnostic {
    let anchor = models.first { $0.role == .reused }?.anchor ?? SourceSpan(file: 0, range: 0..<0)
    return Diagnostic(
      code: "other-language", severity: .hint, span: anchor,
      message: "the manuscript is not in English ('\(language)'): its models are listed, details are not judged",
      remedy: "Read the inventory; say 'lang: en' in the front matter or load babel if the language was misjudged.")
  }

  /// The order in which diagnostics are shown: most severe first, then by place.
  static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    return (left.span.file, left.span.range.lowerBound, left.code) < (
      right.span.file, right.span.range.lowerBound, right.code
    )
  }
}
