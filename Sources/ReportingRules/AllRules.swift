extension Rule {
  /// Every rule, in the order of `Detail`; a test compares it with the folder `Rules`.
  package static let all: [Rule] = [
    .modelIdentity, .modelVariant, .modelVersion, .weightsSource, .modelCitation, .modelLicence, .accessDate,
    .apiOrLocal,
    .pretrainingData, .pretrainedOrScratch, .adaptationMethod, .trainingDataName, .trainingDataSize, .trainingDataSplit,
    .trainingDataAvailability,
    .optimiser, .trainingLength, .seed, .codeAvailability, .computeHardware, .runtimeVersion, .decodingParameters,
    .promptText, .architectureSource, .deploymentEnvironment, .conversion, .quantisation, .toolSettings,
  ]
}
