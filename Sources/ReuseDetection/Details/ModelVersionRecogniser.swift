import Manuscripts

extension DetailRecogniser {
  /// A pinned id, a dated snapshot, a revision, a release tag or a weight file beside the name.
  static let modelVersion = DetailRecogniser(.modelVersion) { search in
    for mention in search.model.mentions {
      if let checkpoint = mention.checkpoint,
        search.query.catalogue.checkpoint(at: checkpoint).isPinned || search.hasDate(mention)
      {
        return DetailFinding(state: .present, value: mention.surface, span: mention.span)
      }
      if search.hasDate(mention) || search.hasReleaseNumber(mention) {
        return DetailFinding(state: .present, value: mention.surface, span: mention.span)
      }
    }
    return search.version(in: search.near) ?? search.pinnedTool() ?? .missing
  }
}
