import Manuscripts

extension DetailRecogniser {
  /// The scheme or bits of a quantisation.
  static let quantisation = DetailRecogniser(.quantisation) { search in
    search.first(.quantisation, .wide) ?? .missing
  }
}
