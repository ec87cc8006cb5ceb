import Manuscripts

extension DetailRecogniser {
  /// A seed with its value; "fixed seeds" where the code is given or promised is delegated.
  static let seed = DetailRecogniser(.seed) { search in
    if let value = search.seedValue() { return value }
    guard let word = search.first(.seedWord, .wide, where: search.isTrainingSeed),
      search.ground.codePlace != nil || search.ground.promisedCode != nil
    else { return .missing }
    return DetailFinding(state: .delegated, value: nil, span: word.span)
  }
}
