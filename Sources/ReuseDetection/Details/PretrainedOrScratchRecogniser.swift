import Manuscripts

extension DetailRecogniser {
  /// Whether weights were released ones or random.
  static let pretrainedOrScratch = DetailRecogniser(.pretrainedOrScratch) { search in
    switch search.model.facets.initialisation {
    case .unknown: return search.first(.scratch, .near) ?? search.first(.pretrained, .naming) ?? .missing
    case .scratch, .pretrained:
      let cue: Cue = search.model.facets.initialisation == .scratch ? .scratch : .pretrained
      return search.first(cue, .near) ?? search.first(.fineTuning, .near) ?? search.first(cue, .wide)
        ?? DetailFinding(state: .present, value: nil, span: search.model.anchor)
    }
  }
}
