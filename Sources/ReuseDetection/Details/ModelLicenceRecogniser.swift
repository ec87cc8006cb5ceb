import Manuscripts

extension DetailRecogniser {
  /// Words on the licence in a sentence that names the model.
  static let modelLicence = DetailRecogniser(.modelLicence) { search in
    search.first(.licence, in: search.naming) ?? .missing
  }
}
