import ModelCatalogue
import ReportingRules
import ReuseDetection

/// Facts of the catalogue that show an author what a question means: looked up for questions that are shown.
struct FactNotes {
  let models: [DetectedModel]
  let reading: ReadManuscript
  let catalogue: Catalogue

  /// Facts that one question quotes at most.
  private static let limit = 2

  /// The questions with the facts on them.
  func noted(_ asks: [Ask]) -> [Ask] {
    asks.map { ask in
      var noted = ask
      noted.facts = sentences(on: ask) + ask.facts
      return noted
    }
  }

  /// The sentences with their sources and dates, for the models in the question's order.
  private func sentences(on ask: Ask) -> [String] {
    guard !ask.models.isEmpty else { return [] }
    var found: [String] = []
    for model in ask.models {
      for sentence in sentences(on: ask.name, models[model]) where !found.contains(sentence) { found.append(sentence) }
      if found.count >= Self.limit { break }
    }
    return Array(found.prefix(Self.limit))
  }

  private func sentences(on ask: AskName, _ model: DetectedModel) -> [String] {
    guard let family = model.family.map(catalogue.family(at:)) else { return [] }
    switch ask {
    case .whichWeights: return variants(of: model, family) + movingNames(of: model)
    case .citeModel: return [paper(on: family)].compactMap { $0 }
    case .whichModel, .trainingData, .trainingRecipe, .prompting, .pretrainedOrScratch, .adaptationMethod,
      .codeAvailability, .howReused, .conflictingDetail, .placeholder, .retiredSnapshot, .preprintCited, .hubSpelling,
      .nonCommercialWeights:
      return []
    }
  }

  /// What the bare name could mean, unless the text gives one of the variants.
  private func variants(of model: DetectedModel, _ family: ModelFamily) -> [String] {
    guard !isSaid(.modelVariant, model), !isSaid(.modelVersion, model) else { return [] }
    let said = Set(([model.name] + model.surfaces).flatMap(Self.words))
    let isNarrowed = catalogue.facts(on: family.name, .variants).contains { fact in
      fact.variants.contains { variant in
        let words = Self.words(variant)
        return !words.isEmpty && words.allSatisfy(said.contains)
      }
    }
    guard !isNarrowed else { return [] }
    return catalogue.facts(on: family.name, .variants).filter { $0.subject == family.name }.map(\.sourcedSentence)
  }

  /// A closed model's name without a date that its host lists beside dated ones.
  private func movingNames(of model: DetectedModel) -> [String] {
    guard model.facets.isClosed, !isSaid(.modelVersion, model) else { return [] }
    return catalogue.facts(on: model.name, .moving).map(\.sourcedSentence)
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
    let cited = reading.works.values.filter(paper.isMeant).map(\.key).min()
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
