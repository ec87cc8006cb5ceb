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
  private let scope: StatementScope
  private var evidence: [(sentence: Int, cue: String)] = []

  init(
    _ group: ModelGroup, _ family: ModelFamily, verdict: RoleVerdict, common: CommonStatements, others: [Int: [Int]],
    in reading: ReadManuscript
  ) {
    self.reading = reading
    self.family = family
    scope = StatementScope(group, verdict: verdict, common: common, others: others, in: reading)
  }

  mutating func verdict() -> PatternVerdict {
    let fineTuned = strength(of: .fineTuning) + strength(of: .peft) + strength(of: .continuedPretraining)
    let fitted = max(strength(of: .fittedOnTop), 0)
    let frozen = strength(of: .frozen)
    let scratch = strength(of: .scratch)
    let rebuilt = strength(of: .reimplementation)
    let trained = strength(of: .training)
    let pretrained = strength(of: .pretrained)
    let embedded = strength(of: .embedding)
    let prompted = strength(of: .prompt) + strength(of: .zeroShot)
    var patterns: [ReusePattern] = []
    let isDesign = family.kind == .architecture
    let isService = family.kind == .service
    if !isService, fineTuned > 0, fineTuned >= scratch || pretrained > 0 { patterns.append(.adaptation) }
    if !patterns.contains(.adaptation), fitted > 0, embedded + frozen + pretrained > 0 || !isDesign,
      !isService || embedded > 0
    {
      patterns.append(.adaptation)
    }
    if scratch > 0, pretrained < 2 * scratch { patterns.append(.conceptual) }
    if !patterns.contains(.conceptual), isDesign, patterns.isEmpty {
      if pretrained > 0 {
        patterns.append(trained > 0 && embedded == 0 ? .adaptation : .deployment)
      } else if embedded > 0, trained == 0 {
        patterns.append(.deployment)
      } else {
        patterns.append(.conceptual)
      }
    }
    if !isDesign, patterns.isEmpty, rebuilt > 1, trained > 0, pretrained == 0, prompted == 0 {
      patterns.append(.conceptual)
    }
    if patterns.isEmpty || isService && !patterns.contains(.deployment) { patterns.append(.deployment) }
    if patterns == [.adaptation], prompted >= 1.5, family.kind == .weights { patterns.append(.deployment) }
    let certain = fineTuned + fitted + scratch + prompted + embedded + rebuilt + pretrained > 0
    return PatternVerdict(
      patterns: patterns.sorted(),
      subLabels: subLabels(
        patterns, fineTuned: fineTuned, fitted: fitted, scratch: scratch, prompted: prompted, embedded: embedded),
      initialisation: initialisation(patterns, scratch: scratch, pretrained: pretrained), isCertain: certain,
      evidence: evidence)
  }

  private func initialisation(_ patterns: [ReusePattern], scratch: Double, pretrained: Double) -> Initialisation {
    if scratch > 0, scratch >= pretrained { return .scratch }
    if pretrained > 0 || patterns.contains(.adaptation) || !patterns.contains(.conceptual) { return .pretrained }
    return .unknown
  }

  private func subLabels(
    _ patterns: [ReusePattern], fineTuned: Double, fitted: Double, scratch: Double, prompted: Double, embedded: Double
  ) -> [SubLabel] {
    var labels: [SubLabel] = []
    if patterns.contains(.adaptation) {
      if scope.weight(of: .peft, in: reading) > 0 { labels.append(.peft) }
      if scope.weight(of: .continuedPretraining, in: reading) > 0 { labels.append(.continuedPretraining) }
      if scope.weight(of: .distillation, in: reading) > 0, fineTuned == 0 { labels.append(.distillation) }
      if fineTuned > 0, labels.isEmpty { labels.append(.fullFineTuning) }
      if fitted > 0 { labels.append(.featureExtraction) }
    }
    if patterns.contains(.conceptual) { labels.append(scratch > 0 ? .fromScratch : .reimplementation) }
    if patterns.contains(.deployment) { labels.append(deploymentLabel(prompted: prompted, embedded: embedded)) }
    return labels
  }

  private func deploymentLabel(prompted: Double, embedded: Double) -> SubLabel {
    switch family.kind {
    case .tool: return .wrappedTool
    case .metric: return .metric
    case .weights, .architecture, .service: break
    }
    if scope.weight(of: .quantisation, in: reading) > 0, prompted == 0 { return .quantised }
    if scope.weight(of: .conversion, in: reading) > 0 { return .converted }
    if isLanguageModel {
      if scope.weight(of: .inContext, in: reading) > 0 { return .inContext }
      if embedded > prompted { return .embedding }
      return scope.weight(of: .judge, in: reading) > 1 && prompted == 0 ? .pipeline : .prompted
    }
    if scope.weight(of: .zeroShot, in: reading) > 0 { return .zeroShot }
    return embedded > 0 ? .embedding : .pipeline
  }

  private var isLanguageModel: Bool { family.isGenerative }

  private mutating func strength(of cue: Cue) -> Double {
    if let sentence = scope.strongestSentence(with: cue, in: reading) { evidence.append((sentence, cue.rawValue)) }
    return scope.weight(of: cue, in: reading)
  }
}
