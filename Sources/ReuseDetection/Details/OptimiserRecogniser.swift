import Manuscripts

extension DetailRecogniser {
  /// An optimiser by its name.
  static let optimiser = DetailRecogniser(.optimiser) { search in
    search.first(.optimiserName, .wide) ?? search.delegatedRecipe() ?? .missing
  }
}
