import ModelCatalogue
import ReportingRules
import ReuseDetection

/// Facts of the catalogue that show an author what a question means: looked up for questions that are shown.
struct FactNotes {
  let models: [DetectedModel]
  let reading: ReadManuscript
  let catalogue: Catalogue

  /// What decides the facts on one model of a question.
  struct Key: Hashable {
    let ask: AskName
    let family: Int
    let name: String
    let surfaces: [String]
    let isVariantSaid: Bool
    let isVersionSaid: Bool
  }

  /// Facts that one question quotes at most.
  private static let limit = 2

  /// The questions with the facts on them, where no later analysis follows.
  func noted(_ asks: [Ask]) -> [Ask] {
    var memory = FactMemory()
    return noted(asks, &memory)
  }

  /// The questions with the facts on them.
  /// - Parameter memory: what earlier analyses looked up.
  func noted(_ asks: [Ask], _ memory: inout FactMemory) -> [Ask] {
    asks.map { ask in
      guard ask.name == .whichWeights || ask.name == .citeModel else { return ask }
      var noted = ask
      noted.facts = sentences(on: ask, &memory) + ask.facts
      return noted
    }
  }

  /// The sentences with their sources and dates, for the models in the question's order.
  private func sentences(on ask: Ask, _ memory: inout FactMemory) -> [String] {
    var found: [String] = []
    for model in ask.models {
      for sentence in remembered(ask.name, models[model], &memory) where !found.contains(sentence) {
        found.append(sentence)
      }
      if found.count >= Self.limit { break }
    }
    return Array(found.prefix(Self.limit))
  }

  private func remembered(_ ask: AskName, _ model: DetectedModel, _ memory: inout FactMemory) -> [String] {
    guard let family = model.family else { return [] }
    let key = Key(
      ask: ask, family: family, name: model.name, surfaces: model.surfaces,
      isVariantSaid: isSaid(.modelVariant, model), isVersionSaid: isSaid(.modelVersion, model))
    if let known = memory.notes[key] { return known }
    let found = sentences(key, catalogue.family(at: family), isClosed: model.facets.isClosed)
    memory.notes[key] = found
    return found
  }

  private func sentences(_ key: Key, _ family: ModelFamily, isClosed: Bool) -> [String] {
    if key.ask == .citeModel { return [paper(on: family)].compactMap { $0 } }
    guard !key.isVersionSaid else { return [] }
    let variants = key.isVariantSaid ? [] : variants(of: key, family)
    // A closed model's name without a date may be one that its host lists beside dated ones.
    return variants + (isClosed ? catalogue.facts(on: key.name, .moving).map(\.sourcedSentence) : [])
  }

  /// What the bare name could mean, unless the text gives one of the variants.
  private func variants(of key: Key, _ family: ModelFamily) -> [String] {
    let said = Set(([key.name] + key.surfaces).flatMap(Self.words))
    let isNarrowed = catalogue.facts(on: family.name, .variants).contains { fact in
      fact.variants.contains { variant in
        let words = Self.words(variant)
        return !words.isEmpty && words.allSatisfy(said.contains)
      }
    }
    guard !isNarrowed else { return [] }
    return catalogue.facts(on: family.name, .variants).filter { $0.subject == family.name }.map(\.sourcedSentence)
  }

  private func isSaid(_ detail: Detail, _ model: DetectedModel) -> Bool {
    switch model.details[detail]?.state {
    case .present, .delegated, .declaredUnavailable: true
    case .missing, .notApplicable, nil: false
    }
  }

  /// The paper on a model: whether it stands in the bibliography by another name cannot be told.
  private func paper(on family: ModelFamily) -> String? {
    guard let paper = family.paper.confirmedValue.flatMap(Paper.init) else { return nil }
    let source = CatalogueSource.sources(in: family.source).first?.dated ?? CatalogueSource.catalogueDate
    let cited = reading.works.all.filter(paper.isMeant).map(\.key).min()
    return "The paper on \(family.name) is \(paper.shown)" + (cited.map { ", cited here as '\($0)'" } ?? "")
      + " (\(source))"
  }

  /// Letters and digits apart from each other: "ESM-2 650M" has "650m", "ResNet50" has "50".
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var current = ""
    var previous: Character?
    for character in text.lowercased() {
      let isPart = character.isLetter || character.isNumber || character == "." && current.last?.isNumber == true
      let isBreak = previous.map { $0.isLetter && character.isNumber } ?? false
      if !isPart || isBreak {
        if !current.isEmpty { words.append(current) }
        current = ""
      }
      if isPart { current.append(character) }
      previous = character
    }
    if !current.isEmpty { words.append(current) }
    return words
  }
}
