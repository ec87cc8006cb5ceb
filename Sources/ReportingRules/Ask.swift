import Manuscripts
import ReuseDetection

/// The names of the questions an author sees; the raw value is the code in reports and suppressions.
package enum AskName: String, Sendable, CaseIterable {
  case whichModel = "which-model"
  case whichWeights = "which-weights"
  case citeModel = "cite-model"
  case trainingData = "training-data"
  case trainingRecipe = "training-recipe"
  case prompting
  case pretrainedOrScratch = "pretrained-or-scratch"
  case adaptationMethod = "adaptation-method"
  case codeAvailability = "code-availability"
  case howReused = "how-reused"
  case conflictingDetail = "conflicting-detail"
  case placeholder = "placeholder-left"
  case retiredSnapshot = "retired-snapshot"
  case preprintCited = "preprint-cited"
  case hubSpelling = "hub-id-spelling"
  case nonCommercialWeights = "non-commercial-weights"
}

/// A question to the author: findings that one answer would settle, grouped over the models that share the gap.
package struct Ask: Sendable, Equatable {
  package let name: AskName
  /// The worst severity of its findings.
  package let severity: Severity
  /// Indices of the models it concerns, the most prominent first.
  package let models: [Int]
  /// The details not found: first those that the message names, which the first model lacks.
  package let details: [Detail]
  package let findings: [Finding]
  package let anchor: SourceSpan
  /// One line of at most 100 characters where names allow it, models in single quotation marks, no full stop.
  package let message: String
  /// Other places that the question is about, with what stands there.
  package let related: [RelatedPlace]
  /// What the catalogue is sure of, as sentences with source and date.
  package var facts: [String] = []

  package struct RelatedPlace: Sendable, Equatable {
    package let span: SourceSpan
    package let message: String

    package init(span: SourceSpan, message: String) {
      self.span = span
      self.message = message
    }
  }

  package init(
    name: AskName, severity: Severity, models: [Int], details: [Detail], findings: [Finding], anchor: SourceSpan,
    message: String, related: [RelatedPlace]
  ) {
    self.name = name
    self.severity = severity
    self.models = models
    self.details = details
    self.findings = findings
    self.anchor = anchor
    self.message = message
    self.related = related
  }

  /// The same question with another severity.
  package func with(_ severity: Severity) -> Ask {
    var ask = Ask(
      name: name, severity: severity, models: models, details: details, findings: findings, anchor: anchor,
      message: message, related: related)
    ask.facts = facts
    return ask
  }
}
