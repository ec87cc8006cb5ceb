import Manuscripts
import ReuseDetection

/// One detail that was not found for one model.
package struct Finding: Sendable, Equatable {
  /// The rule, by the detail it asks for.
  package let detail: Detail
  /// The index of the model in the analysis' models.
  package let model: Int
  package let severity: Severity
  /// Where the author would mend it.
  package let anchor: SourceSpan

  package init(detail: Detail, model: Int, severity: Severity, anchor: SourceSpan) {
    self.detail = detail
    self.model = model
    self.severity = severity
    self.anchor = anchor
  }
}
