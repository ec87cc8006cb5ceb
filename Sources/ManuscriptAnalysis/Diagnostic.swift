import Manuscripts
import ReportingRules
import ReuseDetection

/// What a face shows at a place of the manuscript, after configuration and suppressions.
package struct Diagnostic: Sendable, Equatable {
  /// An ask's name, or the name of a check on the source itself (`unused-suppression`, `unreadable-source`).
  package let code: String
  package let severity: Severity
  package let span: SourceSpan
  package let message: String
  /// Why it matters; empty for checks on the source.
  package let why: String
  /// What to do about it.
  package let remedy: String
  /// A sentence that would answer it, with gaps in brackets for what only the author knows; nil where none would.
  package let example: String?
  /// Who asks: standard, and item where it is confirmed.
  package let askedBy: [String]
  /// Other places that belong to it, with what stands there.
  package let related: [RelatedPlace]
  /// The models it concerns, by their index in the analysis.
  package let models: [Int]
  package let details: [Detail]

  package struct RelatedPlace: Sendable, Equatable {
    package let span: SourceSpan
    package let message: String

    package init(span: SourceSpan, message: String) {
      self.span = span
      self.message = message
    }
  }

  package init(
    code: String, severity: Severity, span: SourceSpan, message: String, why: String = "", remedy: String = "",
    example: String? = nil, askedBy: [String] = [], related: [RelatedPlace] = [], models: [Int] = [],
    details: [Detail] = []
  ) {
    self.code = code
    self.severity = severity
    self.span = span
    self.message = message
    self.why = why
    self.remedy = remedy
    self.example = example
    self.askedBy = askedBy
    self.related = related
    self.models = models
    self.details = details
  }
}
