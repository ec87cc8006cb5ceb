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
      let place = problem.span.map { Self.place($0, result, places) } ?? result.name
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
    return "\(result.folder)\(places.path(span)):\(start.line):\(start.column)"
  }

  /// The text on one line: control characters, line ends among them, as spaces.
  private static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text + "\n" }
    var plain = ""
    for scalar in text.unicodeScalars {
      plain.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return plain + "\n"
  }
}
