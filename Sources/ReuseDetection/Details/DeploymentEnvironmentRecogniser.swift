import Manuscripts

extension DetailRecogniser {
  /// A device, container or service.
  static let deploymentEnvironment = DetailRecogniser(.deploymentEnvironment) { search in
    search.first(.container, .wide) ?? search.hardware() ?? .missing
  }
}
