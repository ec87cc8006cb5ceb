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
  /// Every detail not found, ungrouped, before suppression.
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
  let memo: AnalysisMemo

  init(
    reading: ReadManuscript, language: String, models: [DetectedModel], findings: [Finding],
    diagnostics: [Diagnostic], hiddenAskCount: Int, asks: [Ask], baseline: BaselineOutcome, problems: [Problem],
    memo: AnalysisMemo
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
    self.memo = memo
  }
}
