import Manuscripts

extension DetailRecogniser {
  /// A size or flavour in a spelling of the name, or "650M parameters" beside it; a name without known variants says
  /// all.
  static let modelVariant = DetailRecogniser(.modelVariant) { search in
    for mention in search.model.mentions where hasSize(mention, search) {
      return DetailFinding(state: .present, value: mention.surface, span: mention.span)
    }
    if let parameters = search.parameterCount(in: search.near) { return parameters }
    let family = search.model.family.map(search.query.catalogue.family(at:))
    if let family, family.variants.count <= 1, family.kind != .architecture || family.name.contains(where: \.isNumber) {
      return DetailFinding(state: .present, value: search.model.name, span: search.model.anchor)
    }
    if search.model.family == nil || search.model.facets.patterns == [.conceptual] && (family?.variants.count ?? 0) <= 1
    {
      return DetailFinding(state: .present, value: search.model.name, span: search.model.anchor)
    }
    return .missing
  }

  /// A number with a unit, a size word, or digits beyond the family's own name.
  private static func hasSize(_ mention: Mention, _ search: DetailSearch) -> Bool {
    if mention.checkpoint != nil { return true }
    let family = search.model.family.map { search.query.catalogue.family(at: $0).name } ?? search.model.name
    let known = Set(family.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let parts = mention.surface.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let added = parts.filter { !known.contains($0) && !family.lowercased().contains($0) }
    return added.contains { part in part.contains(where: \.isNumber) || flavours.contains(part) }
  }

  private static let flavours: Set<String> = [
    "tiny", "mini", "small", "base", "medium", "large", "huge", "xl", "xxl", "sonnet", "opus", "haiku", "turbo",
    "flash", "pro",
    "instruct", "chat", "nano", "lite", "uncased", "cased", "it",
  ]
}
