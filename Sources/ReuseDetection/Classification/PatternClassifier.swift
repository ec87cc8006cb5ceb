import Manuscripts
import ModelCatalogue

/// The patterns of a reuse with the sub-labels and the sentences that decided.
struct PatternVerdict {
  var patterns: [ReusePattern]
  var subLabels: [SubLabel]
  var initialisation: Initialisation
  var isCertain: Bool
  /// The deciding sentences with the cue that spoke.
  var evidence: [(sentence: Int, cue: String)]
}

/// Decides how a reused model is reused, by the gates of the reporting standards' decision rules.
///
/// Which weights crossed over is read first (released weights, or the design only), then whether anything was trained
/// on them; what the text leaves open is answered by the model's kind at low confidence.
struct PatternClassifier {
  private let reading: ReadManuscript
  private let family: ModelFamily
  private let probes: [Int]
  private var scope: StatementScope
  private var evidence: [(sentence: Int, cue: String)] = []

  init(
    _ group: ModelGroup, _ family: ModelFamily, verdict: RoleVerdict, common: CommonStatements,
    others: NumberTable<Int>, in reading: ReadManuscript
  ) {
    self.reading = reading
    self.family = family
    probes = common.probes
    scope = StatementScope(group, verdict: verdict, common: common, others: others, in: reading)
  }

  mutating func verdict() -> PatternVerdict {
    // What is said of all models counts for one of which nothing is said, and never for a tool or a service.
    if family.kind == .weights || family.kind == .architecture, !Self.deciding.contains(where: { weight(of: $0) > 0 }) {
      scope.readCommon(in: reading)
    }
    let strengths = readStrengths()
    var patterns: [ReusePattern] = []
    if isAdapted(strengths) { patterns.append(.adaptation) }
    if isService == false, strengths.scratch > 0, strengths.pretrained < 2 * strengths.scratch {
      patterns.append(.conceptual)
    }
    if patterns.isEmpty, isDesign { patterns.append(patternOfDesign(strengths)) }
    if !isDesign, !isService, patterns.isEmpty, isRebuilt(strengths) || isTrainedAnew(strengths) {
      patterns.append(.conceptual)
    }
    if patterns.isEmpty { patterns.append(.deployment) }
    if patterns == [.adaptation], strengths.prompted >= 1.5, family.kind == .weights { patterns.append(.deployment) }
    return PatternVerdict(
      patterns: patterns.sorted(), subLabels: subLabels(patterns, strengths),
      initialisation: initialisation(patterns, scratch: strengths.scratch, pretrained: strengths.pretrained),
      isCertain: strengths.isTelling, evidence: evidence)
  }

  /// How much the scope says of each kind of treatment.
  private struct Strengths {
    var fineTuned = 0.0
    var fitted = 0.0
    var frozen = 0.0
    var scratch = 0.0
    var rebuilt = 0.0
    var trained = 0.0
    var pretrained = 0.0
    var embedded = 0.0
    var prompted = 0.0

    var isTelling: Bool { fineTuned + fitted + scratch + prompted + embedded + rebuilt + pretrained > 0 }
  }

  /// Cues of which one says what was done with a model.
  private static let deciding: [Cue] = [
    .fineTuning, .peft, .continuedPretraining, .fittedOnTop, .scratch, .prompt, .zeroShot, .frozen,
  ]

  private var isDesign: Bool { family.kind == .architecture }
  private var isService: Bool { family.kind == .service }

  private mutating func readStrengths() -> Strengths {
    var strengths = Strengths()
    strengths.fineTuned = strength(of: .fineTuning) + strength(of: .peft) + strength(of: .continuedPretraining)
    strengths.fitted = strength(of: .fittedOnTop) + scope.weightOfFits(in: reading)
    strengths.frozen = strength(of: .frozen)
    strengths.scratch = strength(of: .scratch)
    strengths.rebuilt = strength(of: .reimplementation)
    strengths.trained = strength(of: .training)
    strengths.pretrained = strength(of: .pretrained)
    strengths.embedded = strength(of: .embedding)
    strengths.prompted = strength(of: .prompt) + strength(of: .zeroShot)
    if strengths.fitted == 0, strengths.fineTuned == 0, strengths.embedded + strengths.frozen > 0,
      family.kind == .weights, !isLanguageModel || strengths.prompted == 0, let probe = probes.first,
      !scope.comparesRepresentations(in: reading)
    {
      strengths.fitted = 0.5
      evidence.append((probe, Cue.fittedOnTop.rawValue))
    }
    return strengths
  }

  /// Weights were trained on, or a component was fitted on what they give.
  private func isAdapted(_ strengths: Strengths) -> Bool {
    if isService {
      return scope.isSaidBeside(.fineTuning, in: reading)
        || !isLanguageModel && strengths.fitted > 0 && strengths.embedded > 0
    }
    if strengths.fineTuned > 0, strengths.fineTuned >= strengths.scratch || strengths.pretrained > 0 { return true }
    // A tool's network is trained on from its own weights by default.
    if family.kind == .tool || strengths.pretrained > 0, strengths.trained > 0, scope.tellsOwnLabels(in: reading) {
      return true
    }
    guard isDesign else { return strengths.fitted > 0 || isTeacher(strengths) }
    // Released weights of a design that are kept as they are, and no vectors asked for: something is trained on top.
    if strengths.pretrained > 0, strengths.frozen > 0, strengths.embedded == 0 { return true }
    guard strengths.fitted > 0 else { return false }
    return strengths.frozen + strengths.pretrained > 0
      || strengths.embedded > 0 && !scope.isSaidBeside(.training, in: reading)
  }

  /// What it knows was distilled into a network that the authors trained; one that was prompted for data only answered.
  private func isTeacher(_ strengths: Strengths) -> Bool {
    !isLanguageModel && strengths.trained > 0 && weight(of: .distillation) > 0
  }

  /// A named design with neither tuning nor random weights stated.
  private func patternOfDesign(_ strengths: Strengths) -> ReusePattern {
    if strengths.pretrained > 0 {
      return scope.weightOfOwnTraining(in: reading) > 0 && strengths.embedded == 0 ? .adaptation : .deployment
    }
    return strengths.embedded > 0 && strengths.trained == 0 ? .deployment : .conceptual
  }

  private func isRebuilt(_ strengths: Strengths) -> Bool {
    strengths.rebuilt > 1 && strengths.trained > 0 && strengths.pretrained == 0 && strengths.prompted == 0
  }

  /// Trained by the authors with no word on released weights.
  private func isTrainedAnew(_ strengths: Strengths) -> Bool {
    family.kind == .weights && !isLanguageModel
      && strengths.pretrained + strengths.frozen + strengths.embedded + strengths.prompted == 0
      && scope.tellsOwnTraining(in: reading)
  }

  private func initialisation(_ patterns: [ReusePattern], scratch: Double, pretrained: Double) -> Initialisation {
    if scratch > 0, scratch >= pretrained { return .scratch }
    if pretrained > 0 || patterns.contains(.adaptation) || !patterns.contains(.conceptual) { return .pretrained }
    return .unknown
  }

  private func subLabels(_ patterns: [ReusePattern], _ strengths: Strengths) -> [SubLabel] {
    var labels: [SubLabel] = []
    if patterns.contains(.adaptation) {
      if weight(of: .peft) > 0 { labels.append(.peft) }
      if weight(of: .continuedPretraining) > 0 { labels.append(.continuedPretraining) }
      if weight(of: .distillation) > 0, strengths.fineTuned == 0 { labels.append(.distillation) }
      if strengths.fineTuned > 0, labels.isEmpty { labels.append(.fullFineTuning) }
      if strengths.fitted > 0 { labels.append(.featureExtraction) }
    }
    if patterns.contains(.conceptual) { labels.append(strengths.scratch > 0 ? .fromScratch : .reimplementation) }
    if patterns.contains(.deployment) {
      labels.append(deploymentLabel(prompted: strengths.prompted, embedded: strengths.embedded))
    }
    return labels
  }

  private func deploymentLabel(prompted: Double, embedded: Double) -> SubLabel {
    switch family.kind {
    case .tool: return .wrappedTool
    case .metric: return .metric
    case .weights, .architecture, .service: break
    }
    if weight(of: .quantisation) > 0, prompted == 0 { return .quantised }
    if weight(of: .conversion) > 0 { return .converted }
    if isLanguageModel {
      if weight(of: .inContext) > 0 { return .inContext }
      if embedded > prompted { return .embedding }
      return weight(of: .judge) > 1 && prompted == 0 ? .pipeline : .prompted
    }
    if weight(of: .zeroShot) > 0 { return .zeroShot }
    return embedded > 0 ? .embedding : .pipeline
  }

  private var isLanguageModel: Bool { family.isGenerative }

  private func weight(of cue: Cue) -> Double { scope.weight(of: cue, in: reading).sum }

  private mutating func strength(of cue: Cue) -> Double {
    let weight = scope.weight(of: cue, in: reading)
    if let sentence = weight.strongest { evidence.append((sentence, cue.rawValue)) }
    return weight.sum
  }
}
