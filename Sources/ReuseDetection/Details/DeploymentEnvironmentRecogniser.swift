import Manuscripts

extension DetailRecogniser {
  /// A device, container or service.
  static let deploymentEnvironment = DetailRecogniser(.deploymentEnvironment) { search in
    search.first(.container, in: search.near) ?? search.first(.container, in: search.wide) ?? .missing
  }
}
