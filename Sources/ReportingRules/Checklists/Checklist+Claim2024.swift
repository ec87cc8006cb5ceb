extension Checklist {
  /// CLAIM 2024 (doi:10.1148/ryai.240300), in our own words.
  static let claim2024Sections: [ChecklistSection] = [
    ChecklistSection(
      "Title, abstract and introduction",
      [
        .person("title", "The title names the technique", because: judgement),
        .person("abstract", "A structured abstract", because: judgement),
        .person("background", "Scientific and clinical background", because: judgement),
        .person("objectives", "Aims and hypotheses", because: judgement),
      ]),
    ChecklistSection(
      "Design and data",
      [
        .person("design", "Prospective or retrospective", because: beyondReuse),
        .person("goal", "The goal of the study", because: judgement),
        .number("7", "Where the data came from", [.trainingDataName], not: "data that are only evaluated on"),
        .person("eligibility", "Which cases were taken and which not", because: beyondReuse),
        .number("9", "How images were prepared", [.preprocessing]),
        .person("subsets", "How parts of the data were selected", because: beyondReuse),
        .number(
          "11", "How data were de-identified", [.dataToThirdParty],
          not: "de-identification within the own institution"),
        .person("missing-data", "How missing data were handled", because: beyondReuse),
        .person("acquisition", "How images were acquired", because: beyondReuse),
        .person(
          "reference", "What the reference standard is, why, who annotated and how well they agree",
          because: beyondReuse),
        .number("19", "How data were assigned to partitions", [.trainingDataSplit]),
        .number("20", "At which level partitions are disjoint", [.splitUnit, .contaminationCheck]),
        .person("test-size", "How the size of the test set was set", because: beyondReuse),
      ]),
    ChecklistSection(
      "Model and training",
      [
        .number(
          "22", "The model and its architecture",
          [.modelVariant, .architectureChanges, .architectureDifferences, .inputSpec]),
        .number("23", "Software with versions", [.runtimeVersion, .modelVersion]),
        .number(
          "24", "From which weights training started",
          [.pretrainedOrScratch, .weightsSource, .pretrainingData, .adaptationMethod]),
        .number(
          "25", "How the model was trained",
          [.adaptationMethod, .trainableLayers, .optimiser, .trainingLength, .loss, .augmentation]),
        .number("26", "How the final model was chosen", [.hyperparameterSearch]),
        .person("ensembles", "Where models were combined: how", because: "Colophon does not look at ensembles."),
      ]),
    ChecklistSection(
      "Evaluation",
      [
        .number(
          "28", "Measures of performance, compared with published models", [.metricDefinition, .matchesOriginal]),
        .number("29", "Uncertainty of the measures", [.uncertainty]),
        .person("robustness", "How robust the results are", because: judgement),
        .person("explainability", "Methods of explanation and how they were validated", because: beyondReuse),
        .number("32", "Testing on internal data", [.targetValidation], not: "whether the data are internal"),
        .number("33", "Testing on external data", [.targetValidation], not: "whether the data are external"),
        .person("registration", "Registration of trials", because: beyondReuse),
      ]),
    ChecklistSection(
      "Results",
      [
        .person("flow", "How many cases were included and left out", because: beyondReuse),
        .number("36", "Who the cases are, for each partition", [.subgroupFairness], not: "the tables themselves"),
        .number("37", "Performance, also by group", [.subgroupFairness], not: "the results themselves"),
        .number("38", "Accuracy with its uncertainty", [.uncertainty]),
        .number("39", "Where the model fails", [.failureAnalysis]),
      ]),
    ChecklistSection(
      "Discussion and other information",
      [
        .number("40", "Limitations", [.limitationsBias], not: "whether they are the right ones"),
        .person("implications", "What the results mean for practice", because: judgement),
        .person("protocol", "Where the full protocol is", because: beyondReuse),
        .number(
          "43", "Where software, model and data can be had",
          [.codeAvailability, .adaptedWeights, .trainingDataAvailability]),
        .person("funding", "Funding", because: beyondReuse),
      ]),
  ]
}
