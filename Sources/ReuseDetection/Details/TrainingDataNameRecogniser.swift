import Manuscripts

extension DetailRecogniser {
  /// A data set or the origin of the own data.
  static let trainingDataName = DetailRecogniser(.trainingDataName) { search in
    search.namedData() ?? search.toldData() ?? .missing
  }
}
