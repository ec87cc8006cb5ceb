import Manuscripts

extension DetailRecogniser {
  /// A model that is found by name has one.
  static let modelIdentity = DetailRecogniser(.modelIdentity) { search in
    search.model.facets.isNamed
      ? DetailFinding(state: .present, value: search.model.name, span: search.model.anchor) : .missing
  }
}
