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
  /// The trained models that each section names.
  private let sectionModels: [Int: [Int]]
  /// The models that the title of each section names, or else that of the section around it.
  private let titleModels: [Int: [Int]]
  /// The models that some section is named after.
  private let titled: Set<Int>
  /// For blocks under a title that also heads a section on trained models, those models.
  private let namesakeModels: [Int: [Int]]
  /// For each model the first block of the body that names it; 0 where none does.
  private let firstBlocks: [Int]

  init(_ models: [DetectedModel], in reading: ReadManuscript) {
    self.reading = reading
    var names: [Int: [NamedModel]] = [:]
    var blockModels: [Int: [Int]] = [:]
    var floatModels: [Int: [Int]] = [:]
    var sectionModels: [Int: [Int]] = [:]
    var firstBlocks = Array(repeating: 0, count: models.count)
    var titleModels: [Int: [Int]] = [:]
    for (index, model) in models.enumerated() where model.role == .reused {
      for mention in model.mentions {
        names[mention.sentence, default: []].append(NamedModel(model: index, tokens: mention.tokens))
        let block = reading.sentences[mention.sentence].block
        if blockModels[block]?.last != index { blockModels[block, default: []].append(index) }
        let section = reading.manuscript.blocks[block].section
        if case .heading = reading.manuscript.blocks[block].kind { titleModels[section, default: []].append(index) }
        if Self.isBody(reading.manuscript.sections[section].kind) {
          if firstBlocks[index] == 0 || block < firstBlocks[index] { firstBlocks[index] = block }
          if Self.isTrained(model), sectionModels[section]?.last != index {
            sectionModels[section, default: []].append(index)
          }
        }
        guard let float = reading.manuscript.blocks[block].float else { continue }
        if floatModels[float]?.last != index { floatModels[float, default: []].append(index) }
      }
    }
    self.names = names
    self.blockModels = blockModels
    self.floatModels = floatModels
    self.sectionModels = sectionModels
    self.firstBlocks = firstBlocks
    titled = Set(titleModels.values.joined())
    self.titleModels = Self.inherited(titleModels, in: reading)
    namesakeModels = SectionNamesakes.models(of: sectionModels, in: reading)
    families = models.map(\.family)
    isTrained = models.map(Self.isTrained)
    isPrompted = models.map(\.facets.isPrompted)
  }

  /// What sections without models in their own title take from the sections around them.
  private static func inherited(_ titleModels: [Int: [Int]], in reading: ReadManuscript) -> [Int: [Int]] {
    guard !titleModels.isEmpty else { return [:] }
    var all = titleModels
    for (index, section) in reading.manuscript.sections.enumerated() where all[index] == nil {
      if let models = section.parent.flatMap({ all[$0] }) { all[index] = models }
    }
    return all
  }

  private static func isTrained(_ model: DetectedModel) -> Bool {
    model.facets.patterns.contains(.adaptation) || model.facets.patterns.contains(.conceptual)
  }

  /// Sections in which the work is told, not announced.
  private static func isBody(_ section: Section.Kind) -> Bool {
    switch section {
    case .methods, .results, .appendix, .other, .discussion: true
    case .frontMatter, .abstract, .introduction, .relatedWork, .conclusion, .availability, .acknowledgements,
      .contributions, .references:
      false
    }
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
    let isUnnamed =
      names[sentence] == nil && blockModels[block] == nil && float.map({ floatModels[$0] == nil }) ?? true
    let section = reading.manuscript.blocks[block].section
    var told: DetailSearch.Concerns = []
    if sectionModels[section] != nil { told.insert(DetailSearch.Concern.recipes.bit) }
    if namesakeModels[block] != nil { told.formUnion(.trainings) }
    if titleModels[section] != nil { told.formUnion(.uses) }
    if isUnnamed, told.isEmpty { return .all }
    if speaksForAll(sentence) { return .all }
    var open: DetailSearch.Concerns = []
    for concern in DetailSearch.Concern.allCases where !hasOwner(sentence, concern) { open.insert(concern.bit) }
    open.subtract(told)
    return open
  }

  private func hasOwner(_ sentence: Int, _ concern: DetailSearch.Concern) -> Bool {
    isOwned(sentence, concern) { _ in true } != nil
  }

  /// True when a sentence that is not open concerns a model or a sibling: the sentence, or else its block, or else its
  /// table names it; of models with sections of their own each has what its section tells; what is told under the title
  /// of another section on trained models is theirs; a recipe in such a section is theirs and of those named before.
  func concerns(_ sentence: Int, model: Int, among concern: DetailSearch.Concern) -> Bool {
    if let isOwner = isOwned(sentence, concern, by: { $0 == model || areSiblings($0, model) }) { return isOwner }
    guard concern != .everyModel else { return true }
    let block = reading.sentences[sentence].block
    let section = reading.manuscript.blocks[block].section
    if titled.contains(model), let owners = titleModels[section]?.filter({ isConcerned($0, by: concern) }),
      !owners.isEmpty
    {
      return isAmong(owners, model)
    }
    guard concern != .promptedModels else { return true }
    if let owners = namesakeModels[block] { return isAmong(owners, model) }
    guard concern == .recipes, let owners = sectionModels[section] else { return true }
    return firstBlocks[model] <= block || isAmong(owners, model)
  }

  private func isAmong(_ owners: [Int], _ model: Int) -> Bool {
    owners.contains { $0 == model || areSiblings($0, model) }
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
    case .trainedModels, .recipes: isTrained[model]
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
