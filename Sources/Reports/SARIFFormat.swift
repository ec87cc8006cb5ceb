import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// SARIF 2.1.0 (OASIS, errata 01): one run, columns in UTF-16 units, paths relative to `%SRCROOT%`.
package struct SARIFFormat: LintFormat {
  private static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  private static let root = "%SRCROOT%"

  /// The program's.
  private let version: String

  package init(version: String) { self.version = version }

  package var opening: String {
    var writer = JSONWriter(depth: 3)
    writer.object("tool") { writer in
      writer.object("driver") { writer in
        writer.value("name", "Colophon")
        writer.value("semanticVersion", version)
        writer.array("rules") { writer in
          for rule in ReportRule.all { Self.write(rule, &writer) }
        }
      }
    }
    writer.object("originalUriBaseIds") { writer in
      writer.object(Self.root) { writer in
        writer.object("description") { $0.value("text", "The folder that colophon ran in.") }
      }
    }
    writer.value("columnKind", "utf16CodeUnits")
    writer.strings("newlineSequences", ["\r\n", "\n", "\r"])
    return "{\n  \"$schema\": \"\(Self.schema)\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {" + writer.text
      + ",\n      \"results\": ["
  }

  package var separator: String { "," }

  package func part(of result: ManuscriptResult) -> String? {
    let analysis = result.analysis
    guard !analysis.diagnostics.isEmpty || !analysis.problems.isEmpty else { return nil }
    var writer = JSONWriter(depth: 4)
    var regions = Regions(analysis, .utf16)
    var fingerprints = FingerprintCounter()
    let fixes = analysis.diagnostics.isEmpty ? nil : Fixes(analysis, settings: nil)
    for diagnostic in analysis.diagnostics {
      let offered = fixes?.fixes(for: diagnostic).filter { $0.kind == .answer || $0.kind == .citation } ?? []
      let fingerprint = fingerprints.numbered(diagnostic, in: analysis)
      Self.write(diagnostic, fingerprint, result, offered, &regions, &writer)
    }
    for problem in analysis.problems {
      let path = problem.span.map { result.reportPath(of: $0) } ?? result.reportName
      let region = problem.span.map { regions.region(of: $0) }
      Self.write(ReportRule.unreadSource, level: "note", problem.message, path, region, &writer)
    }
    return writer.text
  }

  package func part(ofFailed name: String, _ message: String) -> String? {
    var writer = JSONWriter(depth: 4)
    Self.write(ReportRule.unreadManuscript, level: "error", message, name, nil, &writer)
    return writer.text
  }

  package func closing(_ tally: LintTally) -> String {
    var writer = JSONWriter(depth: 3)
    writer.array("invocations") { writer in
      writer.object { $0.value("executionSuccessful", tally.failures.isEmpty) }
    }
    return "\n      ]," + writer.text + "\n    }\n  ]\n}\n"
  }

  private static func write(_ rule: ReportRule, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value("id", rule.id)
      writer.object("shortDescription") { $0.value("text", rule.summary) }
      writer.object("fullDescription") { $0.value("text", rule.reason) }
      writer.object("help") { writer in
        writer.value("text", rule.page)
        writer.value("markdown", rule.page)
      }
      writer.object("properties") { $0.strings("tags", rule.tags) }
    }
  }

  private static func write(
    _ code: String, level: String, _ message: String, _ path: String, _ region: ReportRegion?,
    _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writeRule(code, level, message, &writer)
      writer.array("locations") { writer in
        writer.object { writeLocation(path, region, &$0) }
      }
    }
  }

  private static func writeRule(_ code: String, _ level: String, _ message: String, _ writer: inout JSONWriter) {
    writer.value("ruleId", code)
    if let index = ReportRule.all.firstIndex(where: { $0.id == code }) { writer.value("ruleIndex", index) }
    writer.value("level", level)
    writer.object("message") { $0.value("text", message) }
  }

  private static func write(
    _ diagnostic: Diagnostic, _ fingerprint: String, _ result: ManuscriptResult, _ fixes: [Fix],
    _ regions: inout Regions, _ writer: inout JSONWriter
  ) {
    let place = regions.region(of: diagnostic.span)
    let related = diagnostic.related.map { ($0, regions.region(of: $0.span)) }
    let changes = fixes.compactMap { fix -> (title: String, edits: [ReportEdit])? in
      let edits = ReportEdit.edits(of: fix, &regions, result)
      return edits.isEmpty ? nil : (fix.title, edits)
    }
    writer.object { writer in
      writeRule(diagnostic.code, level(of: diagnostic.severity), ReportWords.sentence(diagnostic), &writer)
      writer.array("locations") { writer in
        writer.object { writeLocation(result.reportPath(of: diagnostic.span), place, &$0) }
      }
      writer.object("partialFingerprints") { $0.value("colophonGap/v1", fingerprint) }
      if !related.isEmpty {
        writer.array("relatedLocations") { writer in
          for (number, (place, region)) in related.enumerated() {
            writer.object { writer in
              writer.value("id", number + 1)
              writeLocation(result.reportPath(of: place.span), region, &writer)
              writer.object("message") { $0.value("text", place.message) }
            }
          }
        }
      }
      if !changes.isEmpty {
        writer.array("fixes") { writer in
          for change in changes { write(change.edits, title: change.title, &writer) }
        }
      }
      writer.object("properties") { writer in
        writer.strings("models", diagnostic.models.map { result.analysis.models[$0].id })
        writer.strings("details", diagnostic.details.map(\.rawValue))
        writer.strings("askedBy", diagnostic.askedBy)
        writer.value("manuscript", result.reportName)
      }
    }
  }

  private static func write(_ edits: [ReportEdit], title: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.object("description") { $0.value("text", title) }
      writer.array("artifactChanges") { writer in
        for path in Set(edits.map(\.path)).sorted() { write(edits.filter { $0.path == path }, of: path, &writer) }
      }
    }
  }

  private static func write(_ edits: [ReportEdit], of path: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.object("artifactLocation") { writeArtifact(path, &$0) }
      writer.array("replacements") { writer in
        for edit in edits {
          writer.object { writer in
            writer.object("deletedRegion") { write(edit.region, &$0) }
            writer.object("insertedContent") { $0.value("text", edit.text) }
          }
        }
      }
    }
  }

  private static func writeLocation(_ path: String, _ region: ReportRegion?, _ writer: inout JSONWriter) {
    writer.object("physicalLocation") { writer in
      writer.object("artifactLocation") { writeArtifact(path, &$0) }
      if let region { writer.object("region") { write(region, &$0) } }
    }
  }

  private static func writeArtifact(_ path: String, _ writer: inout JSONWriter) {
    writer.value("uri", URIReference.of(path))
    writer.value("uriBaseId", root)
  }

  private static func write(_ region: ReportRegion, _ writer: inout JSONWriter) {
    writer.value("startLine", region.startLine)
    writer.value("startColumn", region.startColumn)
    writer.value("endLine", region.endLine)
    writer.value("endColumn", region.endColumn)
  }

  private static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint, .reportOnly: "note"
    }
  }
}
