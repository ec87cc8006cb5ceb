import Manuscripts

extension DetailRecogniser {
  /// Epochs, steps or batch size with a number.
  static let trainingLength = DetailRecogniser(.trainingLength) { search in
    search.trainingLength(.near) ?? search.trainingLength(.wide) ?? search.delegatedRecipe() ?? .missing
  }
}
