import Manuscripts

extension DetailRecogniser {
  /// The format or exporter of a conversion.
  static let conversion = DetailRecogniser(.conversion) { search in
    search.first(.conversion, in: search.near) ?? search.first(.conversion, in: search.wide) ?? .missing
  }
}
