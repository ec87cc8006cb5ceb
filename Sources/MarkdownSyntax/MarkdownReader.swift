import Manuscripts

/// Markdown bytes to a manuscript; never fails, never traps.
package enum MarkdownReader {
  /// Reads the project's main files one after the other and everything they include.
  ///
  /// Files the project does not hold are listed in `Manuscript.unresolved`: load them and read again.
  package static func manuscript(of project: ProjectFiles) -> Manuscript {
    var builder = MarkdownBuilder(project)
    for file in 0..<project.mainCount { builder.read(file: file) }
    return builder.finished()
  }
}
