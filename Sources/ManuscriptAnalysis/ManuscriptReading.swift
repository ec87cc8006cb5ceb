import LatexSyntax
import Manuscripts
import MarkdownSyntax

/// The choice of reader by markup.
package enum ManuscriptReading {
  /// Reads a project; `Manuscript.unresolved` says which files it still needs.
  package static func manuscript(of project: ProjectFiles, markup: Markup, configuration: Configuration) -> Manuscript {
    switch markup {
    case .latex:
      LatexReader.manuscript(of: project, options: LatexReaderOptions(macroSignatures: configuration.macroSignatures))
    case .markdown: MarkdownReader.manuscript(of: project)
    }
  }

  /// The markup that a file name's ending says, or nil for files that are no manuscripts.
  package static func markup(ofPath path: String) -> Markup? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[dot...].lowercased() {
    case ".tex", ".ltx", ".latex": return .latex
    case ".md", ".qmd", ".rmd", ".markdown", ".mdown": return .markdown
    default: return nil
    }
  }
}
