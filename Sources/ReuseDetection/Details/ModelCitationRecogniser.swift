import Manuscripts

extension DetailRecogniser {
  /// A citation that hangs on the model's name, or one of a work that is the model's paper.
  static let modelCitation = DetailRecogniser(.modelCitation) { search in
    search.modelCitation ?? .missing
  }
}
