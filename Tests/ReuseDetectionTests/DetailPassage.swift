import ManuscriptAnalysis
import Manuscripts
import ReuseDetection
import TestSupport
import Testing

/// A manuscript written once and read in both markups: `# ` and `## ` begin headings, `CITE` is a citation.
struct DetailPassage: Sendable, CustomTestStringConvertible {
  let latex: String
  let markdown: String

  init(_ text: String) {
    latex = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if line.hasPrefix("## ") { return "\\subsection{\(line.dropFirst(3))}" }
      if line.hasPrefix("# ") { return "\\section{\(line.dropFirst(2))}" }
      return String(line).replacing("CITE", with: "\\citep{key}")
    }.joined(separator: "\n\n")
    markdown = text.replacing("CITE", with: "[@key]").replacing("\n", with: "\n\n")
  }

  init(latex: String, markdown: String) {
    self.latex = latex
    self.markdown = markdown
  }

  var testDescription: String { markdown }

  /// The models of both markups, with all their details.
  func models(_ name: String) -> [DetectedModel?] {
    [AnalysisOfText.latex(latex).inFull().model(name), AnalysisOfText.markdown(markdown).inFull().model(name)]
  }

  func check(_ detail: Detail, of name: String, is state: DetailFinding.State) {
    #expect(models(name).map { $0?.details[detail]?.state } == [state, state], "\(detail.rawValue) of \(name)")
  }
}
