extension Checklist {
  /// The NeurIPS checklist (neurips.cc/public/guides/PaperChecklist), in our own words.
  static let neuripsSections: [ChecklistSection] = [
    ChecklistSection(
      "Claims, limitations and theory",
      [
        .person("claims", "Abstract and introduction claim what the paper shows", because: judgement),
        .number("Q2", "Limitations are discussed", [.limitationsBias], not: "whether they are the right ones"),
        .person("theory", "Theorems with assumptions and proofs", because: beyondReuse),
      ]),
    ChecklistSection(
      "Experiments",
      [
        .number(
          "Q4", "What a reader needs to repeat the main results",
          [
            .modelIdentity, .modelVersion, .architectureSource, .adaptationMethod, .trainingDataName,
            .promptText, .decodingParameters,
          ]),
        .number("Q5", "Where data and code are", [.trainingDataAvailability, .codeAvailability]),
        .number(
          "Q6", "How training and testing were set up",
          [
            .trainingDataSplit, .optimiser, .trainingLength, .hyperparameterSearch, .trainableLayers,
            .peftConfiguration,
          ]),
        .number("Q7", "How certain the numbers are", [.uncertainty, .numberOfRuns, .seed]),
        .number("Q8", "On what the experiments ran, and how long", [.computeHardware, .computeCost, .latency]),
      ]),
    ChecklistSection(
      "Ethics and impact",
      [
        .person("ethics", "The code of ethics is kept", because: judgement),
        .person("impact", "Impacts on society are discussed", because: judgement),
        .person("safeguards", "Safeguards for what is released", because: judgement),
      ]),
    ChecklistSection(
      "Assets and people",
      [
        .number(
          "Q12", "Existing assets: credited, with version and licence",
          [.modelCitation, .architectureSource, .modelVersion, .weightsSource, .modelLicence],
          not: "data sets and code of others"),
        .number("Q13", "New assets: released with documentation", [.adaptedWeights, .releasedCard]),
        .person("crowdsourcing", "Instructions to and pay of participants", because: beyondReuse),
        .person("review-board", "Approval by a review board", because: beyondReuse),
        .person(
          "q16", number: "Q16", "Use of language models in the core of the method",
          because: "The models that were found are listed; what is the core of the method is for a person to judge."),
      ]),
  ]

  /// The ACL Responsible NLP checklist (aclrollingreview.org/responsibleNLPresearch), in our own words.
  static let aclSections: [ChecklistSection] = [
    ChecklistSection(
      "Every submission",
      [
        .number("A1", "Limitations are discussed", [.limitationsBias], not: "whether they are the right ones"),
        .person("a2", number: "A2", "Risks are discussed", because: judgement),
        .person("a3", number: "A3", "Abstract and introduction state the main claims", because: judgement),
      ]),
    ChecklistSection(
      "Scientific artefacts",
      [
        .number(
          "B1", "Creators are cited", [.modelCitation, .architectureSource], not: "data sets and code of others"),
        .number("B2", "Licences or terms are discussed", [.modelLicence], not: "data sets and code of others"),
        .number("B3", "Use agrees with what the artefact was made for", [.intendedUseFit]),
        .person("b4", number: "B4", "Data were checked for personal or offensive content", because: beyondReuse),
        .person("b5", number: "B5", "Artefacts are documented: domains, languages, groups", because: beyondReuse),
        .number("B6", "Statistics of the data, splits included", [.trainingDataSize, .trainingDataSplit]),
      ]),
    ChecklistSection(
      "Computational experiments",
      [
        .number(
          "C1", "Size of the models, compute and infrastructure", [.modelVariant, .computeHardware, .computeCost]),
        .number(
          "C2", "Setting of the experiments and search for hyper-parameters",
          [.optimiser, .trainingLength, .hyperparameterSearch, .peftConfiguration]),
        .number("C3", "Statistics of the results", [.uncertainty, .numberOfRuns]),
        .number(
          "C4", "Existing packages: which, with which settings",
          [.modelIdentity, .runtimeVersion, .toolSettings, .inputSpec]),
      ]),
    ChecklistSection(
      "Annotators, participants and assistants",
      [
        .person("d1", number: "D1", "Instructions to participants", because: beyondReuse),
        .person("d2", number: "D2", "Recruitment and pay", because: beyondReuse),
        .person("d3", number: "D3", "Consent", because: beyondReuse),
        .person("d4", number: "D4", "Approval by a review board", because: beyondReuse),
        .person("d5", number: "D5", "Who the annotators are", because: beyondReuse),
        .person(
          "assistants", "Use of AI assistants for research or writing",
          because:
            "Models that helped to write are listed among those not judged; what else helped is for the authors to say."
        ),
      ]),
  ]
}
