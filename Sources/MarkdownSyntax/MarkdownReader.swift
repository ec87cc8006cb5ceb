import Manuscripts
package enum MarkdownReader {
  package static func manuscript(of project: ProjectFiles) -> Manuscript { Manuscript(markup: .markdown, files: project.files) }
}
