extension Checklist {
  /// TRIPOD-LLM (doi:10.1038/s41591-024-03425-5), in our own words.
  static let tripodLLMSections: [ChecklistSection] = [
    ChecklistSection(
      "Title, abstract and introduction",
      [
        .person("title", "The title says that a language model is studied, and for which task", because: judgement),
        .person("abstract", "A structured abstract", because: judgement),
        .person("context", "The clinical problem and why a language model is used", because: judgement),
        .number(
          "3b", "Who it is for and what it is meant to be used for", [.intendedUseFit],
          not: "whether the intended users are described"),
        .person("objectives", "The aims of the study", because: judgement),
      ]),
    ChecklistSection(
      "Data",
      [
        .number(
          "5a", "Where the data came from", [.trainingDataName, .pretrainingData],
          not: "data that are only evaluated on"),
        .key(
          "data-partition", "How data were split, and kept apart from what the model had seen",
          [.trainingDataSplit, .contaminationCheck]),
        .number(
          "5c", "From when the oldest and the newest texts are", [.knowledgeCutoff],
          not: "the dates of the study's own data"),
        .number("5d", "How texts were prepared", [.preprocessing, .dataToThirdParty]),
        .key("missing-data", "What was done with missing or unusable inputs", [.inputQuality]),
      ]),
    ChecklistSection(
      "The model and how it was run",
      [
        .number(
          "6a", "Which model, which version, used when", [.modelIdentity, .modelVersion, .accessDate]),
        .key(
          "adaptation", "How the model was built or adapted",
          [.adaptationMethod, .trainableLayers, .optimiser, .trainingLength, .hyperparameterSearch]),
        .key(
          "generation-settings", "With which settings text was generated", [.decodingParameters, .seed]),
        .key("output", "What its output is and how it was processed", [.outputHandling, .threshold]),
      ]),
    ChecklistSection(
      "Evaluation and annotation",
      [
        .key("metrics", "How performance was measured", [.metricDefinition]),
        .person("relevance", "What the measures mean for care", because: judgement),
        .person("outcome", "What the reference is and who set it", because: beyondReuse),
        .person("human-rating", "How people rated the output", because: beyondReuse),
        .key("comparison", "What the model was compared with", [.baseline]),
        .person("annotation", "How labels were made, by how many people, with which background", because: beyondReuse),
      ]),
    ChecklistSection(
      "Prompts, summaries, instruction tuning",
      [
        .number("9a", "How prompts were designed and chosen", [.promptText, .promptSelection]),
        .number("9b", "On which data prompts were developed", [.fewShotExamples, .promptSelection]),
        .person("summaries", "Where texts were summarised: how they were prepared", because: beyondReuse),
        .key(
          "instruction-tuning", "Where the model was tuned on instructions: with which data and how",
          [.adaptationMethod, .trainingDataName], not: "whether the tuning was on instructions"),
      ]),
    ChecklistSection(
      "Compute, ethics and open science",
      [
        .number(
          "12", "Which hardware was used, for how long, at what cost", [.computeHardware, .computeCost, .latency]),
        .person("ethics", "Ethical approval", because: beyondReuse),
        .person("funding", "Funding", because: beyondReuse),
        .person("interests", "Conflicts of interest", because: beyondReuse),
        .person("protocol", "Where the protocol is", because: beyondReuse),
        .person("registration", "Registration of the study", because: beyondReuse),
        .number(
          "14e", "Where the data are", [.trainingDataAvailability], not: "data that are only evaluated on"),
        .number("14f", "Where code and prompts are", [.codeAvailability, .promptText]),
        .person("public-involvement", "Involvement of patients and the public", because: beyondReuse),
      ]),
    ChecklistSection(
      "Results",
      [
        .person("participants", "The flow of participants or records and what is known of them", because: beyondReuse),
        .key(
          "performance", "Performance with its uncertainty, also by group", [.uncertainty, .subgroupFairness],
          not: "the results themselves"),
        .number("18", "What changed where the model was updated", [.monitoring]),
      ]),
    ChecklistSection(
      "Discussion",
      [
        .person("19a", number: "19a", "What the results mean", because: judgement),
        .number("19b", "Limitations", [.limitationsBias], not: "whether they are the right ones"),
        .person("19c", number: "19c", "In which surroundings the model can be used", because: judgement),
        .number("19d", "What it may be used for, and who watches over it", [.intendedUseFit, .humanOversight]),
        .number("19e", "How inputs of poor quality are handled", [.inputQuality]),
        .number("19f", "Which expertise and oversight its use takes", [.humanOversight]),
        .person("19g", number: "19g", "What should be studied next", because: judgement),
      ]),
  ]

  /// MI-CLEAR-LLM, 2025 update (doi:10.3348/kjr.2025.1522), in our own words.
  static let miClearLLMSections: [ChecklistSection] = [
    ChecklistSection(
      "The model and the access to it",
      [
        .number(
          "1", "Which model and version, queried when, trained on data up to when",
          [.modelIdentity, .modelVersion, .accessDate, .knowledgeCutoff], not: "who made it"),
        .number(
          "2", "By which way it was reached: web page, API or own machine",
          [.apiOrLocal, .systemPrompt, .toolsRetrieval, .quantisation, .deploymentEnvironment]),
        .number("3", "What kind of input it was given", [.inputSpec]),
        .number(
          "4", "Whether and how it was adapted, with or without a change of its weights",
          [.adaptationMethod, .toolsRetrieval]),
      ]),
    ChecklistSection(
      "Prompts",
      [
        .number(
          "5", "How prompts were made, and their full text",
          [.promptText, .systemPrompt, .fewShotExamples, .promptSelection]),
        .number(
          "6", "How prompts were sent: sessions, batches, processing of answers",
          [.promptSession, .outputHandling]),
        .number(
          "7", "How chance was handled: settings, repeats, how repeats were merged",
          [.decodingParameters, .repeatSampling, .numberOfRuns]),
      ]),
    ChecklistSection(
      "Test data",
      [
        .number(
          "8", "Whether the test data were independent of what the model and its prompts were made from",
          [.contaminationCheck, .fewShotExamples])
      ]),
  ]

  static let judgement = "It is about the content of the text, which a person has to judge."
  static let beyondReuse =
    "It is about the study and not about the reuse of models, which is all that Colophon looks at."
}
