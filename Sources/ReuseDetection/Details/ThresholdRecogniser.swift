extension DetailRecogniser {
  /// A threshold with its number, or a word that it is the default.
  static let threshold = DetailRecogniser(
    .threshold,
    phrases: """
      threshold(,s,ed,ing);cut off;cutoff;plddt
      (confidence,probability,score,scores) (of,above,below,over,under,greater,less,at least);e value;operating point
      minimum (confidence,score);default threshold
      """
  ) { search in
    let found = search.phrase(.wide) { sentence, tokens in
      !search.holds(Self.others, sentence)
        && (search.hasNumber(sentence, tokens) || search.holds(Self.defaults, sentence))
    }
    return found ?? .missing
  }

  /// Dates, and scores that are reached and not set.
  private static let others = CueSet([
    "knowledge cutoff", "knowledge cut off", "training cutoff", "cutoff date", "f1 score", "f1 scores", "dice score",
    "bleu score", "rouge score", "accuracy score",
  ])
  private static let defaults = CueSet(["default", "defaults", "argmax"])
}
