import Manuscripts

extension DetailRecogniser {
  /// Words on an API, a web page or a local run, anywhere in the own work.
  static let apiOrLocal = DetailRecogniser(.apiOrLocal) { search in
    search.first(.api, in: search.near) ?? search.first(.webRun, in: search.near) ?? search.first(
      .localRun, in: search.near)
      ?? search.first(.api, in: search.wide) ?? search.first(.localRun, in: search.wide) ?? .missing
  }
}
