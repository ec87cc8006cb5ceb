import Manuscripts

extension DetailRecogniser {
  /// A device, container or service.
  static let deploymentEnvironment = DetailRecogniser(.deploymentEnvironment) { search in
    search.first(.container, .wide) ?? search.first(.hardware, .wide, where: search.isHardware) ?? .missing
  }
}
