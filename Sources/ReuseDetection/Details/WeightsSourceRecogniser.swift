import Manuscripts

extension DetailRecogniser {
  /// An address of weights, a hub id, a package of weights, or words that say where they were taken from.
  static let weightsSource = DetailRecogniser(.weightsSource) { search in
    for mention in search.model.mentions where search.isHubId(mention) || search.isPipelinePackage(mention) {
      return DetailFinding(state: .present, value: mention.surface, span: mention.span)
    }
    return search.weightsAddress() ?? search.first(.weightsPlace, .near, where: search.saysWhere)
      ?? search.first(.weightsPlace, .near, where: search.tellsDownload)
      ?? search.citedRelease() ?? search.sharedPlace() ?? .missing
  }
}
