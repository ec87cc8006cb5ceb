import Manuscripts

extension DetailRecogniser {
  /// A library with its version, in the text or in a lockfile beside it.
  static let runtimeVersion = DetailRecogniser(.runtimeVersion) { search in
    search.libraryVersion() ?? search.toolVersion() ?? search.pinnedLibrary() ?? .missing
  }
}
