import Manuscripts

extension DetailRecogniser {
  /// A pinned id, a dated snapshot, a revision, a release tag or a weight file beside the name.
  static let modelVersion = DetailRecogniser(.modelVersion) { search in
    for mention in search.model.mentions where search.isPinned(mention) {
      return search.release(of: mention)
    }
    return search.version() ?? search.pinnedTool() ?? .missing
  }
}
