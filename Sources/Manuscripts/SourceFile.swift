/// One file of a manuscript's project, as its bytes stand on disk or in an editor's buffer.
package struct SourceFile: Sendable, Equatable {
  /// The path relative to the main file's folder, `/`-separated and normalised; may begin with `../`.
  package let path: String
  /// The file's bytes, unchanged: every range elsewhere is an offset into them.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A range of UTF-8 byte offsets in one file of a project.
package struct SourceSpan: Sendable, Hashable {
  /// The index of the file in `ProjectFiles.files`.
  package let file: Int
  /// 0-based byte offsets into the file as it is on disk.
  package let range: Range<Int>

  package init(file: Int, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// The same stretch, so many bytes further on.
  func moved(by distance: Int) -> SourceSpan {
    SourceSpan(file: file, range: (range.lowerBound + distance)..<(range.upperBound + distance))
  }
}
