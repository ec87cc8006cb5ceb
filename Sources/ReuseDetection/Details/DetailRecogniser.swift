import Manuscripts
import ModelCatalogue

/// What a recogniser may look at: one reused model, and the whole manuscript.
struct DetailQuery: Sendable {
  let model: DetectedModel
  /// Its index in the models of the manuscript.
  let index: Int
  let reading: ReadManuscript
  let catalogue: Catalogue
}

/// The recogniser of one detail: a pure function from a query to what the project says.
///
/// It answers `present`, `delegated`, `declaredUnavailable` or `missing`; whether the detail applies to the model at
/// all is decided by the rules.
package struct DetailRecogniser: Sendable {
  package let detail: Detail
  let recognise: @Sendable (DetailSearch) -> DetailFinding

  init(_ detail: Detail, recognise: @escaping @Sendable (DetailSearch) -> DetailFinding) {
    self.detail = detail
    self.recognise = recognise
  }
}

extension DetailRecogniser {
  /// Every recogniser, one for each detail, in the order of `Detail`.
  package static let all: [DetailRecogniser] = [
    .modelIdentity, .modelVariant, .modelVersion, .weightsSource, .modelCitation, .modelLicence,
    .accessDate, .apiOrLocal, .pretrainingData, .pretrainedOrScratch, .adaptationMethod, .trainingDataName,
    .trainingDataSize, .trainingDataSplit, .trainingDataAvailability, .optimiser, .trainingLength, .seed,
    .codeAvailability, .computeHardware, .runtimeVersion, .decodingParameters, .promptText, .architectureSource,
    .deploymentEnvironment, .conversion, .quantisation, .toolSettings,
  ]

  /// The model with what the project says about each of its details, and with how it was reached.
  static func completed(_ query: DetailQuery, on ground: DetailGround) -> DetectedModel {
    let scope = DetailScope(query.model, index: query.index, ground)
    var search = DetailSearch(query: query, scope: scope, ground: ground)
    var model = query.model
    model.details.reserveCapacity(all.count)
    for recogniser in all {
      search.concern = concern(of: recogniser.detail)
      model.details[recogniser.detail] = recogniser.recognise(search)
    }
    search.concern = .everyModel
    model.values = search.values()
    search.concern = .promptedModels
    if search.isReachedByAPI { model.facets.access = .api }
    return model
  }

  /// The models among which a sentence's detail may be another's: nobody trains a tokeniser that is named on the way.
  private static func concern(of detail: Detail) -> DetailSearch.Concern {
    switch detail {
    case .adaptationMethod, .trainingDataName, .trainingDataSize, .trainingDataSplit, .trainingDataAvailability,
      .pretrainedOrScratch:
      .trainedModels
    case .optimiser, .trainingLength, .seed: .recipes
    case .decodingParameters, .promptText, .apiOrLocal: .promptedModels
    case .modelIdentity, .modelVariant, .modelVersion, .weightsSource, .modelCitation, .modelLicence, .accessDate,
      .pretrainingData, .codeAvailability, .computeHardware, .runtimeVersion, .architectureSource,
      .deploymentEnvironment, .conversion, .quantisation, .toolSettings:
      .everyModel
    }
  }
}
