import Manuscripts

extension DetailRecogniser {
  /// A processor or accelerator by its name.
  static let computeHardware = DetailRecogniser(.computeHardware) { search in
    search.hardware() ?? .missing
  }
}
