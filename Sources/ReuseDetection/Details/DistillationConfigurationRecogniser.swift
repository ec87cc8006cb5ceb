extension DetailRecogniser {
  /// A temperature or loss in a sentence on distillation.
  static let distillationConfiguration = DetailRecogniser(
    .distillationConfiguration,
    phrases: """
      temperature;kl divergence;kullback leibler;soft (labels,targets);distillation loss;logits;cosine loss
      mean squared error
      """
  ) { search in
    let setting = search.phrase(.wide) { sentence, _ in search.reading.has(.distillation, inSentence: sentence) }
    return setting ?? search.delegatedRecipe() ?? .missing
  }
}
