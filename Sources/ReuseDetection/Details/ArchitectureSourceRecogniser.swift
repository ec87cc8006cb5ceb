import Manuscripts

extension DetailRecogniser {
  /// A citation of the design, or the repository that was followed.
  static let architectureSource = DetailRecogniser(.architectureSource) { search in
    search.modelCitation ?? search.followedAuthors() ?? search.link(in: search.near) {
      $0.holds("github") || $0.holds("doi.org") || $0.holds("arxiv")
    } ?? .missing
  }
}
