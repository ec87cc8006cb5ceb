import Manuscripts

extension DetailRecogniser {
  /// What the model was trained on, beside its name, or that this is undisclosed.
  static let pretrainingData = DetailRecogniser(.pretrainingData) { search in
    if let sentence = search.near.first(where: { search.reading.has(.undisclosed, inSentence: $0) }) {
      return DetailFinding(state: .declaredUnavailable, value: nil, span: search.reading.span(ofSentence: sentence))
    }
    return search.first(.pretrainingData, in: search.naming, where: search.isAboutPretraining) ?? .missing
  }
}
