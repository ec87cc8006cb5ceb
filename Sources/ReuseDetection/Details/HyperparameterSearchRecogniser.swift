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
      default hyperparameters;default hyper parameters;not tuned;sweep(,s) over;chosen;selected;tuned;optimised
      optimized
      """
  ) { search in
    let choice = search.phraseAnywhere { $1.count > 1 || search.holds(Self.validation, $0) }
    return choice ?? search.delegatedRecipe() ?? .missing
  }

  /// The data that a choice of hyper-parameters rests on.
  private static let validation = CueSet(["validation", "development set", "dev set", "development data"])
}
