import LatexSyntax
import Manuscripts
import MarkdownSyntax

/// A project as its markup's reader read it, with what a later reading can take over.
package enum ProjectReading: Sendable {
  case latex(LatexReading)
  case markdown(MarkdownReading)
  /// Of several markups, or read by other means; nothing of it is taken over.
  case joined(Manuscript)

  package var manuscript: Manuscript {
    switch self {
    case .joined(let manuscript): manuscript
    case .latex(let reading): reading.manuscript
    case .markdown(let reading): reading.manuscript
    }
  }

  /// What the manuscript is put together from.
  var pieces: [PlacedPiece] {
    switch self {
    case .latex(let reading): reading.pieces
    case .markdown(let reading): reading.pieces
    case .joined: []
    }
  }
}

/// The choice of reader by markup.
package enum ManuscriptReading {
  /// Reads a project; `Manuscript.unresolved` says which files it still needs.
  ///
  /// - Parameter previous: an earlier reading; what did not change since is taken over. The result is the same without.
  package static func reading(
    of project: ProjectFiles, markup: Markup, configuration: Configuration, after previous: ProjectReading? = nil
  ) -> ProjectReading {
    switch markup {
    case .latex:
      var known: LatexReading?
      if case .latex(let reading) = previous { known = reading }
      let options = LatexReaderOptions(macroSignatures: configuration.macroSignatures)
      return .latex(LatexReader.reading(of: project, options: options, after: known))
    case .markdown:
      var known: MarkdownReading?
      if case .markdown(let reading) = previous { known = reading }
      return .markdown(MarkdownReader.reading(of: project, after: known))
    }
  }

  /// The files that a project still needs, without its text.
  package static func namedFiles(of project: ProjectFiles, markup: Markup) -> [FileRequest] {
    switch markup {
    case .latex:
      LatexReader.reading(of: project, options: LatexReaderOptions(readsText: false)).manuscript.unresolved
    case .markdown: MarkdownReader.reading(of: project).manuscript.unresolved
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
