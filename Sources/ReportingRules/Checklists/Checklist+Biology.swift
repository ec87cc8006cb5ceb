extension Checklist {
  /// DOME (arXiv:2006.16189), which numbers nothing, in our own words.
  static let domeSections: [ChecklistSection] = [
    ChecklistSection(
      "Data",
      [
        .key(
          "data-domain", "Size and distribution of the data fit the domain",
          [.trainingDataName, .trainingDataSize], not: "whether they fit"),
        .key(
          "data-independence", "Training and test sets are independent",
          [.trainingDataSplit, .splitUnit, .contaminationCheck]),
        .key(
          "data-release", "Data are released, with their exact splits",
          [.trainingDataAvailability, .trainingDataSplit]),
      ]),
    ChecklistSection(
      "Optimisation",
      [
        .person("tuning-apart", "Test sets played no part in selecting features or tuning", because: judgement),
        .person("fit", "Over- and underfitting are excluded", because: judgement),
        .key(
          "hyperparameters", "All hyper-parameters and the protocol",
          [
            .optimiser, .trainingLength, .loss, .augmentation, .hyperparameterSearch, .trainableLayers,
            .peftConfiguration, .seed,
          ]),
        .person("curves", "Curves of training are released", because: "Colophon does not look at figures or archives."),
        .key("validation", "The technique of validation", [.trainingDataSplit]),
        .key(
          "meta-predictions", "Where output of other models is input here: which models",
          [.distillationConfiguration], not: "input other than that of a distillation"),
      ]),
    ChecklistSection(
      "Model",
      [
        .person("interpretability", "Black box or interpretable, with examples", because: judgement),
        .key(
          "model-release", "Source code and trained models are released",
          [.codeAvailability, .adaptedWeights, .weightsSource]),
        .key("execution-time", "How long it takes to run", [.latency]),
      ]),
    ChecklistSection(
      "Evaluation",
      [
        .key(
          "comparison", "Comparison with public methods and simple models", [.baseline, .matchesOriginal]),
        .key("measures", "Measures that the community knows", [.metricDefinition], not: "whether it knows them"),
        .key("hold-out", "A final independent test set", [.targetValidation]),
        .key("confidence", "Intervals of confidence or error", [.uncertainty]),
      ]),
  ]

  /// REFORMS (doi:10.1126/sciadv.adk3452), in our own words; modules 4 to 8 by their names.
  static let reformsSections: [ChecklistSection] = [
    ChecklistSection(
      "Study goals",
      [
        .person("1a", number: "1a", "About whom or what the claim is", because: judgement),
        .person("1b", number: "1b", "Why this population", because: judgement),
        .person("1c", number: "1c", "Why machine learning", because: judgement),
      ]),
    ChecklistSection(
      "Computational reproducibility",
      [
        .number(
          "2a", "Which data, with a link", [.trainingDataName, .trainingDataAvailability],
          not: "data that are only evaluated on"),
        .number("2b", "Which code, with a link to its version", [.codeAvailability]),
        .number("2c", "On which infrastructure", [.computeHardware, .runtimeVersion]),
        .person("2d", number: "2d", "Instructions for repeating the results", because: beyondText),
        .person("2e", number: "2e", "A script that makes all results", because: beyondText),
      ]),
    ChecklistSection(
      "Data quality",
      [
        .number(
          "3a", "Where data and labels came from", [.trainingDataName, .pretrainingData], not: "who labelled them"),
        .person("3b", number: "3b", "From which set the data were sampled", because: beyondReuse),
        .person("3c", number: "3c", "Why these data fit the task", because: judgement),
        .number("3d", "The outcome and its statistics", [.trainingDataSize], not: "statistics by class"),
        .person("data-quality", "What else the module asks of the data", because: beyondReuse),
      ]),
    ChecklistSection(
      "Preprocessing, modelling and leakage",
      [
        .key("preprocessing", "How data were prepared", [.preprocessing]),
        .key(
          "modelling", "Which model, how chosen, tuned and compared",
          [
            .modelIdentity, .modelVersion, .adaptationMethod, .architectureChanges, .hyperparameterSearch,
            .baseline,
          ]),
        .key(
          "leakage", "That training and test data are apart",
          [.trainingDataSplit, .splitUnit, .contaminationCheck]),
      ]),
    ChecklistSection(
      "Metrics and generality",
      [
        .key("metrics", "Measures with their uncertainty", [.metricDefinition, .uncertainty]),
        .key(
          "generality", "Whether the claim holds elsewhere, and its limits", [.targetValidation, .limitationsBias],
          not: "whether the claim holds"),
      ]),
  ]

  private static let beyondText = "It is in the repository and not in the text, which is all that Colophon reads."
}
