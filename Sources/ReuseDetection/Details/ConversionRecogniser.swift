import Manuscripts

extension DetailRecogniser {
  /// The format or exporter of a conversion.
  static let conversion = DetailRecogniser(.conversion) { search in
    search.first(.conversion, .wide) ?? .missing
  }
}
