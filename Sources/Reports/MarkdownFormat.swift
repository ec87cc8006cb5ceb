import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// A summary for one comment on a change, with a hidden mark by which the next run finds and replaces it.
///
/// A comment has room for 65,536 characters on GitHub: manuscripts are shown while they fit, the rest is counted.
package struct MarkdownFormat: LintFormat {
  /// UTF-8 bytes that the manuscripts' tables may take together.
  private static let room = 50_000

  package init() {}

  package var isWrittenAtOnce: Bool { true }

  package func part(of result: ManuscriptResult) -> String? {
    let diagnostics = result.analysis.diagnostics
    guard !diagnostics.isEmpty else { return nil }
    let places = Places(result.analysis)
    var lines = ["", "### \(Self.escaped(result.reportName))", "", "| | question | where | write | |", "|---|---|---|---|---|"]
    for diagnostic in diagnostics {
      let place = "\(result.reportPath(of: diagnostic.span)):\(places.start(diagnostic.span).line)"
      let cells = [
        Self.sign(diagnostic.severity), Self.escaped(diagnostic.message), Self.escaped(place),
        Self.escaped(diagnostic.example ?? diagnostic.remedy), "`\(diagnostic.code)`",
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    if result.analysis.hiddenAskCount > 0 {
      lines += ["", Counting.plural(result.analysis.hiddenAskCount, "more question") + "."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package func part(ofFailed name: String, _ message: String) -> String? {
    "\n### \(Self.escaped(name))\n\n⚠️ \(Self.escaped(message))\n"
  }

  package func assembled(_ parts: [String], _ tally: LintTally) -> String {
    let severities = tally.severities { $1 }
    var text = ReportMark.comment + "\n## Colophon: \(severities.isEmpty ? "nothing to ask" : severities)\n\n"
    text += "\(Counting.plural(tally.reused, "pre-trained model")) reused \(tally.read).\n"
    for remark in tally.baseline.remarks { text += "\n- \(Self.escaped(remark))" }
    if !tally.baseline.remarks.isEmpty { text += "\n" }
    var room = Self.room
    var shown = 0
    for part in parts where part.utf8.count <= room {
      text += part
      room -= part.utf8.count
      shown += 1
    }
    if shown < parts.count { text += "\n\(Counting.plural(parts.count - shown, "more manuscript")) not shown here.\n" }
    if tally.count(from: .hint) > 0 {
      text += "\n`colophon explain CODE` says why a question is asked and who asks it.\n"
    }
    return text
  }

  private static func sign(_ severity: Severity) -> String {
    switch severity {
    case .error: "❌ error"
    case .warning: "⚠️ warning"
    case .hint, .reportOnly: "💡 hint"
    }
  }

  /// Text that Markdown shows as it is, on one line, and that mentions nobody.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "$":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "&": escaped += "&amp;"
      case "@": escaped += "&#64;"
      case "\n", "\r", "\t": escaped += " "
      case _ where VisibleText.isHidden(scalar): escaped += "\\" + VisibleText.line(String(scalar))
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
