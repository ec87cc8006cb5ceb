import Manuscripts

extension DetailRecogniser {
  /// A seed with its value; "fixed seeds" where the code is given is delegated.
  static let seed = DetailRecogniser(.seed) { search in
    let told = search.wide.filter { !search.isOtherSeed($0) }
    if let value = search.first(.seedWord, withNumberWithin: 5, in: told) { return value }
    guard let word = search.first(.seedWord, in: told), search.codePlace() != nil else { return .missing }
    return DetailFinding(state: .delegated, value: nil, span: word.span)
  }
}
