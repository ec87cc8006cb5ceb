import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// A format in which questions are written, manuscript by manuscript: what was written need not be kept.
///
/// The whole is the opening, the parts in the order of their manuscripts with separators between them, and the closing.
package protocol LintFormat: Sendable {
  var opening: String { get }
  var separator: String { get }

  /// What one manuscript adds; pure, so that parts can be made side by side.
  func part(of result: ManuscriptResult) -> String

  /// What a manuscript adds that could not be read; nil for nothing, not even a separator.
  func part(ofFailed name: String, _ message: String) -> String?

  func closing(_ tally: LintTally) -> String
}

extension LintFormat {
  package var opening: String { "" }
  package var separator: String { "" }
  package func part(ofFailed name: String, _ message: String) -> String? { nil }
  package func closing(_ tally: LintTally) -> String { "" }

  /// All manuscripts at once.
  package func whole(_ results: [ManuscriptResult]) -> String {
    var tally = LintTally()
    for result in results { tally.add(LintTally(result)) }
    return opening + results.map(part(of:)).joined(separator: separator) + closing(tally)
  }
}

/// The numbers that a report's end needs of the manuscripts before it.
package struct LintTally: Sendable {
  package private(set) var manuscripts = 0
  package private(set) var files = 0
  /// Models that are reused.
  package private(set) var reused = 0
  private var diagnostics: [Severity: Int] = [:]

  package init() {}

  package init(_ result: ManuscriptResult) {
    manuscripts = 1
    files = result.analysis.reading.manuscript.files.count
    reused = result.analysis.models.filter { $0.role == .reused }.count
    for diagnostic in result.analysis.diagnostics { diagnostics[diagnostic.severity, default: 0] += 1 }
  }

  package mutating func add(_ other: LintTally) {
    manuscripts += other.manuscripts
    files += other.files
    reused += other.reused
    diagnostics.merge(other.diagnostics, uniquingKeysWith: +)
  }

  /// How many diagnostics have a severity.
  package func count(_ severity: Severity) -> Int { diagnostics[severity] ?? 0 }

  /// How many diagnostics are at or above a severity.
  package func count(from severity: Severity) -> Int {
    diagnostics.reduce(0) { $0 + ($1.key >= severity ? $1.value : 0) }
  }
}

/// The report a person reads: errors first within each manuscript, a summary at the end.
package struct TextFormat: LintFormat {
  private let style: TextStyle

  package init(_ style: TextStyle) { self.style = style }

  package func part(of result: ManuscriptResult) -> String {
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

/// Version 1 of the lint output; its schema is `docs/schemas/lint-1.schema.json`.
package struct JSONFormat: LintFormat {
  package init() {}

  package var opening: String { "{\n  \"version\": 1,\n  \"manuscripts\": [" }
  package var separator: String { "," }

  package func part(of result: ManuscriptResult) -> String {
    var writer = JSONWriter(depth: 2)
    LintReport.write(result, &writer)
    return writer.text
  }

  package func closing(_ tally: LintTally) -> String { (tally.manuscripts > 0 ? "\n  " : "") + "]\n}\n" }
}
