import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// Workflow commands of GitHub Actions, which show as annotations on the changed files.
///
/// Columns are in UTF-16 units, 1-based, the last one included; they are given only where a place ends in the line that
/// it begins in, as the API of check runs wants it.
package struct GitHubFormat: LintFormat {
  package init() {}

  package func part(of result: ManuscriptResult) -> String? {
    var regions = Regions(result.analysis, .utf16)
    var text = ""
    for diagnostic in result.analysis.diagnostics {
      text += Self.command(
        Self.level(of: diagnostic.severity), file: result.reportPath(of: diagnostic.span),
        regions.region(of: diagnostic.span), title: "Colophon: \(diagnostic.code)",
        ReportWords.sentence(diagnostic))
    }
    for problem in result.analysis.problems {
      text += Self.command(
        "notice", file: problem.span.map { result.reportPath(of: $0) } ?? result.reportName,
        problem.span.map { regions.region(of: $0) }, title: "Colophon: \(ReportRule.unreadSource)", problem.message)
    }
    return text
  }

  package func part(ofFailed name: String, _ message: String) -> String? {
    Self.command("error", file: name, nil, title: "Colophon: \(ReportRule.unreadManuscript)", message)
  }

  private static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint, .reportOnly: "notice"
    }
  }

  private static func command(
    _ level: String, file: String, _ region: ReportRegion?, title: String, _ message: String
  ) -> String {
    var properties = ["file=" + property(file)]
    if let region {
      properties += ["line=\(region.startLine)"]
      if region.startLine == region.endLine {
        properties += ["col=\(region.startColumn)", "endColumn=\(max(region.startColumn, region.endColumn - 1))"]
      } else {
        properties += ["endLine=\(region.endLine)"]
      }
    }
    properties.append("title=" + property(title))
    return "::\(level) \(properties.joined(separator: ","))::\(data(message))\n"
  }

  /// What stands behind the command: percent signs and line ends are escaped.
  private static func data(_ text: String) -> String { escaped(text, isProperty: false) }

  /// What stands in the command: colons and commas are escaped, too.
  private static func property(_ text: String) -> String { escaped(text, isProperty: true) }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      case _ where VisibleText.isHidden(scalar): escaped += VisibleText.line(String(scalar))
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
