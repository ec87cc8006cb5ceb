extension DetailRecogniser {
  /// A number of runs, seeds or repetitions, or that it was one.
  static let numberOfRuns = DetailRecogniser(
    .numberOfRuns,
    phrases: """
      runs;seeds;restarts;initialisations;initializations;repetitions;repeats;replicates
      repeated (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10,20) times
      (trained,run) (once,twice);single (run,training run,seed,random seed);one (run,training run,seed,random seed)
      """
  ) { search in
    search.countedPhrase { sentence, tokens in
      if search.holds(Self.submissions, sentence) { return false }
      return !Self.ambiguous.contains(search.key(tokens)) || search.isNear(sentence)
        || search.holds(Subject.models, sentence)
    } ?? .missing
  }

  /// Runs that are handed in to a shared task.
  private static let submissions = CueSet(["submit", "submitted", "submission", "submissions"])
  /// Nouns that experiments without models use too.
  private static let ambiguous = KeySet(Lexicon.keys(of: "repetitions repeats replicates"))
}
