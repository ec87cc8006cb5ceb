extension DetailRecogniser {
  /// A cut-off with a number beside it, or a word that the provider does not disclose it.
  static let knowledgeCutoff = DetailRecogniser(
    .knowledgeCutoff,
    phrases: """
      (knowledge,training,data) (cutoff,cut off);cutoff date;cut off date;trained on data (up to,until)
      training data (end,ends,ended,extend to,up to,until,run to);knowledge (up to,until);trained (up to,until)
      (end,ends,ended) in
      """
  ) { search in
    if let date = search.phrase(.wide, where: { search.hasNumber($0, $1, within: 8) }) { return date }
    let secret = search.sentence(with: .undisclosed, .near) { _ in true }
    return secret.map { search.finding(.declaredUnavailable, at: $0) } ?? .missing
  }
}
