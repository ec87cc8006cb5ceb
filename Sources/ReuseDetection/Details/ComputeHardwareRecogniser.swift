import Manuscripts

extension DetailRecogniser {
  /// A processor or accelerator by its name.
  static let computeHardware = DetailRecogniser(.computeHardware) { search in
    search.first(.hardware, in: search.near, where: search.isHardware) ?? search.first(
      .hardware, in: search.wide, where: search.isHardware)
      ?? .missing
  }
}
