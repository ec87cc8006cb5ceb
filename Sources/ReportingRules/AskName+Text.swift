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
    }
  }

  /// Why the question is put, where one rule's reason does not cover it.
  package var why: String? {
    switch self {
    case .whichWeights: "The weights behind a name change, and a name alone does not say which were used."
    case .howReused: "What a reader needs depends on whether weights were taken, trained further, or never there."
    case .conflictingDetail: "A reader who finds two values for one thing cannot repeat the work with either."
    case .placeholder: "The text still has a gap that was meant to be filled."
    case .whichModel, .citeModel, .trainingData, .trainingRecipe, .prompting, .pretrainedOrScratch, .adaptationMethod,
      .codeAvailability:
      nil
    }
  }

  /// What to do, where one rule's remedy does not cover it.
  package var remedy: String? {
    switch self {
    case .howReused:
      "Say how the model was used, or tell Colophon with a comment: 'colophon: discussed NAME' or 'colophon: not-a-model NAME'."
    case .conflictingDetail: "Give one value in both places, or say what each of them is of."
    case .placeholder: "Fill in the value."
    case .whichModel, .whichWeights, .citeModel, .trainingData, .trainingRecipe, .prompting, .pretrainedOrScratch,
      .adaptationMethod, .codeAvailability:
      nil
    }
  }
}
