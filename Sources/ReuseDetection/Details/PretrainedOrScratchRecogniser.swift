import Manuscripts

extension DetailRecogniser {
  /// Whether weights were released ones or random.
  static let pretrainedOrScratch = DetailRecogniser(.pretrainedOrScratch) { search in
    if search.model.facets.initialisation == .unknown {
      return search.first(.scratch, in: search.near) ?? search.first(.pretrained, in: search.naming) ?? .missing
    }
    let cue: Cue = search.model.facets.initialisation == .scratch ? .scratch : .pretrained
    return search.first(cue, in: search.near) ?? search.first(.fineTuning, in: search.near) ?? search.first(
      cue, in: search.wide)
      ?? DetailFinding(state: .present, value: nil, span: search.model.anchor)
  }
}
