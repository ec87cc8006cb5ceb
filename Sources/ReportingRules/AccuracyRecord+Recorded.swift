// Written by `swift run generate` from Tests/Accuracy/last.json; do not edit.
import ReuseDetection

extension AccuracyRecord {
  /// The last recorded run; details without labels are absent.
  package static let recorded = AccuracyRecord(
    details: [
      .modelVariant: DetailAccuracy(cases: 89, missing: 32, said: 39, right: 28),
      .modelVersion: DetailAccuracy(cases: 75, missing: 65, said: 66, right: 63),
      .weightsSource: DetailAccuracy(cases: 54, missing: 40, said: 37, right: 37),
      .modelCitation: DetailAccuracy(cases: 89, missing: 29, said: 30, right: 26),
      .modelLicence: DetailAccuracy(cases: 75, missing: 71, said: 69, right: 69),
      .accessDate: DetailAccuracy(cases: 20, missing: 19, said: 19, right: 19),
      .apiOrLocal: DetailAccuracy(cases: 25, missing: 6, said: 6, right: 6),
      .pretrainingData: DetailAccuracy(cases: 75, missing: 52, said: 53, right: 49),
      .pretrainedOrScratch: DetailAccuracy(cases: 40, missing: 12, said: 9, right: 8),
      .adaptationMethod: DetailAccuracy(cases: 24, missing: 0, said: 0, right: 0),
      .trainingDataName: DetailAccuracy(cases: 38, missing: 0, said: 0, right: 0),
      .trainingDataSize: DetailAccuracy(cases: 38, missing: 9, said: 2, right: 1),
      .trainingDataSplit: DetailAccuracy(cases: 38, missing: 3, said: 2, right: 1),
      .optimiser: DetailAccuracy(cases: 27, missing: 13, said: 10, right: 10),
      .trainingLength: DetailAccuracy(cases: 27, missing: 11, said: 8, right: 8),
      .seed: DetailAccuracy(cases: 40, missing: 28, said: 21, right: 21),
      .codeAvailability: DetailAccuracy(cases: 41, missing: 10, said: 6, right: 6),
      .computeHardware: DetailAccuracy(cases: 69, missing: 55, said: 56, right: 54),
      .runtimeVersion: DetailAccuracy(cases: 88, missing: 73, said: 73, right: 72),
      .decodingParameters: DetailAccuracy(cases: 25, missing: 5, said: 5, right: 5),
      .promptText: DetailAccuracy(cases: 26, missing: 2, said: 1, right: 1),
      .architectureSource: DetailAccuracy(cases: 18, missing: 12, said: 5, right: 4),
      .deploymentEnvironment: DetailAccuracy(cases: 10, missing: 2, said: 0, right: 0),
    ],
    manuscripts: 40,
    questions: [
      .whichWeights: 24,
      .citeModel: 12,
      .trainingData: 1,
      .trainingRecipe: 3,
      .prompting: 3,
      .codeAvailability: 3,
      .howReused: 8,
      .placeholder: 4,
      .preprintCited: 1,
    ],
    profiles: [
      .science: ProfileAccuracy(errors: 10, rightErrors: 10, warnings: 110, rightWarnings: 90),
      .clinicalLLM: ProfileAccuracy(errors: 27, rightErrors: 27, warnings: 153, rightWarnings: 122),
      .ml: ProfileAccuracy(errors: 13, rightErrors: 13, warnings: 120, rightWarnings: 96),
      .clinical: ProfileAccuracy(errors: 10, rightErrors: 10, warnings: 164, rightWarnings: 133),
      .imaging: ProfileAccuracy(errors: 10, rightErrors: 10, warnings: 164, rightWarnings: 133),
    ])
}
