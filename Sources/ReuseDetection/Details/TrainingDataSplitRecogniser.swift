import Manuscripts

extension DetailRecogniser {
  /// Shares, folds or named parts of the data: where the splitting is told if it is, else where a part is named.
  static let trainingDataSplit = DetailRecogniser(.trainingDataSplit) { search in
    search.first(.split, .wide) { search.isSplit($0, $1) && search.tellsSplitting($0) }
      ?? search.first(.split, .wide, where: search.isSplit) ?? .missing
  }
}
