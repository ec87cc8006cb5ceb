import Manuscripts

extension DetailRecogniser {
  /// A place of the code, or the promise of one.
  static let codeAvailability = DetailRecogniser(.codeAvailability) { search in
    search.ground.codePlace ?? search.ground.promisedCode ?? .missing
  }
}
