extension AskName {
  /// The question in a few words, for tables.
  package var question: String {
    switch self {
    case .whichModel: "Which model was it?"
    case .whichWeights: "Which weights exactly: variant, version, source, date of access?"
    case .citeModel: "Which paper or release is meant?"
    case .trainingData: "On which data, how much of it, split how?"
    case .trainingRecipe: "With which optimiser, for how long?"
    case .prompting: "With which prompt and sampling parameters?"
    case .pretrainedOrScratch: "From released weights or from scratch?"
    case .adaptationMethod: "What was trained: all weights, a head, adapters?"
    case .codeAvailability: "Where is the code?"
    case .howReused: "How was the model used at all?"
    case .conflictingDetail: "Which of two values holds?"
    case .placeholder: "What belongs in the place that is still open?"
    case .retiredSnapshot: "Can the snapshot still be had?"
    case .preprintCited: "Should the paper be cited instead of its preprint?"
    case .hubSpelling: "Is the id on the hub spelt right?"
    case .nonCommercialWeights: "May the weights be used as the text says?"
    }
  }

  /// Why the question is put, where one rule's reason does not cover it.
  package var why: String? {
    switch self {
    case .whichWeights: "The weights behind a name change, and a name alone does not say which were used."
    case .howReused: "What a reader needs depends on whether weights were taken, trained further, or never there."
    case .conflictingDetail: "A reader who finds two values for one thing cannot repeat the work with either."
    case .placeholder: "The text still has a gap that was meant to be filled."
    case .retiredSnapshot: "Nobody can query a snapshot that is out of service: what it answered is all that is left."
    case .preprintCited: "The paper as it appeared may differ from its preprint, and is what indexes count."
    case .hubSpelling: "A reader who follows the id finds nothing, or something else."
    case .nonCommercialWeights: "A licence that rules out commercial use binds whoever passes the weights on."
    case .whichModel, .citeModel, .trainingData, .trainingRecipe, .prompting, .pretrainedOrScratch, .adaptationMethod,
      .codeAvailability:
      nil
    }
  }

  /// What to do, where one rule's remedy does not cover it.
  package var remedy: String? {
    switch self {
    case .howReused:
      "Say how the model was used, or tell Colophon that it was not: with a comment, 'colophon: discussed NAME' or 'colophon: not-a-model NAME', or in colophon.toml under 'discussed' or 'not-models'."
    case .conflictingDetail: "Give one value in both places, or say what each of them is of."
    case .placeholder: "Fill in the value."
    case .retiredSnapshot: "Publish the answers with the prompts, and say where the model is named that the snapshot is retired."
    case .preprintCited: "Cite the paper as it appeared, if that is the version you relied on."
    case .hubSpelling: "Compare the id with the model's page on the hub."
    case .nonCommercialWeights: "Name the licence of the weights, and limit the statement to what it allows."
    case .whichModel, .whichWeights, .citeModel, .trainingData, .trainingRecipe, .prompting, .pretrainedOrScratch,
      .adaptationMethod, .codeAvailability:
      nil
    }
  }
}
