import Manuscripts
import ModelCatalogue

/// What a recogniser may look at: one reused model, and the whole manuscript.
///
/// A class, so that the many searches share one and copy nothing.
final class DetailQuery: Sendable {
  let model: DetectedModel
  /// Its index in the models of the manuscript.
  let index: Int
  let reading: ReadManuscript
  let catalogue: Catalogue

  init(model: DetectedModel, index: Int, reading: ReadManuscript, catalogue: Catalogue) {
    self.model = model
    self.index = index
    self.reading = reading
    self.catalogue = catalogue
  }
}

/// The recogniser of one detail: a pure function from a query to what the project says.
///
/// It answers `present`, `delegated`, `declaredUnavailable` or `missing`; whether the detail applies to the model at
/// all is decided by the rules, and by the recogniser where only the text tells (`notApplicable`): nobody asks for
/// augmentations of a text model, or for a model card where no weights are released.
package struct DetailRecogniser: Sendable {
  package let detail: Detail
  /// The phrases of the detail's own, as `Cue.expanded` reads them; they are looked for only where the detail is.
  let phrases: String
  private let concern: DetailSearch.Concern
  let recognise: @Sendable (DetailSearch) -> DetailFinding

  init(_ detail: Detail, phrases: String = "", recognise: @escaping @Sendable (DetailSearch) -> DetailFinding) {
    self.detail = detail
    self.phrases = phrases
    concern = Self.concern(of: detail)
    self.recognise = recognise
  }
}

extension DetailRecogniser {
  /// Every recogniser, one for each detail, in the order of `Detail`.
  package static let all: [DetailRecogniser] = [
    .modelIdentity, .modelVariant, .modelVersion, .weightsSource, .modelCitation, .modelLicence, .accessDate,
    .apiOrLocal, .intendedUseFit, .pretrainingData, .knowledgeCutoff, .contaminationCheck, .pretrainedOrScratch,
    .adaptationMethod, .trainableLayers, .architectureChanges, .peftConfiguration, .distillationConfiguration,
    .trainingDataName, .trainingDataSize, .trainingDataSplit, .splitUnit, .trainingDataAvailability, .optimiser,
    .trainingLength, .hyperparameterSearch, .loss, .augmentation, .seed, .numberOfRuns, .codeAvailability,
    .adaptedWeights, .releasedCard, .computeHardware, .computeCost, .preprocessing, .inputSpec, .runtimeVersion,
    .decodingParameters, .promptText, .systemPrompt, .fewShotExamples, .promptSelection, .promptSession,
    .repeatSampling, .toolsRetrieval, .dataToThirdParty, .outputHandling, .threshold, .architectureSource,
    .architectureDifferences, .matchesOriginal, .deploymentEnvironment, .conversion, .quantisation,
    .conversionParity, .latency, .toolSettings, .monitoring, .humanOversight, .inputQuality, .targetValidation,
    .metricDefinition, .baseline, .uncertainty, .limitationsBias, .failureAnalysis, .subgroupFairness,
  ]

  /// The model with what the project says about its details that are looked for and not known yet, and with how it was
  /// reached.
  static func completed(_ query: DetailQuery, _ recognisers: [DetailRecogniser], on ground: DetailGround)
    -> DetectedModel
  {
    var search = DetailSearch(query, on: ground)
    var model = query.model
    model.details.reserveCapacity(recognisers.count)
    for recogniser in recognisers where model.details[recogniser.detail] == nil {
      search.detail = recogniser.detail
      search.concern = recogniser.concern
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
    if ofTraining.contains(detail) { return .trainedModels }
    if ofRecipes.contains(detail) { return .recipes }
    return ofPrompting.contains(detail) ? .promptedModels : .everyModel
  }

  private static let ofTraining: Set<Detail> = [
    .adaptationMethod, .trainableLayers, .peftConfiguration, .distillationConfiguration, .trainingDataName,
    .trainingDataSize, .trainingDataSplit, .splitUnit, .trainingDataAvailability, .adaptedWeights,
    .pretrainedOrScratch,
  ]

  private static let ofRecipes: Set<Detail> = [
    .optimiser, .trainingLength, .hyperparameterSearch, .loss, .augmentation, .seed, .numberOfRuns,
  ]

  private static let ofPrompting: Set<Detail> = [
    .decodingParameters, .promptText, .apiOrLocal, .systemPrompt, .fewShotExamples, .promptSelection, .promptSession,
    .repeatSampling, .toolsRetrieval, .dataToThirdParty, .knowledgeCutoff,
  ]
}
