import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection

/// The models of a manuscript with what was found about each.
package enum InventoryReport {
  /// The inventory contract, version 1; its schema is `docs/schemas/inventory-1.schema.json`.
  package static func json(_ result: ManuscriptResult) -> String {
    let analysis = result.analysis.inFull()
    let places = Places(analysis)
    var writer = JSONWriter()
    writer.object { writer in
      writer.value("version", 1)
      writer.value("manuscript", result.name)
      writer.value("language", analysis.language)
      writer.strings("files", analysis.reading.manuscript.files.map(\.path))
      writer.array("problems") { writer in
        for problem in analysis.problems { writeProblem(problem, places, &writer) }
      }
      writer.array("models") { writer in
        for model in analysis.models { write(model, places, &writer) }
      }
    }
    return writer.text + "\n"
  }

  private static func writeProblem(_ problem: Problem, _ places: Places, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value("kind", problem.kind.rawValue)
      writer.value("message", problem.message)
      guard let span = problem.span else { return }
      writePlace(span, places, &writer, hasEnd: false)
    }
  }

  private static func writePlace(_ span: SourceSpan, _ places: Places, _ writer: inout JSONWriter, hasEnd: Bool) {
    let start = places.start(span)
    writer.value("file", places.path(span))
    writer.value("line", start.line)
    writer.value("column", start.column)
    guard hasEnd else { return }
    let end = places.end(span)
    writer.value("endLine", end.line)
    writer.value("endColumn", end.column)
  }

  private static func write(_ model: DetectedModel, _ places: Places, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value("id", model.id)
      writer.value("name", model.name)
      writer.strings("surfaces", model.surfaces)
      writer.value("role", model.role.rawValue)
      writer.strings("patterns", model.patterns.map(\.rawValue))
      writer.optional(
        "subLabel", model.subLabels.isEmpty ? nil : model.subLabels.map(\.rawValue).joined(separator: "; "))
      writer.optional("step", model.step?.rawValue)
      writer.value("confidence", model.confidence.rawValue)
      writer.object("anchor") { writePlace(model.anchor, places, &$0, hasEnd: true) }
      writer.array("evidence") { writer in
        for evidence in model.evidence {
          writer.object { writer in
            writePlace(evidence.span, places, &writer, hasEnd: true)
            writer.value("text", evidence.text)
            writer.value("cue", evidence.cue)
          }
        }
      }
      writer.array("mentions") { writer in
        for mention in model.mentions {
          writer.object { writer in
            writePlace(mention.span, places, &writer, hasEnd: false)
            writer.value("text", mention.surface)
            writer.strings("signals", mention.signals.map(\.rawValue))
          }
        }
      }
      writeDetails(model, places, &writer)
    }
  }

  private static func writeDetails(_ model: DetectedModel, _ places: Places, _ writer: inout JSONWriter) {
    let details = AskBuilder.resolvedDetails(of: model)
    writer.object("details") { writer in
      for detail in Detail.allCases {
        guard let finding = details[detail] else { continue }
        writer.object(detail.rawValue) { writer in
          writer.value("state", finding.state.rawValue)
          if let value = finding.value { writer.value("value", value) }
          if let span = finding.span { writer.object("at") { writePlace(span, places, &$0, hasEnd: false) } }
          let values = finding.state == .notApplicable ? [] : model.values.filter { $0.quantity.detail == detail }
          if !values.isEmpty { writeValues(values, places, &writer) }
        }
      }
    }
  }

  private static func writeValues(_ values: [DetailValue], _ places: Places, _ writer: inout JSONWriter) {
    writer.array("values") { writer in
      for value in values {
        writer.object { writer in
          writer.value("quantity", value.quantity.rawValue)
          writer.value("text", value.text)
          writePlace(value.span, places, &writer, hasEnd: false)
        }
      }
    }
  }

  /// The inventory for reading on a terminal.
  package static func text(_ result: ManuscriptResult) -> String {
    let analysis = result.analysis.inFull()
    let places = Places(analysis)
    var lines = ["\(result.shownName): \(Counting.models(analysis))"]
    for model in analysis.models where model.role == .reused {
      lines += ["", "\(model.name)  \(description(model))", "  at \(VisibleText.line(result.folder + place(model.anchor, places)))"]
      for evidence in model.evidence.prefix(2) { lines.append("  because \(evidence.cue): \(evidence.text)") }
      let details = AskBuilder.resolvedDetails(of: model)
      for (heading, state) in [("found", DetailFinding.State.present), ("delegated", .delegated)] {
        let names = Detail.allCases.filter { details[$0]?.state == state }.map { detail in
          worded(detail, details[detail], model, places)
        }
        if !names.isEmpty { lines.append("  \(heading): " + names.joined(separator: ", ")) }
      }
      lines += missing(details)
    }
    let others = analysis.models.filter { $0.role != .reused }
    if !others.isEmpty {
      lines += ["", "Also named: " + others.map { "\($0.name) (\($0.role.rawValue))" }.joined(separator: ", ")]
    }
    for problem in analysis.problems { lines.append("note: " + VisibleText.line(problem.message)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The details not found: those that a question asks for, then those that only reports name.
  private static func missing(_ details: [Detail: DetailFinding]) -> [String] {
    let open = Detail.allCases.filter { details[$0]?.state == .missing }
    return [
      ("not found", open.filter { Rule.rule(for: $0).ask != nil }),
      ("not found either, and named in reports only", open.filter { Rule.rule(for: $0).ask == nil }),
    ]
    .filter { !$0.1.isEmpty }
    .map { "  \($0.0): " + $0.1.map(\.rawValue).joined(separator: ", ") }
  }

  /// A detail with its values and their lines in brackets: those of its quantities, each once, else the words found.
  private static func worded(
    _ detail: Detail, _ found: DetailFinding?, _ model: DetectedModel, _ places: Places
  ) -> String {
    var seen: Set<String> = []
    var texts = model.values.filter { $0.quantity.detail == detail && seen.insert($0.text).inserted }
      .map { "\($0.text) at \(places.lineWords($0.span))" }
    if let value = found?.value, !seen.contains(where: { $0.contains(value) }) {
      texts.insert(found?.span.map { "\(value) at \(places.lineWords($0))" } ?? value, at: 0)
    }
    return texts.isEmpty ? detail.rawValue : "\(detail.rawValue) (\(texts.prefix(4).joined(separator: "; ")))"
  }

  /// The inventory as a Markdown table with a list of what is open.
  package static func markdown(_ result: ManuscriptResult) -> String {
    let analysis = result.analysis.inFull()
    let places = Places(analysis)
    var lines = ["# Models in \(escaped(result.name))", "", Counting.models(analysis) + ".", ""]
    lines += ["| model | role | reuse | confidence | place | not found |", "|---|---|---|---|---|---|"]
    for model in analysis.models {
      let details = AskBuilder.resolvedDetails(of: model)
      let missing = Detail.allCases.filter { details[$0]?.state == .missing }.map(\.rawValue).joined(separator: ", ")
      let reuse = model.patterns.map(\.rawValue).joined(separator: ", ")
      let cells = [
        model.name, model.role.rawValue, reuse, model.confidence.rawValue, place(model.anchor, places), missing,
      ]
      lines.append("| " + cells.map(escaped).joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func escaped(_ cell: String) -> String {
    cell.map { $0 == "|" ? "\\|" : $0 == "\n" ? " " : String($0) }.joined()
  }

  private static func description(_ model: DetectedModel) -> String {
    let patterns = model.patterns.map { "\($0.rawValue) (\($0.plainWords))" }.joined(separator: ", ")
    return "\(patterns), \(model.confidence.rawValue) confidence"
  }

  private static func place(_ span: SourceSpan, _ places: Places) -> String {
    let start = places.start(span)
    return "\(places.path(span)):\(start.line):\(start.column)"
  }
}

/// Counts in words.
package enum Counting {
  /// "1 model", "2 models".
  package static func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// "once", "twice", "3 times".
  static func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }

  static func models(_ analysis: Analysis) -> String {
    let reused = analysis.models.filter { $0.role == .reused }.count
    return "\(plural(reused, "model")) reused, \(plural(analysis.models.count - reused, "other")) named"
  }
}
