import Manuscripts

extension DetailRecogniser {
  /// A number of counted items.
  static let trainingDataSize = DetailRecogniser(.trainingDataSize) { search in
    search.count(in: search.near) ?? search.count(in: search.wide) ?? search.delegated(
      [.data, .counted], in: search.near) ?? .missing
  }
}
