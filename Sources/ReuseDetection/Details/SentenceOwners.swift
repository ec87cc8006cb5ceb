import Manuscripts

/// Which reused models the sentences, blocks and tables of a manuscript name, and so whose their details are.
struct SentenceOwners: Sendable {
  /// A reused model's name in a sentence.
  struct NamedModel: Sendable {
    /// Index in the models of the manuscript.
    let model: Int
    let tokens: Range<Int>
  }

  private let reading: ReadManuscript
  private let names: [Int: [NamedModel]]
  private let blockModels: [Int: [Int]]
  private let floatModels: [Int: [Int]]
  private let families: [Int?]
  /// The models that were trained, and those that are prompted.
  private let isTrained: [Bool]
  private let isPrompted: [Bool]

  init(_ models: [DetectedModel], in reading: ReadManuscript) {
    self.reading = reading
    var names: [Int: [NamedModel]] = [:]
    var blockModels: [Int: [Int]] = [:]
    var floatModels: [Int: [Int]] = [:]
    for (index, model) in models.enumerated() where model.role == .reused {
      for mention in model.mentions {
        names[mention.sentence, default: []].append(NamedModel(model: index, tokens: mention.tokens))
        let block = reading.sentences[mention.sentence].block
        if blockModels[block]?.last != index { blockModels[block, default: []].append(index) }
        guard let float = reading.manuscript.blocks[block].float else { continue }
        if floatModels[float]?.last != index { floatModels[float, default: []].append(index) }
      }
    }
    self.names = names
    self.blockModels = blockModels
    self.floatModels = floatModels
    families = models.map(\.family)
    isTrained = models.map { $0.facets.patterns.contains(.adaptation) || $0.facets.patterns.contains(.conceptual) }
    isPrompted = models.map(\.facets.isPrompted)
  }

  var isEmpty: Bool { names.isEmpty }

  /// The reused models that a sentence names, in order of the models.
  func named(inSentence sentence: Int) -> [NamedModel] { names[sentence] ?? [] }

  /// True when a block names no reused model.
  func namesNone(inBlock block: Int) -> Bool { blockModels[block] == nil }

  /// Sizes of one family.
  func areSiblings(_ left: Int, _ right: Int) -> Bool { families[left] != nil && families[left] == families[right] }

  /// The concerns by which a sentence is nobody's in particular, or everybody's: what it says may be said of any model.
  func openConcerns(_ sentence: Int) -> DetailSearch.Concerns {
    let block = reading.sentences[sentence].block
    let float = reading.manuscript.blocks[block].float
    if names[sentence] == nil, blockModels[block] == nil, float.map({ floatModels[$0] == nil }) ?? true { return .all }
    if speaksForAll(sentence) { return .all }
    var open: DetailSearch.Concerns = []
    for concern in DetailSearch.Concern.allCases where !hasOwner(sentence, concern) { open.insert(concern.bit) }
    return open
  }

  private func hasOwner(_ sentence: Int, _ concern: DetailSearch.Concern) -> Bool {
    isOwned(sentence, concern) { _ in true } != nil
  }

  /// True when a sentence that is not open concerns a model or a sibling: the sentence, or else its block, or else its
  /// table names it.
  func concerns(_ sentence: Int, model: Int, among concern: DetailSearch.Concern) -> Bool {
    isOwned(sentence, concern) { $0 == model || areSiblings($0, model) } ?? true
  }

  /// Whether one of the nearest models that the sentence could concern passes a test; nil when there is none.
  private func isOwned(_ sentence: Int, _ concern: DetailSearch.Concern, by holds: (Int) -> Bool) -> Bool? {
    var isAny = false
    for named in names[sentence] ?? [] where isConcerned(named.model, by: concern) {
      if holds(named.model) { return true }
      isAny = true
    }
    if isAny { return false }
    let block = reading.sentences[sentence].block
    for models in [blockModels[block], reading.manuscript.blocks[block].float.flatMap { floatModels[$0] }] {
      for model in models ?? [] where isConcerned(model, by: concern) {
        if holds(model) { return true }
        isAny = true
      }
      if isAny { return false }
    }
    return nil
  }

  private func isConcerned(_ model: Int, by concern: DetailSearch.Concern) -> Bool {
    switch concern {
    case .everyModel: true
    case .trainedModels: isTrained[model]
    case .promptedModels: isPrompted[model]
    }
  }

  /// "for all models", "in all experiments".
  func speaksForAll(_ sentence: Int) -> Bool {
    Self.heads.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  private static let heads = CueSet([
    "all models", "all of the models", "all our models", "all networks", "each model", "each of the models",
    "both models", "every model", "all baselines", "all methods", "all encoders", "all backbones", "all architectures",
    "all llms", "all language models", "each network", "all experiments", "all runs", "all trainings", "all training",
    "all transformer based", "all pretrained models", "all pre trained models", "all of our experiments",
    "our experiments", "the experiments", "all analyses", "all computations", "models were", "models are",
    "these models",
    "the models", "all variants", "unless stated otherwise", "unless otherwise stated", "unless otherwise noted",
    "unless otherwise specified", "throughout", "in all cases", "consistently", "all evaluated", "all evaluations",
    "across models", "across all",
  ])
}
