extension DetailRecogniser {
  /// A comparison with another method.
  static let baseline = DetailRecogniser(
    .baseline,
    phrases: """
      baseline(,s);compar(ed,ing) (with,to,against);comparison (with,to,of,between);outperform(ed,s,ing);versus
      majority class;random (guess,guessing,chance);chance level;ablation(,s);better than;worse than
      """
  ) { search in
    search.phraseOnModel() ?? .missing
  }
}
