import Manuscripts

extension DetailRecogniser {
  /// A size or flavour in a spelling of the name, "650M parameters" or a backbone beside it; of a design that is rebuilt
  /// and known in one form only, the name says all.
  static let modelVariant = DetailRecogniser(.modelVariant) { search in
    if let mention = search.sizedMention() {
      return DetailFinding(state: .present, value: mention.surface, span: mention.span)
    }
    if let stated = search.parameterCount() ?? search.backbone() ?? search.flavour() { return stated }
    guard search.model.facets.patterns == [.conceptual], search.model.facets.knownVariantCount <= 1 else {
      return .missing
    }
    return DetailFinding(state: .present, value: search.model.name, span: search.model.anchor)
  }
}
