import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection

/// Version 1 of the lint output; its schema is `docs/schemas/lint-1.schema.json`.
package struct JSONFormat: LintFormat {
  package init() {}

  package var opening: String { "{\n  \"version\": 1,\n  \"manuscripts\": [" }
  package var separator: String { "," }

  package func part(of result: ManuscriptResult) -> String? {
    var writer = JSONWriter(depth: 2)
    Self.write(result, &writer)
    return writer.text
  }

  package func closing(_ tally: LintTally) -> String {
    var writer = JSONWriter(depth: 2)
    for failure in tally.failures {
      writer.object { writer in
        writer.value("path", failure.path)
        writer.value("message", failure.message)
      }
    }
    let failures = writer.text.isEmpty ? "[]" : "[\(writer.text)\n  ]"
    return (tally.manuscripts > 0 ? "\n  " : "") + "],\n  \"failures\": \(failures)\n}\n"
  }

  /// What one manuscript says, as an item of a list.
  static func write(_ result: ManuscriptResult, _ writer: inout JSONWriter) {
    let places = Places(result.analysis)
    let analysis = result.analysis
    writer.object { writer in
      writer.value("manuscript", result.reportName)
      writer.value("language", analysis.language)
      writer.value("reused", analysis.models.filter { $0.role == .reused }.count)
      writer.value("hiddenAsks", analysis.hiddenAskCount)
      writer.value("inBaseline", analysis.baseline.hiddenCount)
      writer.array("problems") { writer in
        for problem in analysis.problems {
          writer.object { writer in
            writer.value("kind", problem.kind.rawValue)
            writer.value("message", problem.message)
            if let span = problem.span { writePlace(span, places, &writer) }
          }
        }
      }
      writer.array("diagnostics") { writer in
        var fingerprints = FingerprintCounter()
        for diagnostic in analysis.diagnostics {
          write(diagnostic, fingerprints.numbered(diagnostic, in: analysis), analysis, places, &writer)
        }
      }
      writer.array("findings") { writer in
        for finding in analysis.findings {
          writer.object { writer in
            writer.value("detail", finding.detail.rawValue)
            writer.value("model", analysis.models[finding.model].id)
            writer.value("severity", finding.severity.rawValue)
            writePlace(finding.anchor, places, &writer)
          }
        }
      }
    }
  }

  private static func write(
    _ diagnostic: Diagnostic, _ fingerprint: String, _ analysis: Analysis, _ places: Places,
    _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.value("code", diagnostic.code)
      writer.value("severity", diagnostic.severity.rawValue)
      writePlace(diagnostic.span, places, &writer)
      let end = places.end(diagnostic.span)
      writer.value("endLine", end.line)
      writer.value("endColumn", end.column)
      writer.value("message", diagnostic.message)
      writer.value("why", diagnostic.why)
      writer.value("remedy", diagnostic.remedy)
      writer.optional("example", diagnostic.example)
      writer.strings("askedBy", diagnostic.askedBy)
      writer.strings("models", diagnostic.models.map { analysis.models[$0].id })
      writer.strings("details", diagnostic.details.map(\.rawValue))
      writer.array("related") { writer in
        for place in diagnostic.related {
          writer.object { writer in
            writePlace(place.span, places, &writer)
            writer.value("message", place.message)
          }
        }
      }
      writer.value("fingerprint", fingerprint)
    }
  }

  private static func writePlace(_ span: SourceSpan, _ places: Places, _ writer: inout JSONWriter) {
    let start = places.start(span)
    writer.value("file", places.path(span))
    writer.value("line", start.line)
    writer.value("column", start.column)
  }
}
