import Manuscripts

extension DetailRecogniser {
  /// Words on the licence of the weights in a sentence that names the model.
  static let modelLicence = DetailRecogniser(.modelLicence) { search in
    search.first(.licence, .naming, where: search.isOwnLicence) ?? .missing
  }
}
