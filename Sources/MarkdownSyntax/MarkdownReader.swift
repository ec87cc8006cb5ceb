import Manuscripts

/// A Markdown project as it was read, with what a later reading can take over.
package struct MarkdownReading: Sendable {
  package let manuscript: Manuscript
  /// What the manuscript is put together from.
  package let pieces: [PlacedPiece]
  fileprivate let project: ProjectFiles
  fileprivate let files: [Int: MarkdownFile]
}

/// Markdown bytes to a manuscript; never fails, never traps.
package enum MarkdownReader {
  /// Reads the project's main files one after the other and everything they include.
  ///
  /// Files the project does not hold are listed in `Manuscript.unresolved`: load them and read again.
  /// - Parameter previous: an earlier reading; what did not change since is taken over. The result is the same without.
  package static func reading(of project: ProjectFiles, after previous: MarkdownReading? = nil) -> MarkdownReading {
    let change = previous.flatMap { ProjectChange(from: $0.project, to: project) }
    var reader = ProjectReader(project, known: change == nil ? [:] : previous?.files ?? [:], change: change)
    for file in 0..<project.mainCount { reader.read(file) }
    var manuscript = ManuscriptAssembly.manuscript(markup: .markdown, files: project.files, pieces: reader.pieces)
    if manuscript.statedLanguage == nil { manuscript.statedLanguage = reader.language }
    return MarkdownReading(
      manuscript: manuscript, pieces: reader.pieces, project: project, files: reader.files)
  }
}

/// Reads files in the order of their includes.
private struct ProjectReader {
  /// Include directives may nest this deep.
  private static let includeDepth = 16

  private let project: ProjectFiles
  private let known: [Int: MarkdownFile]
  private let change: ProjectChange?
  private var openFiles: [Int] = []
  private(set) var files: [Int: MarkdownFile] = [:]
  private(set) var pieces: [PlacedPiece] = []
  /// The first language that a front matter states.
  private(set) var language: String?

  init(_ project: ProjectFiles, known: [Int: MarkdownFile], change: ProjectChange?) {
    self.project = project
    self.known = known
    self.change = change
  }

  mutating func read(_ index: Int) {
    openFiles.append(index)
    let file = files[index] ?? MarkdownFile(index, in: project, after: known[index], change)
    files[index] = file
    if language == nil { language = file.language }
    for stretch in file.stretches {
      for (number, piece) in stretch.parsed.pieces.enumerated() {
        if number > 0 { include(stretch.parsed.includes[number - 1], in: index, stretch.range.lowerBound) }
        pieces.append(PlacedPiece(piece, file: index, distance: stretch.range.lowerBound))
      }
    }
    openFiles.removeLast()
  }

  private mutating func include(_ include: ParsedStretch.Include, in file: Int, _ start: Int) {
    guard let target = include.file else { return }
    guard !openFiles.contains(target), openFiles.count < Self.includeDepth else {
      var contents = ManuscriptPiece.Contents()
      let span = SourceSpan(file: file, range: include.range)
      contents.problems.append(
        Problem(kind: .includeCycle, message: "'\(include.path)' includes itself", span: span))
      return pieces.append(PlacedPiece(ManuscriptPiece(contents), file: file, distance: start))
    }
    read(target)
  }
}
