extension Rule {
  /// Every rule, in the order of `Detail`; a test compares it with the folder `Rules`.
  package static let all: [Rule] = [
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
}
