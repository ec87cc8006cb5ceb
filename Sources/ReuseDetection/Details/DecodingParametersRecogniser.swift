import Manuscripts

extension DetailRecogniser {
  /// A sampling parameter with its value, or a word on defaults and greedy decoding.
  static let decodingParameters = DetailRecogniser(.decodingParameters) { search in
    search.first(.sampling, .wide, where: search.isSampling) ?? search.delegated(.sampling, .wide) ?? .missing
  }
}
