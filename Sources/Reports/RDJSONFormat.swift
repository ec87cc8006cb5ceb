import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// The Reviewdog Diagnostic Format in one JSON object; columns are UTF-8 bytes, the end is the column behind the last.
package struct RDJSONFormat: LintFormat {
  package init() {}

  package var opening: String {
    var writer = JSONWriter(depth: 1)
    writer.object("source") { $0.value("name", "colophon") }
    return "{" + writer.text + ",\n  \"diagnostics\": ["
  }

  package var separator: String { "," }
  package func closing(_ tally: LintTally) -> String { "\n  ]\n}\n" }

  package func part(of result: ManuscriptResult) -> String? {
    guard !result.analysis.diagnostics.isEmpty else { return nil }
    var writer = JSONWriter(depth: 2)
    var regions = Regions(result.analysis, .utf8)
    let fixes = Fixes(result.analysis, settings: nil)
    for diagnostic in result.analysis.diagnostics {
      Self.write(diagnostic, result, Self.suggestion(for: diagnostic, fixes, result, &regions), &regions, &writer)
    }
    return writer.text
  }

  package func part(ofFailed name: String, _ message: String) -> String? {
    var writer = JSONWriter(depth: 2)
    writer.object { writer in
      writer.value("message", message)
      writer.object("location") { $0.value("path", name) }
      writer.value("severity", "ERROR")
      writer.object("code") { $0.value("value", ReportRule.unreadManuscript) }
    }
    return writer.text
  }

  private static func write(
    _ diagnostic: Diagnostic, _ result: ManuscriptResult, _ suggestion: ReportEdit?, _ regions: inout Regions,
    _ writer: inout JSONWriter
  ) {
    let region = regions.region(of: diagnostic.span)
    var related: [(message: String, path: String, region: ReportRegion)] = []
    for place in diagnostic.related {
      related.append((place.message, result.reportPath(of: place.span), regions.region(of: place.span)))
    }
    writer.object { writer in
      writer.value("message", ReportWords.sentence(diagnostic))
      writer.object("location") { write(result.reportPath(of: diagnostic.span), region, &$0) }
      writer.value("severity", severity(of: diagnostic.severity))
      writer.object("code") { $0.value("value", diagnostic.code) }
      if let suggestion {
        writer.array("suggestions") { writer in
          writer.object { writer in
            writer.object("range") { write(suggestion.region, &$0) }
            writer.value("text", suggestion.text)
          }
        }
      }
      if !related.isEmpty {
        writer.array("related_locations") { writer in
          for place in related {
            writer.object { writer in
              writer.value("message", place.message)
              writer.object("location") { write(place.path, place.region, &$0) }
            }
          }
        }
      }
    }
  }

  /// The first answer that changes nothing but the question's own lines: reviewdog shows others as invalid.
  private static func suggestion(
    for diagnostic: Diagnostic, _ fixes: Fixes, _ result: ManuscriptResult, _ regions: inout Regions
  ) -> ReportEdit? {
    let region = regions.region(of: diagnostic.span)
    for fix in fixes.fixes(for: diagnostic) where fix.kind == .answer || fix.kind == .citation {
      guard fix.edits.count == 1, let only = fix.edits.first, let edit = onOneLine(only, result, &regions),
        edit.region.startLine == region.startLine, edit.region.endLine == region.endLine,
        edit.path == result.reportPath(of: diagnostic.span)
      else { continue }
      return edit
    }
    return nil
  }

  /// An edit in lines and columns; one that inserts whole lines goes to the end of the line above them.
  private static func onOneLine(
    _ edit: FixEdit, _ result: ManuscriptResult, _ regions: inout Regions
  ) -> ReportEdit? {
    guard case .file(let file) = edit.target else { return nil }
    let bytes = result.analysis.reading.manuscript.files[file].bytes
    var offset = edit.range.lowerBound
    var text = edit.text.plain
    if edit.range.isEmpty, offset > 0, offset <= bytes.count, bytes[offset - 1] == 0x0A, text.hasSuffix("\n") {
      let lineEnd = offset > 1 && bytes[offset - 2] == 0x0D ? "\r\n" : "\n"
      offset -= lineEnd.utf8.count
      text = lineEnd + String(decoding: text.utf8.dropLast(lineEnd.utf8.count), as: UTF8.self)
    }
    let span = SourceSpan(file: file, range: offset..<(offset + edit.range.count))
    return ReportEdit(path: result.reportPath(of: span), region: regions.region(of: span), text: text)
  }

  private static func write(_ path: String, _ region: ReportRegion, _ writer: inout JSONWriter) {
    writer.value("path", path)
    writer.object("range") { write(region, &$0) }
  }

  private static func write(_ region: ReportRegion, _ writer: inout JSONWriter) {
    writer.object("start") { writer in
      writer.value("line", region.startLine)
      writer.value("column", region.startColumn)
    }
    writer.object("end") { writer in
      writer.value("line", region.endLine)
      writer.value("column", region.endColumn)
    }
  }

  private static func severity(of severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .hint, .reportOnly: "INFO"
    }
  }
}
