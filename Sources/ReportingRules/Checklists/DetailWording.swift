import ReuseDetection

/// What a detail is called outside of a finding.
package enum DetailWording {
  /// The detail's topic, for a table: "version or snapshot"; what reads "word on …" in a sentence is "…" here.
  package static func topic(_ detail: Detail) -> String {
    let noun = Rule.rule(for: detail).noun
    return noun.hasPrefix("word on ") ? String(noun.dropFirst(8)) : noun
  }

  /// The part of a question to the authors that asks for the detail of a model that the sentence has named before.
  package static func question(_ detail: Detail) -> String {
    questions[detail] ?? "what was the \(topic(detail))"
  }

  private static let questions: [Detail: String] = [
    .modelIdentity: "which model was it",
    .modelVariant: "which size or variant was used",
    .modelVersion: "which version, checkpoint or dated snapshot was used",
    .accessDate: "when was it queried",
    .apiOrLocal: "was it reached through an API or a web page, or run locally",
    .weightsSource: "where were the weights obtained",
    .modelCitation: "which paper or release should a reader look up",
    .modelLicence: "under which licence or terms were the weights used",
    .intendedUseFit: "does this use agree with what its makers intended",
    .pretrainingData: "on which data was it pre-trained, as far as this is disclosed",
    .knowledgeCutoff: "up to which date do its training data reach",
    .contaminationCheck: "can the test data have been among its training data",
    .adaptationMethod: "what was trained: all weights, some layers, a head or adapters",
    .trainableLayers: "which layers were updated",
    .pretrainedOrScratch: "did training start from released weights or from random ones",
    .architectureChanges: "which layers were added, removed or replaced",
    .trainingDataName: "on which data was it trained",
    .trainingDataSize: "how large were the training data",
    .trainingDataSplit: "how were the data split for training, validation and testing",
    .splitUnit: "at which level are the partitions disjoint (patient, site, cluster)",
    .trainingDataAvailability: "where can the training data be obtained, or why can they not",
    .optimiser: "which optimiser and learning rate were used",
    .trainingLength: "for how many epochs or steps and with which batch size was it trained",
    .hyperparameterSearch: "which hyper-parameters were tried, and how was one chosen",
    .loss: "which loss was minimised",
    .augmentation: "which augmentations were used, if any",
    .seed: "which random seeds were used",
    .numberOfRuns: "how many runs do the numbers summarise",
    .peftConfiguration: "which rank and target modules did the adapters have",
    .distillationConfiguration: "what were the teacher, the temperature and the weighting of the losses",
    .codeAvailability: "where can the code be obtained",
    .adaptedWeights: "where can the trained weights be obtained",
    .releasedCard: "is there a model card for the released weights",
    .computeHardware: "on which hardware was it run",
    .computeCost: "how much computing time or energy did it take",
    .preprocessing: "how were the inputs prepared",
    .inputSpec: "what did it take as input (resolution, maximal length, channels)",
    .runtimeVersion: "with which library, in which version, was it run",
    .decodingParameters: "with which sampling parameters (temperature, top-p, maximal length) was it run",
    .promptText: "what was the full prompt",
    .systemPrompt: "was there a system prompt, and what did it say",
    .fewShotExamples: "which examples did the prompt hold, and where did they come from",
    .promptSelection: "how was the prompt developed and chosen",
    .promptSession: "was each item sent in a session of its own",
    .repeatSampling: "how often was each item sent, and how were the answers merged",
    .toolsRetrieval: "did it have access to tools, retrieval or the web",
    .outputHandling: "how was its output parsed, and what was done with unusable answers",
    .threshold: "which threshold was applied to its output, and how was it chosen",
    .toolSettings: "with which settings was it run, or were they the defaults",
    .conversion: "into which format was it converted, and with which tool",
    .quantisation: "how was it quantised",
    .conversionParity: "do its outputs agree with those from before the conversion",
    .deploymentEnvironment: "on which system does it run",
    .latency: "how long does one prediction take",
    .monitoring: "was the version kept fixed, and how are changes noticed",
    .humanOversight: "who checked its output",
    .inputQuality: "what was done with inputs of poor quality",
    .dataToThirdParty: "did data that need protection leave the institution",
    .architectureSource: "which paper or code was followed",
    .architectureDifferences: "in what does it differ from the original",
    .matchesOriginal: "does it reach the published performance",
    .targetValidation: "how was it validated on data of this study",
    .metricDefinition: "with which measures was it evaluated",
    .baseline: "with what was it compared",
    .uncertainty: "how certain are the numbers",
    .limitationsBias: "which of its limitations bear on the results",
    .failureAnalysis: "where does it fail",
    .subgroupFairness: "how does it perform in subgroups",
  ]
}
