import Manuscripts

extension DetailRecogniser {
  /// Shares, folds or named parts of the data.
  static let trainingDataSplit = DetailRecogniser(.trainingDataSplit) { search in
    search.first(.split, .wide, where: search.isSplit) ?? .missing
  }
}
