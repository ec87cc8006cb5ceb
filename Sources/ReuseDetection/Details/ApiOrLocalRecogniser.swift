import Manuscripts

extension DetailRecogniser {
  /// Words on an API, a web page or a local run, anywhere in the own work; what cannot be had is run nowhere else.
  static let apiOrLocal = DetailRecogniser(.apiOrLocal) { search in
    let isClosed = search.model.facets.isClosed
    for cue: Cue in isClosed ? [.api, .webRun] : [.api, .webRun, .localRun] {
      if let found = search.first(cue, .near) { return found }
    }
    return search.first(.api, .wide, where: search.saysAPI) ?? search.first(.api, .wide)
      ?? (isClosed ? nil : search.first(.localRun, .wide)) ?? .missing
  }
}
