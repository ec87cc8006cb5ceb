import Manuscripts

extension DetailRecogniser {
  /// Words on an API, a web page or a local run, anywhere in the own work.
  static let apiOrLocal = DetailRecogniser(.apiOrLocal) { search in
    for cue: Cue in [.api, .webRun, .localRun] {
      if let found = search.first(cue, .near) { return found }
    }
    return search.first(.api, .wide, where: search.saysAPI) ?? search.first(.api, .wide)
      ?? search.first(.localRun, .wide) ?? .missing
  }
}
