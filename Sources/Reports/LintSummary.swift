import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// One line a manuscript, for triage: version 1, described in `docs/batches.md`.
struct SummaryLine: Sendable {
  /// What is to be done about a manuscript.
  enum Status: String {
    /// It could not be read; `message` says why.
    case failed
    /// It reuses models and there is something to ask.
    case asks
    /// It reuses models and there is nothing to ask.
    case clean
    case noReuse = "no-reuse"
    /// It is not in English: its models are listed, details are not judged.
    case notJudged = "not-judged"
  }

  static let version = 1

  /// Columns and their values, in the order of the columns.
  let fields: [(name: String, value: Value)]

  enum Value {
    case text(String)
    case number(Int)
    case list([String])
  }

  init(_ result: ManuscriptResult) {
    let analysis = result.analysis
    let tally = LintTally(result)
    let files = analysis.reading.manuscript.files
    let status: Status =
      tally.reused == 0 ? (analysis.diagnostics.isEmpty ? .noReuse : .asks)
      : analysis.language != "en" ? .notJudged : analysis.diagnostics.isEmpty ? .clean : .asks
    var asks: [String] = []
    for diagnostic in analysis.diagnostics where !asks.contains(diagnostic.code) { asks.append(diagnostic.code) }
    fields = [
      ("version", .number(Self.version)), ("manuscript", .text(result.name)), ("status", .text(status.rawValue)),
      ("language", .text(analysis.language)), ("files", .number(files.count)),
      ("bytes", .number(files.reduce(0) { $0 + $1.bytes.count })), ("reused", .number(tally.reused)),
      ("errors", .number(tally.count(.error))), ("warnings", .number(tally.count(.warning))),
      ("hints", .number(tally.count(.hint))), ("hiddenAsks", .number(analysis.hiddenAskCount)),
      ("problems", .number(analysis.problems.count)), ("asks", .list(asks)),
      ("models", .list(analysis.models.filter { $0.role == .reused }.map(\.name))), ("message", .text("")),
    ]
  }

  init(failed name: String, _ message: String) {
    fields = [
      ("version", .number(Self.version)), ("manuscript", .text(name)), ("status", .text(Status.failed.rawValue)),
      ("language", .text("")), ("files", .number(0)), ("bytes", .number(0)), ("reused", .number(0)),
      ("errors", .number(0)), ("warnings", .number(0)), ("hints", .number(0)), ("hiddenAsks", .number(0)),
      ("problems", .number(0)), ("asks", .list([])), ("models", .list([])), ("message", .text(message)),
    ]
  }

  /// The names of the columns.
  static var columns: [String] { SummaryLine(failed: "", "").fields.map(\.name) }
}

/// The summary as comma-separated values (RFC 4180, lines ended by LF), with a line of column names.
package struct SummaryCSV: LintFormat {
  package init() {}

  package var opening: String { SummaryLine.columns.joined(separator: ",") + "\n" }

  package func part(of result: ManuscriptResult) -> String? { Self.text(SummaryLine(result)) }

  package func part(ofFailed name: String, _ message: String) -> String? {
    Self.text(SummaryLine(failed: name, message))
  }

  private static func text(_ line: SummaryLine) -> String {
    let cells = line.fields.map { field in
      switch field.value {
      case .number(let number): String(number)
      case .text(let text): quoted(text)
      case .list(let items): quoted(items.joined(separator: "; "))
      }
    }
    return cells.joined(separator: ",") + "\n"
  }

  /// A cell that begins like a formula is a path, or a model's name: `./` or a space before it keeps spreadsheets from
  /// running it.
  private static func quoted(_ text: String) -> String {
    var cell = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      cell = (text.contains("/") || text.contains(".") ? "./" : " ") + text
    }
    guard cell.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) || cell.first == " " else {
      return cell
    }
    var doubled = ""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { doubled += "\"" }
      doubled.unicodeScalars.append(scalar)
    }
    return "\"" + doubled + "\""
  }
}

/// The summary as JSON; its schema is `docs/schemas/summary-1.schema.json`.
package struct SummaryJSON: LintFormat {
  package init() {}

  package var opening: String { "{\n  \"version\": \(SummaryLine.version),\n  \"manuscripts\": [" }
  package var separator: String { "," }

  package func part(of result: ManuscriptResult) -> String? { Self.text(SummaryLine(result)) }

  package func part(ofFailed name: String, _ message: String) -> String? {
    Self.text(SummaryLine(failed: name, message))
  }

  private static func text(_ line: SummaryLine) -> String {
    var writer = JSONWriter(depth: 2)
    writer.object { writer in
      for field in line.fields.dropFirst() {
        switch field.value {
        case .number(let number): writer.value(field.name, number)
        case .text(let text): writer.value(field.name, text)
        case .list(let items): writer.strings(field.name, items)
        }
      }
    }
    return writer.text
  }

  package func closing(_ tally: LintTally) -> String { "\n  ]\n}\n" }
}
