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

  /// Where the manuscript states what the statement cannot write, as comments; empty where there is nothing.
  ///
  /// They are no part of what an editor inserts, which would move the lines.
  package var notes: String {
    let files = analysis.reading.manuscript.files
    let indices = files.map { LineIndex($0.bytes) }
    return statement.entries.filter { !$0.elsewhere.isEmpty }.map { entry in
      let places = entry.elsewhere.map { detail, span in
        let line = indices[span.file].position(at: span.range.lowerBound).line
        let place = files.count > 1 ? "\(files[span.file].path), line \(line)" : "line \(line)"
        return "\(Fixes.words(detail)) [see \(place)]"
      }
      let words = "\(entry.name), stated in the text and not written here: \(places.joined(separator: "; "))"
      return markup.comment(words) + "\n"
    }
    .joined()
  }

  private var paragraph: FixText {
    let certain = statement.entries.filter { !$0.isUncertain }
    let sentences = (certain.isEmpty ? [] : [opening(certain.count)]) + certain.map(sentence)
    return (sentences + [uncertain].compactMap { $0 }).joined()
  }

  /// "This work reuses three models."
  private func opening(_ count: Int) -> FixText {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    let number = words.indices.contains(count - 1) ? words[count - 1] : String(count)
    return FixText("This work reuses \(number) model\(count == 1 ? "" : "s").")
  }

  /// The one sentence on models whose use is not sure; nil where there are none.
  private var uncertain: FixText? {
    let names = statement.entries.filter(\.isUncertain).map { entry in
      guard let facts = list(entry.facts.map(written)) else { return name(entry) }
      return name(entry) + FixText(" (") + facts + FixText(")")
    }
    guard let last = names.last else { return nil }
    var subject = FixText()
    for (position, name) in names.dropLast().enumerated() {
      if position > 0 { subject += ", " }
      subject += name
    }
    if names.count > 1 { subject += " and " }
    subject += last
    let verb = names.count == 1 ? "was" : "were"
    subject += FixText(" \(verb) used is not clear from the text: ")
    let gap = FixText.gap("used as released, fine-tuned, rebuilt from the design, or only named")
    return FixText("Whether ") + subject + gap + FixText(".")
  }

  private func list(_ parts: [FixText]) -> FixText? {
    parts.first.map { parts.dropFirst().reduce($0) { $0 + "; " + $1 } }
  }

  private func sentence(on entry: Statement.Entry) -> FixText {
    let text = name(entry) + " was " + uses(entry)
    let facts = entry.facts.map(written) + entry.gaps.map { FixText.gap(Fixes.words($0)) }
    guard let said = list(facts) else { return text + FixText(".") }
    return text + FixText(" (") + said + FixText(").")
  }

  private func name(_ entry: Statement.Entry) -> FixText {
    // An identifier is set as one.
    let isIdentifier = entry.name.contains("_") && !entry.name.contains(" ")
    let name = isIdentifier ? markup.code(entry.name) : markup.name(of: analysis.models[entry.model])
    return FixText(name + (entry.key.map(markup.citation) ?? ""))
  }

  private func uses(_ entry: Statement.Entry) -> FixText {
    entry.isUncertain
      ? FixText("not clear from the text: ") + FixText.gap("used as released, fine-tuned, rebuilt from the design, or only named")
      : FixText(entry.uses.joined(separator: ", and also "))
  }

  private func written(_ fact: Statement.Fact) -> FixText {
    let opening = FixText(fact.opening.isEmpty ? "" : fact.opening + " ")
    switch fact.form {
    case .words: return opening + FixText(markup.escaped(fact.value))
    case .address: return opening + markup.address(fact.value)
    case .code: return opening + FixText(markup.code(fact.value))
    case .quotation(let span):
      return opening + FixText(markup.quoted(fact.value) + ", " + markup.escaped(place(of: span)))
    }
  }

  /// The section that holds a place, which stays when lines move; the line where it has no heading.
  private func place(of span: SourceSpan) -> String {
    let manuscript = analysis.reading.manuscript
    let block = manuscript.blocks.first { $0.span.file == span.file && $0.span.range.contains(span.range.lowerBound) }
    let title = block.map { manuscript.sections[$0.section].title } ?? ""
    if !title.isEmpty { return "in " + (title.hasSuffix(".") ? String(title.dropLast()) : title) }
    return "line \(LineIndex(manuscript.files[span.file].bytes).position(at: span.range.lowerBound).line)"
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
    list(parts) ?? FixText(markup.markup == .latex ? "--" : "–")
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
