import Manuscripts

/// Which reused models the sentences, blocks and tables of a manuscript name, and so whose their details are.
///
/// A class, so that the many searches share one and copy nothing.
final class SentenceOwners: Sendable {
  /// A reused model's name in a sentence.
  struct NamedModel: Sendable {
    /// Index in the models of the manuscript.
    let model: Int
    let tokens: Range<Int>
  }

  private let reading: ReadManuscript
  private let names: NumberTable<NamedModel>
  private let blockModels: NumberTable<Int>
  private let floatModels: NumberTable<Int>
  private let families: [Int?]
  /// The concerns among which each model is.
  private let concerns: [DetailSearch.Concerns]
  /// The trained models that each section names.
  private let sectionModels: NumberTable<Int>
  /// The models that the title of each section names, or else that of the section around it.
  private let titleModels: NumberTable<Int>
  /// The models that some section is named after.
  private let titled: Set<Int>
  /// For blocks under a title that also heads a section on trained models, those models.
  private let namesakeModels: NumberTable<Int>
  /// For each model the first block of the body that names it; 0 where none does.
  private let firstBlocks: [Int]

  init(_ models: [DetectedModel], in reading: ReadManuscript) {
    self.reading = reading
    let places = Places(of: models, in: reading)
    names = NumberTable(places.names)
    blockModels = NumberTable(places.blocks, without: ==)
    floatModels = NumberTable(places.floats, without: ==)
    sectionModels = NumberTable(places.sections, without: ==)
    firstBlocks = places.firstBlocks
    titled = Set(places.titles.map(\.value))
    titleModels = Self.inherited(NumberTable(places.titles), in: reading)
    namesakeModels = SectionNamesakes.models(of: sectionModels, in: reading)
    families = models.map(\.family)
    concerns = models.map(Self.concerns)
  }

  /// Where the reused models are named, in order of the models.
  private struct Places {
    var names: [(number: Int, value: NamedModel)] = []
    var blocks: [(number: Int, value: Int)] = []
    var floats: [(number: Int, value: Int)] = []
    /// Sections of the body, of the models that were trained.
    var sections: [(number: Int, value: Int)] = []
    /// Sections by their headings.
    var titles: [(number: Int, value: Int)] = []
    var firstBlocks: [Int]

    init(of models: [DetectedModel], in reading: ReadManuscript) {
      firstBlocks = Array(repeating: 0, count: models.count)
      for index in models.indices where models[index].role == .reused {
        let isTrained = SentenceOwners.isTrained(models[index])
        for mention in models[index].mentions {
          names.append((mention.sentence, NamedModel(model: index, tokens: mention.tokens)))
          let block = reading.sentences[mention.sentence].block
          blocks.append((block, index))
          let outline = reading.outlines[block]
          if outline.form == .heading { titles.append((outline.section, index)) }
          if let float = outline.float { floats.append((float, index)) }
          guard SentenceOwners.isBody(outline.sectionKind) else { continue }
          if firstBlocks[index] == 0 || block < firstBlocks[index] { firstBlocks[index] = block }
          if isTrained { sections.append((outline.section, index)) }
        }
      }
    }
  }

  /// What sections without models in their own title take from the sections around them.
  private static func inherited(_ titleModels: NumberTable<Int>, in reading: ReadManuscript) -> NumberTable<Int> {
    guard !titleModels.isEmpty else { return titleModels }
    var holders: [Int?] = []
    var entries: [(number: Int, value: Int)] = []
    for (index, section) in reading.manuscript.sections.enumerated() {
      let holder = titleModels.contains(index) ? index : section.parent.flatMap { $0 < index ? holders[$0] : nil }
      holders.append(holder)
      if let holder { entries += titleModels[holder].map { (index, $0) } }
    }
    return NumberTable(entries)
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
  func named(inSentence sentence: Int) -> ArraySlice<NamedModel> { names[sentence] }

  /// True when a block names no reused model.
  func namesNone(inBlock block: Int) -> Bool { !blockModels.contains(block) }

  /// Sizes of one family.
  func areSiblings(_ left: Int, _ right: Int) -> Bool { families[left] != nil && families[left] == families[right] }

  /// The concerns by which a sentence is nobody's in particular, or everybody's: what it says may be said of any model.
  func openConcerns(_ sentence: Int) -> DetailSearch.Concerns {
    let block = reading.sentences[sentence].block
    let outline = reading.outlines[block]
    let isUnnamed =
      !names.contains(sentence) && !blockModels.contains(block)
      && outline.float.map { !floatModels.contains($0) } ?? true
    var told: DetailSearch.Concerns = []
    if sectionModels.contains(outline.section) { told.insert(DetailSearch.Concern.recipes.bit) }
    if namesakeModels.contains(block) { told.formUnion(.trainings) }
    if titleModels.contains(outline.section) { told.formUnion(.uses) }
    if isUnnamed, told.isEmpty { return .all }
    if speaksForAll(sentence) { return .all }
    // Whoever is named in a sentence is named in its block.
    var owned: DetailSearch.Concerns = []
    for model in blockModels[block] { owned.formUnion(concerns[model]) }
    if let float = outline.float {
      for model in floatModels[float] { owned.formUnion(concerns[model]) }
    }
    return DetailSearch.Concerns.all.subtracting(owned).subtracting(told)
  }

  /// True when a sentence that is not open concerns a model or a sibling: the sentence, or else its block, or else its
  /// table names it; of models with sections of their own each has what its section tells; what is told under the title
  /// of another section on trained models is theirs; a recipe in such a section is theirs and of those named before.
  func concerns(_ sentence: Int, model: Int, among concern: DetailSearch.Concern) -> Bool {
    if let isOwner = isOwned(sentence, concern, by: { $0 == model || areSiblings($0, model) }) { return isOwner }
    guard concern != .everyModel else { return true }
    let block = reading.sentences[sentence].block
    let section = reading.outlines[block].section
    if titled.contains(model), titleModels.contains(section) {
      let owners = titleModels[section].filter { isConcerned($0, by: concern) }
      if !owners.isEmpty { return isAmong(owners, model) }
    }
    guard concern != .promptedModels else { return true }
    if namesakeModels.contains(block) { return isAmong(namesakeModels[block], model) }
    guard concern == .recipes, sectionModels.contains(section) else { return true }
    return firstBlocks[model] <= block || isAmong(sectionModels[section], model)
  }

  private func isAmong(_ owners: some Sequence<Int>, _ model: Int) -> Bool {
    owners.contains { $0 == model || areSiblings($0, model) }
  }

  /// Whether one of the nearest models that the sentence could concern passes a test; nil when there is none.
  private func isOwned(_ sentence: Int, _ concern: DetailSearch.Concern, by holds: (Int) -> Bool) -> Bool? {
    var isAny = false
    for named in names[sentence] where isConcerned(named.model, by: concern) {
      if holds(named.model) { return true }
      isAny = true
    }
    if isAny { return false }
    let block = reading.sentences[sentence].block
    return isOwned(blockModels[block], concern, by: holds)
      ?? reading.outlines[block].float.flatMap { isOwned(floatModels[$0], concern, by: holds) }
  }

  private func isOwned(
    _ models: ArraySlice<Int>, _ concern: DetailSearch.Concern, by holds: (Int) -> Bool
  ) -> Bool? {
    var isAny = false
    for model in models where isConcerned(model, by: concern) {
      if holds(model) { return true }
      isAny = true
    }
    return isAny ? false : nil
  }

  private func isConcerned(_ model: Int, by concern: DetailSearch.Concern) -> Bool {
    concerns[model].contains(concern.bit)
  }

  private static func concerns(of model: DetectedModel) -> DetailSearch.Concerns {
    var concerns: DetailSearch.Concerns = DetailSearch.Concern.everyModel.bit
    if isTrained(model) { concerns.formUnion(.trainings) }
    if model.facets.isPrompted { concerns.insert(DetailSearch.Concern.promptedModels.bit) }
    return concerns
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
