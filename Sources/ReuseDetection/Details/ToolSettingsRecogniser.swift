import Manuscripts

extension DetailRecogniser {
  /// Settings or the word that defaults were used.
  static let toolSettings = DetailRecogniser(.toolSettings) { search in
    search.first(.settings, .near) ?? .missing
  }
}
