import Manuscripts
import ReportingRules
import ReuseDetection

/// All that Colophon knows about one manuscript.
package struct Analysis: Sendable {
  package let reading: ReadManuscript
  /// An ISO 639-1 code: the stated language, else the one the text's function words speak.
  package let language: String
  /// In order of first mention.
  package let models: [DetectedModel]
  /// Every detail that was looked for and not found, ungrouped, before suppression.
  package let findings: [Finding]
  /// What is shown, most severe first, then by place.
  package internal(set) var diagnostics: [Diagnostic]
  /// Asks beyond the number shown.
  package internal(set) var hiddenAskCount: Int
  /// Every question that is not kept quiet, shown or not.
  let asks: [Ask]
  /// What became of the gaps that were known before.
  package let baseline: BaselineOutcome
  package let problems: [Problem]
  /// What the analysis was made with.
  package let configuration: Configuration
  let memo: AnalysisMemo

  init(
    reading: ReadManuscript, language: String, models: [DetectedModel], findings: [Finding],
    diagnostics: [Diagnostic], hiddenAskCount: Int, asks: [Ask], baseline: BaselineOutcome, problems: [Problem],
    configuration: Configuration, memo: AnalysisMemo
  ) {
    self.reading = reading
    self.language = language
    self.models = models
    self.findings = findings
    self.diagnostics = diagnostics
    self.hiddenAskCount = hiddenAskCount
    self.asks = asks
    self.baseline = baseline
    self.problems = problems
    self.configuration = configuration
    self.memo = memo
  }

  /// The same with every detail of every reused model, and the findings on them: what reports, inventories and hovers
  /// show beyond what a lint needs.
  ///
  /// - Complexity: a few times what a lint takes for its details; nothing of it runs at a keystroke.
  package func inFull() -> Analysis {
    let completed = ReuseDetector.completed(
      models, in: reading, memo.detection, lookingFor: Set(Detail.allCases))
    let models = Directives(reading.manuscript.directives).delegating(completed)
    return Analysis(
      reading: reading, language: language, models: models,
      findings: AskBuilder.findings(models: models, profile: configuration.profile), diagnostics: diagnostics,
      hiddenAskCount: hiddenAskCount, asks: asks, baseline: baseline, problems: problems, configuration: configuration,
      memo: memo)
  }
}
