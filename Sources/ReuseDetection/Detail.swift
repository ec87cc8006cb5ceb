import Manuscripts

/// A reportable detail of a reuse; the raw value is its name in configuration, suppressions, reports and labels.
package enum Detail: String, Sendable, CaseIterable, Comparable {
  case modelIdentity = "model-identity"
  case modelVariant = "model-variant"
  case modelVersion = "model-version"
  case weightsSource = "weights-source"
  case modelCitation = "model-citation"
  case modelLicence = "model-licence"
  case accessDate = "access-date"
  case apiOrLocal = "api-or-local"
  case pretrainingData = "pretraining-data"
  case pretrainedOrScratch = "pretrained-or-scratch"
  case adaptationMethod = "adaptation-method"
  case trainingDataName = "training-data-name"
  case trainingDataSize = "training-data-size"
  case trainingDataSplit = "training-data-split"
  case trainingDataAvailability = "training-data-availability"
  case optimiser
  case trainingLength = "training-length"
  case seed
  case codeAvailability = "code-availability"
  case computeHardware = "compute-hardware"
  case runtimeVersion = "runtime-version"
  case decodingParameters = "decoding-parameters"
  case promptText = "prompt-text"
  case architectureSource = "architecture-source"
  case deploymentEnvironment = "deployment-environment"
  case conversion
  case quantisation
  case toolSettings = "tool-settings"

  /// Order of declaration: identity first, then training, then use.
  package static func < (left: Detail, right: Detail) -> Bool {
    left.ordinal < right.ordinal
  }

  /// Hashes the case itself, where the default hashes its name.
  package func hash(into hasher: inout Hasher) { withUnsafeBytes(of: self) { hasher.combine(bytes: $0) } }

  private var ordinal: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What the project says about one detail of one model.
package struct DetailFinding: Sendable, Equatable {
  package enum State: String, Sendable {
    case present, delegated
    case declaredUnavailable = "declared-unavailable"
    case notApplicable = "not-applicable"
    case missing
  }

  package let state: State
  /// The value as the manuscript writes it, where there is one.
  package let value: String?
  /// Where it stands; nil for `missing`, `notApplicable` and values found in no single place.
  package let span: SourceSpan?

  package init(state: State, value: String? = nil, span: SourceSpan? = nil) {
    self.state = state
    self.value = value
    self.span = span
  }

  package static let missing = DetailFinding(state: .missing)
  package static let notApplicable = DetailFinding(state: .notApplicable)
}
