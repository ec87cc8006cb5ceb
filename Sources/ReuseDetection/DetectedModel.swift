import Manuscripts

/// What a manuscript does with a model.
package enum Role: String, Sendable, CaseIterable {
  /// The work runs, trains, adapts or rebuilds it.
  case reused
  /// It is only named or cited.
  case discussed
  /// The work trains and presents it as its own.
  case ownProduct = "own-product"
  /// Its published output is used, not the model.
  case derivedData = "derived-data"
  /// It helped to write the text.
  case writingAid = "writing-aid"

  /// The role in words that need no definition.
  package var plainWords: String {
    switch self {
    case .reused: "reused"
    case .discussed: "only named or discussed"
    case .ownProduct: "presented as this work's own"
    case .derivedData: "only its published output is used"
    case .writingAid: "helped to write the text"
    }
  }
}

/// How a model is reused; definitions in Davis et al. 2023 (arXiv:2404.16688).
package enum ReusePattern: String, Sendable, CaseIterable, Comparable {
  case conceptual, adaptation, deployment

  package static func < (left: ReusePattern, right: ReusePattern) -> Bool { left.rawValue < right.rawValue }

  /// Hashes the case itself, where the default hashes its name.
  package func hash(into hasher: inout Hasher) { hasher.combine(withUnsafeBytes(of: self) { $0.first ?? 0 }) }

  /// The pattern in words that need no definition.
  package var plainWords: String {
    switch self {
    case .conceptual: "rebuilt from the design"
    case .adaptation: "fine-tuned or head trained"
    case .deployment: "used as released"
    }
  }
}

/// The finer kind of a reuse.
package enum SubLabel: String, Sendable, CaseIterable {
  case fullFineTuning = "full-ft"
  case featureExtraction = "feature-extraction"
  case peft
  case distillation
  case continuedPretraining = "continued-pretraining"
  case merge
  case embedding, prompted
  case inContext = "prompted-icl"
  case zeroShot = "zero-shot"
  case wrappedTool = "wrapped-tool"
  case pipeline, metric, converted, quantised
  case fromScratch = "from-scratch"
  case reimplementation
  case codeReuse = "code-reuse"
  case modified

  /// Hashes the case itself, where the default hashes its name.
  package func hash(into hasher: inout Hasher) { hasher.combine(withUnsafeBytes(of: self) { $0.first ?? 0 }) }

  /// What was done, in a few words.
  package var plainWords: String {
    switch self {
    case .fullFineTuning: "fine-tuned"
    case .featureExtraction: "head trained on its features"
    case .peft: "adapters trained"
    case .distillation: "distilled"
    case .continuedPretraining: "pre-trained further"
    case .merge: "merged with other weights"
    case .embedding: "embeddings computed"
    case .prompted: "prompted"
    case .inContext: "prompted with examples"
    case .zeroShot: "applied without training"
    case .wrappedTool: "run inside a tool"
    case .pipeline: "part of a pipeline"
    case .metric: "computes a score"
    case .converted: "converted"
    case .quantised: "quantised"
    case .fromScratch: "trained from scratch"
    case .reimplementation: "implemented anew"
    case .codeReuse: "code taken over"
    case .modified: "design changed"
    }
  }
}

/// The step of the scientific process that a model's output serves (Synovic et al. 2026, arXiv:2603.13584).
package enum ScienceStep: String, Sendable, CaseIterable {
  case observation = "Observation"
  case background = "Background"
  case hypothesis = "Hypothesis"
  case test = "Test"
  case analysis = "Analysis"
  case conclusion = "Conclusion"
}

package enum Confidence: String, Sendable, CaseIterable, Comparable {
  case low, medium, high

  package static func < (left: Confidence, right: Confidence) -> Bool { left.ordinal < right.ordinal }

  private var ordinal: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// A place that decided about a model, with the cue that spoke.
package struct Evidence: Sendable, Equatable {
  package let span: SourceSpan
  /// The sentence as the reader sees it.
  package let text: String
  /// The cue in plain words, such as "own use: we … used".
  package let cue: String
}

/// One place where a model is named.
package struct Mention: Sendable, Equatable {
  package let span: SourceSpan
  /// The name as the source writes it, markup removed.
  package let surface: String
  /// Index in `ReadManuscript.sentences`.
  package let sentence: Int
  /// Indices in `ReadManuscript.tokens`.
  package let tokens: Range<Int>
  /// The index of the checkpoint in the catalogue where the surface is a checkpoint's id.
  package let checkpoint: Int?
  /// What the place says about the model's role.
  package let signals: [UseSignal]
}

/// How a model was reached.
package enum Access: String, Sendable {
  case api, web, local, unknown
}

/// What is known of the weights a model started from.
package enum Initialisation: String, Sendable {
  case pretrained, scratch, unknown
}

/// What decides which details apply to a reuse, and how much each one matters.
package struct ReuseFacets: Sendable, Equatable {
  package var patterns: Set<ReusePattern>
  package var subLabels: Set<SubLabel>
  package var access: Access
  /// True when the weights cannot be downloaded (an API or web service only).
  package var isClosed: Bool
  package var initialisation: Initialisation
  /// Text is generated from prompts, as opposed to scores, embeddings or labels.
  package var isPrompted: Bool
  /// A tool or server that carries weights inside.
  package var isWrappedTool: Bool
  /// Only a probe, k-NN, GLM or tree model was fitted on frozen features.
  package var isLightFit: Bool
  /// How many variants the catalogue knows; 0 when unknown.
  package var knownVariantCount: Int
  /// False when the model was named only in words ("a VLM was queried").
  package var isNamed: Bool
  /// An architecture without weights of its own in common use.
  package var isArchitecture: Bool

  package init(
    patterns: Set<ReusePattern>, subLabels: Set<SubLabel>, access: Access, isClosed: Bool,
    initialisation: Initialisation,
    isPrompted: Bool, isWrappedTool: Bool, isLightFit: Bool, knownVariantCount: Int, isNamed: Bool, isArchitecture: Bool
  ) {
    self.patterns = patterns
    self.subLabels = subLabels
    self.access = access
    self.isClosed = isClosed
    self.initialisation = initialisation
    self.isPrompted = isPrompted
    self.isWrappedTool = isWrappedTool
    self.isLightFit = isLightFit
    self.knownVariantCount = knownVariantCount
    self.isNamed = isNamed
    self.isArchitecture = isArchitecture
  }
}

/// A model of a manuscript, classified, with everything that led there.
package struct DetectedModel: Sendable, Equatable {
  /// Stable within a manuscript: the name in lower case with dashes.
  package let id: String
  package let name: String
  /// The index of the family in the catalogue, or nil for a model found by its form alone.
  package let family: Int?
  package let surfaces: [String]
  package var role: Role
  package var patterns: [ReusePattern]
  package var subLabels: [SubLabel]
  package var step: ScienceStep?
  package var confidence: Confidence
  /// Where the author would mend what is missing.
  package var anchor: SourceSpan
  package var evidence: [Evidence]
  package let mentions: [Mention]
  /// What the mentions' signals add up to, in the units of `UseSignal.weight`.
  package let score: Double
  package var facets: ReuseFacets
  /// What the project says about each detail; whether a detail applies is for the rules to say.
  package var details: [Detail: DetailFinding]
  /// Every value that the project gives for the model's quantities.
  package var values: [DetailValue] = []
}
