import Manuscripts

extension DetailRecogniser {
  /// A citation in a sentence that names the model, or right after it.
  static let modelCitation = DetailRecogniser(.modelCitation) { search in
    search.citation(in: search.naming) ?? search.citation(in: search.neighbours) ?? .missing
  }
}
