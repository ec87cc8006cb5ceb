extension DetailRecogniser {
  /// Intervals, spreads or tests.
  static let uncertainty = DetailRecogniser(
    .uncertainty,
    phrases: """
      confidence interval(,s);ci;95 ci;standard (deviation,deviations,error,errors);bootstrap(,ped,ping);p value(,s)
      (statistical,statistically) significan(t,tly,ce);significance test(,s,ing);wilcoxon;mcnemar;t test
      permutation test;credible interval(,s);interquartile;sd;s d;error bars;variance across
      """
  ) { search in
    search.phraseOnModel { sentence, tokens in
      !Self.abbreviations.contains(search.key(tokens)) || search.hasNumber(sentence, tokens)
    } ?? .missing
  }

  /// What stands for other things too (integration, diffusion), unless a number is with it.
  private static let abbreviations = KeySet(Lexicon.keys(of: "ci sd s"))
}
