import Manuscripts

extension DetailRecogniser {
  /// An optimiser by its name.
  static let optimiser = DetailRecogniser(.optimiser) { search in
    search.first(.optimiserName, in: search.near) ?? search.first(.optimiserName, in: search.wide)
      ?? search.delegated([.hyperparameters], in: search.wide) ?? .missing
  }
}
