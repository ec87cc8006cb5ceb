extension DetailRecogniser {
  /// Intervals, spreads or tests.
  static let uncertainty = DetailRecogniser(
    .uncertainty,
    phrases: """
      confidence interval(,s);ci;95 ci;standard (deviation,deviations,error,errors);bootstrap(,ped,ping);p value(,s)
      significan(t,tly,ce);wilcoxon;mcnemar;t test;permutation test;credible interval(,s);interquartile;sd;s d;sem
      error bars;variance across
      """
  ) { search in
    search.phraseAnywhere() ?? .missing
  }
}
