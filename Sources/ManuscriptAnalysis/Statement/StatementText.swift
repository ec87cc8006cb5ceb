import Manuscripts
import ReportingRules
import ReuseDetection

/// The one writer of statements in a markup: the editor's action and the command print the same.
package struct StatementText {
  /// How a statement is laid out.
  package enum Layout: String, Sendable, CaseIterable { case paragraph, table }

  let statement: Statement
  let analysis: Analysis
  let markup: FixMarkup

  /// - Parameter markup: what to write; another than the manuscript's own is written without its commands.
  package init(_ analysis: Analysis, in markup: Markup) {
    statement = Statement(analysis)
    self.analysis = analysis
    self.markup = FixMarkup(analysis.reading.manuscript, writing: markup)
  }

  /// The statement with its heading; empty for a manuscript without reuse.
  package func text(_ layout: Layout) -> FixText {
    guard !statement.entries.isEmpty else { return FixText() }
    switch layout {
    case .paragraph: return FixText(markup.heading("Model reuse")) + paragraph
    case .table: return table
    }
  }

  private var paragraph: FixText {
    let count = statement.entries.count
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    let number = words.indices.contains(count - 1) ? words[count - 1] : String(count)
    let opening = "This work reuses \(number) model\(count == 1 ? "" : "s")."
    return FixText(opening + "\n") + statement.entries.map(sentence).joined()
  }

  private func sentence(on entry: Statement.Entry) -> FixText {
    let text = name(entry) + " was " + uses(entry)
    let facts = entry.facts.map(written) + entry.gaps.map { FixText.gap(Fixes.words($0)) }
    guard let first = facts.first else { return text + "." }
    return text + " (" + facts.dropFirst().reduce(first) { $0 + "; " + $1 } + ")."
  }

  private func name(_ entry: Statement.Entry) -> FixText {
    // An identifier is set as one.
    let isIdentifier = entry.name.contains("_") && !entry.name.contains(" ")
    let name = isIdentifier ? markup.code(entry.name) : markup.name(of: analysis.models[entry.model])
    return FixText(name + (entry.key.map(markup.citation) ?? ""))
  }

  private func uses(_ entry: Statement.Entry) -> FixText {
    entry.uses.isEmpty
      ? .gap("used as released, fine-tuned, or rebuilt from the design")
      : FixText(entry.uses.joined(separator: ", and also "))
  }

  private func written(_ fact: Statement.Fact) -> FixText {
    let opening = FixText(fact.opening.isEmpty ? "" : fact.opening + " ")
    switch fact.form {
    case .words: return opening + FixText(markup.escaped(fact.value))
    case .address: return opening + markup.address(fact.value)
    case .code: return opening + FixText(markup.code(fact.value))
    }
  }

  // MARK: Table

  private var table: FixText {
    let rows = statement.entries.map { entry in
      let facts = entry.facts.map(written)
      let gaps = entry.gaps.map { FixText.gap(Fixes.words($0)) }
      return [name(entry), uses(entry), cell(facts), cell(gaps)]
    }
    let header = ["Model", "Use", "Stated", "Not found"]
    return markup.markup == .latex ? latex(header, rows) : markdown(header, rows)
  }

  private func cell(_ parts: [FixText]) -> FixText {
    guard let first = parts.first else { return FixText(markup.markup == .latex ? "--" : "–") }
    return parts.dropFirst().reduce(first) { $0 + "; " + $1 }
  }

  private func latex(_ header: [String], _ rows: [[FixText]]) -> FixText {
    let columns = "lp{0.2\\linewidth}p{0.28\\linewidth}p{0.24\\linewidth}"
    var text = FixText("\\begin{table}\n\\caption{Models reused in this work.}\n")
    text += FixText("\\begin{tabular}{\(columns)}\n\\hline\n")
    text += FixText(header.joined(separator: " & ") + " \\\\\n\\hline\n")
    for row in rows { text += row.dropFirst().reduce(row[0]) { $0 + " & " + $1 } + " \\\\\n" }
    return text + "\\hline\n\\end{tabular}\n\\end{table}"
  }

  private func markdown(_ header: [String], _ rows: [[FixText]]) -> FixText {
    var text = FixText("| " + header.joined(separator: " | ") + " |\n|" + String(repeating: "---|", count: header.count))
    for row in rows { text += "\n| " + row.dropFirst().reduce(row[0]) { $0 + " | " + $1 } + " |" }
    return text + "\n\n: Models reused in this work."
  }
}
