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
  package let diagnostics: [Diagnostic]
  /// Asks beyond the number shown.
  package let hiddenAskCount: Int
  package let problems: [Problem]
  let memo: AnalysisMemo

  init(
    reading: ReadManuscript, language: String, models: [DetectedModel], findings: [Finding],
    diagnostics: [Diagnostic], hiddenAskCount: Int, problems: [Problem], memo: AnalysisMemo
  ) {
    self.reading = reading
    self.language = language
    self.models = models
    self.findings = findings
    self.diagnostics = diagnostics
    self.hiddenAskCount = hiddenAskCount
    self.problems = problems
    self.memo = memo
  }
}
