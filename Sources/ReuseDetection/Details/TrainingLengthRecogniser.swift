import Manuscripts

extension DetailRecogniser {
  /// Epochs, steps or batch size with a number.
  static let trainingLength = DetailRecogniser(.trainingLength) { search in
    search.first(.trainingSpan, withNumberWithin: 4, in: search.near) ?? search.first(
      .batchSize, withNumberWithin: 4, in: search.near)
      ?? search.first(.trainingSpan, withNumberWithin: 4, in: search.wide) ?? search.first(
        .batchSize, withNumberWithin: 4, in: search.wide)
      ?? search.delegated([.hyperparameters], in: search.wide) ?? .missing
  }
}
