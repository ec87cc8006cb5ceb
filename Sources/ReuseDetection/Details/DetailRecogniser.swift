import Manuscripts
import ModelCatalogue

/// What a recogniser may look at: one reused model among the others, and the whole manuscript.
package struct DetailQuery: Sendable {
  package let model: DetectedModel
  /// All detected models, this one included: a detail stated beside another model belongs to that one.
  package let models: [DetectedModel]
  package let reading: ReadManuscript
  package let catalogue: Catalogue

  package init(model: DetectedModel, models: [DetectedModel], reading: ReadManuscript, catalogue: Catalogue) {
    self.model = model
    self.models = models
    self.reading = reading
    self.catalogue = catalogue
  }
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

  /// What the project says about every detail of one model.
  static func findings(_ query: DetailQuery, owners: SentenceOwners) -> [Detail: DetailFinding] {
    let search = DetailSearch(query: query, scope: DetailScope(query, owners: owners))
    var findings: [Detail: DetailFinding] = [:]
    for recogniser in all { findings[recogniser.detail] = recogniser.recognise(search) }
    return findings
  }
}
