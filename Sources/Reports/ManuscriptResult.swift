import ManuscriptAnalysis
import Manuscripts

/// An analysis under the name that the user gave its manuscript.
package struct ManuscriptResult: Sendable {
  /// The path as shown.
  package let name: String
  /// What is put before the paths of files when they are shown.
  package let folder: String
  package let analysis: Analysis

  package init(name: String, folder: String, analysis: Analysis) {
    self.name = name
    self.folder = folder
    self.analysis = analysis
  }
}

/// Lines and columns of an analysis' files, each index made once.
struct Places {
  private let files: [SourceFile]
  private let indices: [LineIndex]

  init(_ analysis: Analysis) {
    files = analysis.reading.manuscript.files
    indices = files.map { LineIndex($0.bytes) }
  }

  func path(_ span: SourceSpan) -> String { files[span.file].path }
  func start(_ span: SourceSpan) -> LineIndex.Position { indices[span.file].position(at: span.range.lowerBound) }
  func end(_ span: SourceSpan) -> LineIndex.Position { indices[span.file].position(at: span.range.upperBound) }

  /// "line 12", with the file where the manuscript has several.
  func lineWords(_ span: SourceSpan) -> String {
    files.count > 1 ? "\(path(span)):\(start(span).line)" : "line \(start(span).line)"
  }

  /// The text of the line a place begins in, and the place's bytes within it.
  func line(of span: SourceSpan) -> (bytes: ArraySlice<UInt8>, marked: Range<Int>)? {
    let index = indices[span.file]
    let bytes = files[span.file].bytes
    guard let range = index.range(ofLine: index.position(at: span.range.lowerBound).line, in: bytes) else { return nil }
    let from = min(max(span.range.lowerBound, range.lowerBound), range.upperBound)
    let to = min(max(span.range.upperBound, from), range.upperBound)
    return (bytes[range], from..<to)
  }
}
