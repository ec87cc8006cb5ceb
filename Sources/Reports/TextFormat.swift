import ManuscriptAnalysis
import Manuscripts

/// The report a person reads: errors first within each manuscript, a summary at the end.
package struct TextFormat: LintFormat {
  private let style: TextStyle

  package init(_ style: TextStyle) { self.style = style }

  package var isForPrograms: Bool { false }

  package func part(of result: ManuscriptResult) -> String? {
    var printer = LintPrinter(style)
    printer.add(result)
    return printer.text
  }

  package func closing(_ tally: LintTally) -> String {
    var printer = LintPrinter(style)
    printer.addSummary(tally)
    return printer.text
  }
}

/// A line a question, as compilers write their messages: `main.tex:9:94: error[prompting]: …`.
package struct ConciseFormat: LintFormat {
  private let style: TextStyle

  package init(_ style: TextStyle) { self.style = style }

  package var isForPrograms: Bool { false }

  package func part(of result: ManuscriptResult) -> String? {
    let places = Places(result.analysis)
    var text = ""
    for diagnostic in result.analysis.diagnostics {
      let head = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
      text += Self.line("\(Self.place(diagnostic.span, result, places)): \(head): \(diagnostic.message)")
    }
    for problem in result.analysis.problems {
      let place = problem.span.map { Self.place($0, result, places) } ?? result.shownName
      text += Self.line("\(place): note: \(problem.message)")
    }
    return text
  }

  package func closing(_ tally: LintTally) -> String {
    var printer = LintPrinter(style)
    printer.addSummary(tally)
    return printer.text
  }

  private static func place(_ span: SourceSpan, _ result: ManuscriptResult, _ places: Places) -> String {
    let start = places.start(span)
    return "\(result.shownPath(of: span)):\(start.line):\(start.column)"
  }

  /// The text on one line, with nothing in it that is not seen.
  private static func line(_ text: String) -> String {
    VisibleText.line(text.replacing("\n", with: " ").replacing("\t", with: " ")) + "\n"
  }
}
