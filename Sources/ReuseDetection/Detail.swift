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
  case intendedUseFit = "intended-use-fit"
  case pretrainingData = "pretraining-data"
  case knowledgeCutoff = "knowledge-cutoff"
  case contaminationCheck = "contamination-check"
  case pretrainedOrScratch = "pretrained-or-scratch"
  case adaptationMethod = "adaptation-method"
  case trainableLayers = "trainable-layers"
  case architectureChanges = "architecture-changes"
  case peftConfiguration = "peft-configuration"
  case distillationConfiguration = "distillation-configuration"
  case trainingDataName = "training-data-name"
  case trainingDataSize = "training-data-size"
  case trainingDataSplit = "training-data-split"
  case splitUnit = "split-unit"
  case trainingDataAvailability = "training-data-availability"
  case optimiser
  case trainingLength = "training-length"
  case hyperparameterSearch = "hyperparameter-search"
  case loss, augmentation, seed
  case numberOfRuns = "number-of-runs"
  case codeAvailability = "code-availability"
  case adaptedWeights = "adapted-weights"
  case releasedCard = "released-card"
  case computeHardware = "compute-hardware"
  case computeCost = "compute-cost"
  case preprocessing
  case inputSpec = "input-spec"
  case runtimeVersion = "runtime-version"
  case decodingParameters = "decoding-parameters"
  case promptText = "prompt-text"
  case systemPrompt = "system-prompt"
  case fewShotExamples = "few-shot-examples"
  case promptSelection = "prompt-selection"
  case promptSession = "prompt-session"
  case repeatSampling = "repeat-sampling"
  case toolsRetrieval = "tools-retrieval"
  case dataToThirdParty = "data-to-third-party"
  case outputHandling = "output-handling"
  case threshold
  case architectureSource = "architecture-source"
  case architectureDifferences = "architecture-differences"
  case matchesOriginal = "matches-original"
  case deploymentEnvironment = "deployment-environment"
  case conversion
  case quantisation
  case conversionParity = "conversion-parity"
  case latency
  case toolSettings = "tool-settings"
  case monitoring
  case humanOversight = "human-oversight"
  case inputQuality = "input-quality"
  case targetValidation = "target-validation"
  case metricDefinition = "metric-definition"
  case baseline, uncertainty
  case limitationsBias = "limitations-bias"
  case failureAnalysis = "failure-analysis"
  case subgroupFairness = "subgroup-fairness"

  /// Order of declaration: identity first, then training, then use, then evaluation.
  package static func < (left: Detail, right: Detail) -> Bool { left.number < right.number }

  /// Hashes the case itself, where the default hashes its name.
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// The number of the case in the order of declaration: a case without values is stored as that byte.
  package var number: UInt8 { withUnsafeBytes(of: self) { $0.first ?? 0 } }
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
