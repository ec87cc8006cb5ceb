import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// GitLab's code quality report: a list of issues, lines without columns.
package struct GitLabFormat: LintFormat {
  package init() {}

  package var opening: String { "[" }
  package var separator: String { "," }
  package func closing(_ tally: LintTally) -> String { "\n]\n" }

  package func part(of result: ManuscriptResult) -> String? {
    guard !result.analysis.diagnostics.isEmpty else { return nil }
    var writer = JSONWriter(depth: 1)
    var regions = Regions(result.analysis, .utf8)
    var fingerprints = FingerprintCounter()
    // GitLab wants every issue of a report to have a fingerprint of its own: the same sentence may stand in two papers.
    let manuscript = SentenceHash.digits(of: SentenceHash.of(result.reportName.utf8))
    for diagnostic in result.analysis.diagnostics {
      Self.write(
        diagnostic.code, ReportWords.sentence(diagnostic), severity: Self.severity(of: diagnostic.severity),
        fingerprint: "\(fingerprints.numbered(diagnostic, in: result.analysis)):\(manuscript)",
        result.reportPath(of: diagnostic.span), regions.region(of: diagnostic.span), &writer)
    }
    return writer.text
  }

  package func part(ofFailed name: String, _ message: String) -> String? {
    var writer = JSONWriter(depth: 1)
    let code = ReportRule.unreadManuscript
    Self.write(
      code, message, severity: "blocker", fingerprint: Gap(what: code, model: name, sentence: 0).fingerprint, name,
      ReportRegion(startLine: 1, startColumn: 1, endLine: 1, endColumn: 1), &writer)
    return writer.text
  }

  private static func write(
    _ code: String, _ description: String, severity: String, fingerprint: String, _ path: String,
    _ region: ReportRegion, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.value("type", "issue")
      writer.value("check_name", code)
      writer.value("description", description)
      writer.strings("categories", ["Clarity"])
      writer.value("severity", severity)
      writer.value("fingerprint", fingerprint)
      writer.object("location") { writer in
        writer.value("path", path)
        writer.object("lines") { writer in
          writer.value("begin", region.startLine)
          writer.value("end", region.endLine)
        }
      }
    }
  }

  private static func severity(of severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .hint, .reportOnly: "info"
    }
  }
}
