extension DetailRecogniser {
  /// A search, a choice on validation data, or a word that nothing was tuned.
  static let hyperparameterSearch = DetailRecogniser(
    .hyperparameterSearch,
    phrases: """
      grid search;random search;optuna;ray tune;bayesian optimi(sation,zation)
      (hyperparameter,hyper parameter) (search,tuning,sweep,selection,optimisation,optimization)
      (tuned,selected,chosen,optimised,optimized,set) (on,by,using) (the,a,our) (validation,development,dev)
      (chosen,selected) by validation;best (validation,development,dev)
      (hyperparameters,hyper parameters) (were,are) (tuned,taken,chosen,selected,fixed,not tuned,optimised,optimized)
      (default,standard) (hyperparameters,hyper parameters);not tuned;sweep(,s) over;chosen;selected;tuned;optimised
      without (,further,additional,task specific) tuning;optimized
      """
  ) { search in
    let choice = search.phraseAnywhere { sentence, tokens in
      guard !search.holds(Self.wishes, sentence), !search.isPartOfCompound(tokens) else { return false }
      if Self.searches.contains(search.key(tokens)) { return true }
      guard search.holds(Self.settings, sentence) else { return false }
      return tokens.count > 1 || search.holds(Self.validation, sentence)
    }
    return choice ?? search.delegatedRecipe() ?? .missing
  }

  /// The first words of searches that are of nothing else.
  private static let searches = KeySet(Lexicon.keys(of: "grid random optuna ray bayesian"))
  /// What is chosen: a checkpoint, a subset or a threshold may be chosen too.
  private static let settings = CueSet([
    "hyperparameter", "hyperparameters", "hyper parameter", "hyper parameters", "learning rate", "learning rates",
    "batch size", "batch sizes", "weight decay", "dropout", "number of epochs", "regularisation", "regularization",
    "penalty", "momentum", "number of layers", "training settings",
  ])
  /// What should or could be done.
  private static let wishes = CueSet([
    "may", "might", "could", "should", "would", "future", "require", "requires", "recommend", "recommended",
  ])
  /// The data that a choice of hyper-parameters rests on.
  private static let validation = CueSet(["validation", "development set", "dev set", "development data"])
}
