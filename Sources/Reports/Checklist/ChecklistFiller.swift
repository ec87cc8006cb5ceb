import ManuscriptAnalysis
import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// What a report is made from.
package struct ChecklistInput: Sendable {
  let result: ManuscriptResult
  let configuration: Configuration
  /// Files beside the manuscript that pin packages.
  let lockfiles: [SourceFile]
  let checklist: Checklist
  let overrides: [ItemOverride]
  /// Colophon's version.
  let version: String
  /// Files of a submission that were not examined and may hold an answer, each with the reason.
  package var unexamined: [String] = []

  package init(
    result: ManuscriptResult, configuration: Configuration, lockfiles: [SourceFile], checklist: Checklist,
    overrides: [ItemOverride], version: String
  ) {
    self.result = result
    self.configuration = configuration
    self.lockfiles = lockfiles
    self.checklist = checklist
    self.overrides = overrides
    self.version = version
  }
}

extension FilledChecklist {
  /// The checklist filled from an analysis: a pure function, without clock or disk.
  package init(_ input: ChecklistInput) {
    let analysis = input.result.analysis
    let filler = ChecklistFiller(input)
    let record = ReportInputRecord(analysis, lockfiles: input.lockfiles, unexamined: input.unexamined)
    let isEmpty = analysis.reading.manuscript.blocks.isEmpty
    checklist = input.checklist
    manuscript = input.result.mainFile
    title = analysis.reading.manuscript.title.map(Quotations.tidy).flatMap { $0.isEmpty ? nil : $0 }
    language = analysis.language
    self.isEmpty = isEmpty
    stamp = ReportStamp(
      tool: input.version, catalogue: CatalogueSource.catalogueDate, profile: input.configuration.profile.pinnedName,
      settings: ReportStamp.remarks(on: input.configuration))
    self.input = record
    models = filler.models
    others = filler.others()
    sections = isEmpty ? [] : filler.sections()
    questions = isEmpty ? [] : filler.questions()
  }
}

extension ReportStamp {
  /// What settings say about models, which a reader of the report should know.
  static func remarks(on configuration: Configuration) -> [String] {
    func sentence(_ words: String, _ names: some Sequence<String>) -> String? {
      let names = names.sorted()
      return names.isEmpty ? nil : words + ": " + names.joined(separator: ", ")
    }
    return [
      sentence("Only discussed, by the settings", configuration.discussed),
      sentence("No models, by the settings", configuration.notModels),
      sentence("Models added by the settings", configuration.extraModels.map(\.name)),
    ].compactMap { $0 }
  }
}

/// Fills the items of a checklist from an analysis.
struct ChecklistFiller {
  private let input: ChecklistInput
  private let analysis: Analysis
  private let quotations: Quotations
  /// Indices of the reused models in the analysis.
  private let reused: [Int]
  let models: [ReportedModel]

  init(_ input: ChecklistInput) {
    let analysis = input.result.analysis.inFull()
    self.input = input
    self.analysis = analysis
    let quotations = Quotations(analysis, Places(analysis))
    let isJudged = analysis.language == "en"
    reused = analysis.models.indices.filter { analysis.models[$0].role == .reused }
    models = reused.map { index in
      Self.reported(analysis.models[index], quotations, input.checklist.details, isJudged: isJudged)
    }
    self.quotations = quotations
  }

  private static func reported(
    _ model: DetectedModel, _ quotations: Quotations, _ details: [Detail], isJudged: Bool
  ) -> ReportedModel {
    let resolved = AskBuilder.resolvedDetails(of: model)
    return ReportedModel(
      id: model.id, name: model.name, patterns: model.patterns, subLabels: model.subLabels,
      confidence: model.confidence, step: model.step, place: quotations.place(model.anchor),
      mentionCount: model.mentions.count, evidence: model.evidence.prefix(3).map { quotations.evidence($0, of: model) },
      details: details.map { detail in
        let finding = resolved[detail] ?? .notApplicable
        return isJudged
          ? answer(detail, finding, model, quotations)
          : DetailAnswer(
            detail: detail, state: finding.state == .notApplicable ? .notApplicable : .notJudged, value: nil,
            place: nil, quotation: nil)
      })
  }

  private static func answer(
    _ detail: Detail, _ finding: DetailFinding, _ model: DetectedModel, _ quotations: Quotations
  ) -> DetailAnswer {
    let state = state(of: finding)
    guard state == .reported || state == .delegated else {
      return DetailAnswer(detail: detail, state: state, value: nil, place: nil, quotation: nil)
    }
    var values = finding.value.map { [Quotations.tidy($0)] } ?? []
    for value in model.values where value.quantity.detail == detail {
      let text = Quotations.tidy(value.text)
      if let index = values.firstIndex(where: text.contains) {
        values[index] = text
      } else if values.count < 4, !values.contains(where: { $0.contains(text) }) {
        values.append(text)
      }
    }
    if let work = finding.value.flatMap({ quotations.work($0) }), !values.isEmpty { values[0] = work }
    if finding.state == .declaredUnavailable { values.insert("said not to be available", at: 0) }
    return DetailAnswer(
      detail: detail, state: state, value: values.isEmpty ? nil : values.joined(separator: "; "),
      place: finding.span.map(quotations.place),
      quotation: finding.span.flatMap {
        quotations.quotation(at: $0, marking: finding.value.map { [Quotations.tidy($0)] } ?? [])
      })
  }

  private static func state(of finding: DetailFinding) -> ItemState {
    switch finding.state {
    case .present, .declaredUnavailable: .reported
    case .delegated: .delegated
    case .missing: .notFound
    case .notApplicable: .notApplicable
    }
  }

  func others() -> [OtherModel] {
    analysis.models.filter { $0.role != .reused }.map { model in
      let signals = model.mentions.flatMap(\.signals)
      func words(_ holds: (UseSignal) -> Bool) -> [String] {
        var seen: Set<UseSignal> = []
        return signals.filter { holds($0) && seen.insert($0).inserted }
          .sorted { $0.weight.magnitude > $1.weight.magnitude }.prefix(4).map(\.rawValue)
      }
      return OtherModel(
        id: model.id, name: model.name, role: model.role, mentionCount: model.mentions.count,
        speaksFor: words { $0.weight > 0 }, speaksAgainst: words { $0.weight < 0 }, isStated: isStated(model),
        evidence: model.evidence.prefix(2).map { quotations.evidence($0, of: model) })
    }
  }

  /// True when a comment or the settings say that the model is only discussed.
  private func isStated(_ model: DetectedModel) -> Bool {
    let names = Set(([model.name] + model.surfaces).map { $0.lowercased() })
    let stated = input.configuration.discussed.map { $0.lowercased() }
    let comments = analysis.reading.manuscript.directives.map(\.body).filter { $0.hasPrefix("discussed ") }
      .map { $0.dropFirst(10).lowercased() }
    return (stated + comments).contains(where: names.contains)
  }

  func sections() -> [FilledChecklist.Section] {
    let overrides = Dictionary(input.overrides.map { ($0.item, $0) }) { first, _ in first }
    return input.checklist.sections.map { section in
      FilledChecklist.Section(title: section.title, items: section.items.map { filled($0, overrides[$0.key]) })
    }
  }

  private func filled(_ item: ChecklistItem, _ override: ItemOverride?) -> FilledItem {
    guard item.isJudged else {
      return FilledItem(item: item, found: .notJudged, override: override, answers: [], note: item.limit)
    }
    let answers = models.indices.compactMap { index -> ItemAnswer? in
      let parts = item.details.compactMap(models[index].answer).filter { $0.state != .notApplicable }
      return parts.isEmpty ? nil : ItemAnswer(model: index, state: Self.least(parts.map(\.state)), parts: parts)
    }
    let certain = answers.filter { !models[$0.model].isUncertain }
    let state = answers.isEmpty ? .notApplicable : Self.least((certain.isEmpty ? answers : certain).map(\.state))
    return FilledItem(item: item, found: state, override: override, answers: answers, note: note(state, answers))
  }

  /// What holds for a whole: what is open in one part is open.
  private static func least(_ states: [ItemState]) -> ItemState {
    for state in [ItemState.notJudged, .notFound, .delegated, .reported] where states.contains(state) { return state }
    return .notApplicable
  }

  private func note(_ state: ItemState, _ answers: [ItemAnswer]) -> String {
    switch state {
    case .notJudged: return "The manuscript is not in English ('\(analysis.language)'): details are not judged."
    case .notApplicable:
      return ""
    case .notFound where answers.allSatisfy { models[$0.model].isUncertain }:
      return "It is not certain that the models are used at all."
    case .reported, .delegated, .notFound: return ""
    }
  }

  func questions() -> [OpenQuestion] {
    guard analysis.language == "en" else { return [] }
    let asked = Set(input.checklist.details).subtracting(settled)
    let positions = Dictionary(uniqueKeysWithValues: reused.enumerated().map { ($1, $0) })
    let findings = analysis.findings.compactMap { finding in
      asked.contains(finding.detail)
        ? positions[finding.model].map { (finding.detail, $0, finding.severity) } : nil
    }
    let questions = QuestionBuilder(
      models: models, findings: findings.map { (detail: $0.0, model: $0.1, severity: $0.2) }
    )
    .questions(isStandard: input.checklist.standard != nil)
    return onTheText([.placeholder, .conflictingDetail]) + questions
      + onTheText([.retiredSnapshot, .hubSpelling, .nonCommercialWeights, .preprintCited])
  }

  /// Details of which an editor has said, in every item that asks for them, that they are not open.
  private var settled: Set<Detail> {
    let closed = Set(input.overrides.filter { $0.state != .notFound }.map(\.item))
    let items = input.checklist.items
    return Set(items.filter { closed.contains($0.key) }.flatMap(\.details))
      .subtracting(items.filter { !closed.contains($0.key) }.flatMap(\.details))
  }

  /// What is shown of some questions on the text itself, whatever the standard.
  private func onTheText(_ asks: [AskName]) -> [OpenQuestion] {
    analysis.diagnostics.compactMap { diagnostic in
      guard let ask = asks.first(where: { $0.rawValue == diagnostic.code }) else { return nil }
      return OpenQuestion(
        code: diagnostic.code, severity: diagnostic.severity,
        models: diagnostic.models.compactMap { reused.firstIndex(of: $0) }, details: diagnostic.details,
        text: text(of: ask, diagnostic), place: quotations.place(diagnostic.span))
    }
  }

  private func text(of ask: AskName, _ diagnostic: Diagnostic) -> String {
    // Several gaps of one paragraph are one question, whose message counts them.
    if ask == .placeholder, diagnostic.message.hasSuffix("is still a placeholder"),
      let gap = quotations.words(at: diagnostic.span)
    {
      return "What belongs in place of '\(gap)'?"
    }
    return "\(ask.question) In the text: \(diagnostic.message)."
  }
}
