import Manuscripts

extension DetailRecogniser {
  /// What the model was trained on, beside its name, or that this is undisclosed.
  static let pretrainingData = DetailRecogniser(.pretrainingData) { search in
    if let sentence = search.sentence(with: .undisclosed, .near, where: { _ in true }) {
      return search.finding(.declaredUnavailable, at: sentence)
    }
    return search.first(.pretrainingData, .near, where: search.isAboutPretraining) ?? .missing
  }
}
