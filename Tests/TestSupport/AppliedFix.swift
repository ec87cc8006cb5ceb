import ManuscriptAnalysis
import Manuscripts

/// A project as text, and what becomes of it when an author chooses a fix.
package struct EditableProject: Sendable, Equatable {
  /// Texts by path, as UTF-8.
  package var files: [String: String]
  package let main: String
  /// The text of `colophon.toml`, if there is one.
  package var settings: String?

  package init(_ files: [String: String], main: String, settings: String? = nil) {
    self.files = files
    self.main = main
    self.settings = settings
  }

  package static func latex(_ text: String) -> EditableProject { EditableProject(["main.tex": text], main: "main.tex") }
  package static func markdown(_ text: String) -> EditableProject {
    EditableProject(["main.md": text], main: "main.md")
  }

  package func analysis(_ configuration: Configuration = Configuration()) -> Analysis {
    AnalysisOfText.files(files, main: main, configuration)
  }

  package func fixes(of analysis: Analysis) -> Fixes {
    Fixes(analysis, settings: settings.map { Array($0.utf8) })
  }

  /// The project after a fix.
  ///
  /// - Parameter filling: what the author writes into a gap with a hint.
  package func applying(
    _ fix: Fix, of analysis: Analysis, filling: (String) -> String = { "[TODO: \($0)]" }
  ) -> EditableProject {
    var changed = self
    // From behind, so that earlier offsets stay.
    for edit in fix.edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let text = edit.text.parts.reduce("") { text, part in
        switch part {
        case .text(let words): text + words
        case .gap(let hint): text + filling(hint)
        }
      }
      switch edit.target {
      case .settings: changed.settings = Self.replaced(changed.settings ?? "", edit.range, text)
      case .file(let file):
        let path = analysis.reading.manuscript.files[file].path
        changed.files[path] = Self.replaced(changed.files[path] ?? "", edit.range, text)
      }
    }
    return changed
  }

  private static func replaced(_ text: String, _ range: Range<Int>, _ replacement: String) -> String {
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(range, with: replacement.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
