import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts

/// An analysis under the name that the user gave its manuscript.
package struct ManuscriptResult: Sendable {
  /// The path as shown to a person.
  package let name: String
  /// What is put before the paths of files when they are shown to a person.
  package let folder: String
  /// The path in reports for programs: never absolute.
  package let reportName: String
  /// What is put before the paths of files in reports for programs: never absolute.
  package let reportFolder: String
  package var analysis: Analysis
  /// The paths of all files that were read for it.
  package let readPaths: [String]

  /// - Parameters:
  ///   - reportName: the path for programs, where it is not the one shown.
  ///   - reportFolder: the same for `folder`.
  package init(
    name: String, folder: String, reportName: String? = nil, reportFolder: String? = nil, analysis: Analysis,
    readPaths: [String] = []
  ) {
    self.name = name
    self.folder = folder
    self.reportName = reportName ?? name
    self.reportFolder = reportFolder ?? folder
    self.analysis = analysis
    self.readPaths = readPaths
  }

  /// The path as a person reads it, with nothing in it that is not seen.
  var shownName: String { VisibleText.line(name) }

  /// The path of a place's file as a person reads it.
  func shownPath(of span: SourceSpan) -> String {
    VisibleText.line(folder + analysis.reading.manuscript.files[span.file].path)
  }

  /// The path of a place's file in reports for programs.
  func reportPath(of span: SourceSpan) -> String {
    ProjectPath.joined(reportFolder, analysis.reading.manuscript.files[span.file].path)
  }

  /// The main file's name, relative to the manuscript's folder: the same however the user named it.
  var mainFile: String { analysis.reading.manuscript.files.first?.path ?? ProjectPath.lastPart(of: name) }
}

/// Lines and columns of an analysis' files; a file's index is made once, when it is first asked for: a class, because
/// all that ask share it.
final class Places {
  private let files: [SourceFile]
  private var indices: [Int: LineIndex] = [:]

  init(_ analysis: Analysis) { files = analysis.reading.manuscript.files }

  private func index(of file: Int) -> LineIndex {
    if let known = indices[file] { return known }
    let index = LineIndex(files[file].bytes)
    indices[file] = index
    return index
  }

  func path(_ span: SourceSpan) -> String { files[span.file].path }
  func start(_ span: SourceSpan) -> LineIndex.Position { index(of: span.file).position(at: span.range.lowerBound) }
  func end(_ span: SourceSpan) -> LineIndex.Position { index(of: span.file).position(at: span.range.upperBound) }

  /// "line 12", with the file where the manuscript has several.
  func lineWords(_ span: SourceSpan) -> String {
    files.count > 1 ? "\(VisibleText.line(path(span))):\(start(span).line)" : "line \(start(span).line)"
  }

  /// The text of the line a place begins in, and the place's bytes within it.
  func line(of span: SourceSpan) -> (bytes: ArraySlice<UInt8>, marked: Range<Int>)? {
    let index = index(of: span.file)
    let bytes = files[span.file].bytes
    guard let range = index.range(ofLine: index.position(at: span.range.lowerBound).line, in: bytes) else { return nil }
    let from = min(max(span.range.lowerBound, range.lowerBound), range.upperBound)
    let to = min(max(span.range.upperBound, from), range.upperBound)
    return (bytes[range], from..<to)
  }
}

/// Lines and columns as a report for programs counts them: both 1-based, the end is the column behind the last.
struct ReportRegion {
  let startLine: Int
  let startColumn: Int
  let endLine: Int
  let endColumn: Int
}

/// The regions of an analysis' files in one unit.
struct Regions {
  private var positions: [Int: TextPositions] = [:]
  private let files: [SourceFile]
  private let unit: PositionEncoding

  init(_ analysis: Analysis, _ unit: PositionEncoding) {
    files = analysis.reading.manuscript.files
    self.unit = unit
  }

  mutating func region(of span: SourceSpan) -> ReportRegion {
    let text = positions[span.file] ?? TextPositions(files[span.file].bytes, unit)
    positions[span.file] = text
    let start = text.position(at: span.range.lowerBound)
    let end = text.position(at: span.range.upperBound)
    return ReportRegion(
      startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1,
      endColumn: end.character + 1)
  }
}
