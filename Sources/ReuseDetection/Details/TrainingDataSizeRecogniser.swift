import Manuscripts

extension DetailRecogniser {
  /// A number of counted items.
  static let trainingDataSize = DetailRecogniser(.trainingDataSize) { search in
    search.trainingDataSize() ?? search.delegatedCount() ?? .missing
  }
}
