extension DetailRecogniser {
  /// Errors and what they have in common.
  static let failureAnalysis = DetailRecogniser(
    .failureAnalysis,
    phrases: """
      error analysis;failure (case,cases,mode,modes,analysis);misclassif(ied,ication,ications,ies)
      confusion matri(x,ces);false (positive,positives,negative,negatives);(errors,mistakes) (were,are,occurred,arose)
      fail(ed,s) (on,to,for,when);most (errors,common errors);hard cases
      """
  ) { search in
    search.phraseOnModel() ?? .missing
  }
}
