import ReportingRules
import ReuseDetection

/// What was decided about one thing that a diagnostic is about: the part that an excerpt must bring about again.
package struct Decision: Sendable, Equatable {
  package let code: String
  /// The model it is about, or nil where no model is.
  package let model: String?
  package let patterns: [ReusePattern]
  /// What was asked for and not found for the model.
  package let details: [Detail]

  /// The decision on the diagnostic's model that stands at its place.
  init(_ diagnostic: Diagnostic, in analysis: Analysis) {
    code = diagnostic.code
    let index = diagnostic.models.first
    model = index.map { analysis.models[$0].name }
    patterns = index.map { analysis.models[$0].patterns } ?? []
    details = index.map { Self.lacking(diagnostic, of: $0, analysis) } ?? []
  }

  /// True when another text leads to the same question on the same model, read as the same kind of reuse.
  ///
  /// An excerpt may lack details that the whole text has: what was asked for must be among what is asked for here.
  func isMade(in analysis: Analysis) -> Bool {
    analysis.diagnostics.contains { diagnostic in
      guard diagnostic.code == code else { return false }
      guard let model else { return diagnostic.models.isEmpty }
      return diagnostic.models.contains { index in
        let other = analysis.models[index]
        let lacking = Set(Self.lacking(diagnostic, of: index, analysis))
        return other.name == model && other.patterns == patterns && details.allSatisfy(lacking.contains)
      }
    }
  }

  private static func lacking(_ diagnostic: Diagnostic, of model: Int, _ analysis: Analysis) -> [Detail] {
    diagnostic.details.filter { detail in
      analysis.findings.contains { $0.model == model && $0.detail == detail && $0.severity > .reportOnly }
    }
  }
}
