import Manuscripts
import ReportingRules
import ReuseDetection

extension Fixes {
  /// How many details a table has columns for: more would not fit a page.
  private static let columnLimit = 4

  /// A small table with a row for each of several models and a column for each detail that any of them lacks.
  func table(_ diagnostic: Diagnostic) -> [Fix] {
    let models = diagnostic.models
    guard models.count > 1, let place = places.placeForParagraph(onAvailability: false) else { return [] }
    let details = diagnostic.details.prefix(Self.columnLimit)
    let header = ["Model"] + details.map { Self.capitalised(Self.words($0)) }
    let rows = models.map { model in
      [FixText(markup.name(of: analysis.models[model]))] + details.map { cell($0, model) }
    }
    let text = markup.markup == .latex ? latex(header, rows) : markdown(header, rows)
    return [
      Fix(
        id: "table", title: "Add a table of the \(models.count) models", kind: .answer,
        edits: [writer.paragraph(text, at: place)])
    ]
  }

  /// A detail in few words, as a heading or a hint.
  package static func words(_ detail: Detail) -> String {
    let noun = Rule.rule(for: detail).noun
    return noun.hasPrefix("word on ") ? String(noun.dropFirst(8)) : noun
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func cell(_ detail: Detail, _ model: Int) -> FixText {
    let details = AskBuilder.resolvedDetails(of: analysis.models[model])
    switch details[detail]?.state {
    case .missing: return .gap(Self.words(detail))
    case .present, .delegated: return FixText(statedValue(of: detail, model) ?? "see text")
    case .declaredUnavailable: return "not disclosed"
    case .notApplicable, nil: return FixText(markup.markup == .latex ? "--" : "–")
    }
  }

  private func latex(_ header: [String], _ rows: [[FixText]]) -> FixText {
    let columns = String(repeating: "l", count: header.count)
    var text = FixText("\\begin{table}\n\\caption{Models reused in this work.}\n" + label)
    text += FixText("\\begin{tabular}{\(columns)}\n\\hline\n" + header.joined(separator: " & ") + " \\\\\n\\hline\n")
    for row in rows { text += row.dropFirst().reduce(row[0]) { $0 + " & " + $1 } + " \\\\\n" }
    return text + "\\hline\n\\end{tabular}\n\\end{table}"
  }

  /// A label for the table, if none of the files has it.
  private var label: String {
    let label = "\\label{tab:model-reuse}"
    let isTaken = analysis.reading.manuscript.files.contains { $0.bytes.offset(of: Array(label.utf8)) != nil }
    return isTaken ? "" : label + "\n"
  }

  private func markdown(_ header: [String], _ rows: [[FixText]]) -> FixText {
    let rule = "|" + String(repeating: "---|", count: header.count)
    var text = FixText("| " + header.joined(separator: " | ") + " |\n" + rule)
    for row in rows { text += "\n| " + row.dropFirst().reduce(row[0]) { $0 + " | " + $1 } + " |" }
    return text + "\n\n: Models reused in this work."
  }

  /// The value of a detail as the manuscript gives it, where it can stand by itself.
  private func statedValue(of detail: Detail, _ model: Int) -> String? {
    StatedValues(analysis.models[model], in: analysis.reading).facts.first { $0.detail == detail }
      .map { markup.escaped($0.value) }
  }
}
