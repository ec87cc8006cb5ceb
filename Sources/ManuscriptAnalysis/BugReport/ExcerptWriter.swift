import Manuscripts
import ReuseDetection

/// Writes chosen sentences of a manuscript as a text of their own, in the manuscript's markup.
///
/// Every section keeps a heading that says its kind and nothing else; keys of citations, formulas, files and macros are
/// left behind.
struct ExcerptWriter {
  let reading: ReadManuscript
  let markup: FixMarkup
  /// By their number in the manuscript.
  let sentences: [Int: ExcerptSentence]

  private var isLatex: Bool { markup.markup == .latex }

  /// - Parameter replaced: what stands for a word of a sentence, by sentence and piece; nil for the word itself.
  func text(of chosen: Set<Int>, _ replaced: (_ sentence: Int, _ piece: Int) -> String?) -> String {
    let manuscript = reading.manuscript
    let blocks = manuscript.blocks.indices.filter { reading.blockSentences[$0].contains(where: chosen.contains) }
    var parts: [String] = []
    var lastHeading: String?
    var nextBlock = 0
    for section in manuscript.sections.indices {
      if let heading = heading(manuscript.sections[section].kind), lastHeading != heading {
        parts.append(heading)
        lastHeading = heading
      }
      while nextBlock < blocks.count, manuscript.blocks[blocks[nextBlock]].section <= section {
        parts.append(written(blocks[nextBlock], chosen, replaced))
        nextBlock += 1
      }
    }
    let body = joined(parts)
    return isLatex
      ? "\\documentclass{article}\n\\usepackage[english]{babel}\n\\begin{document}\n\(body)\n\\end{document}\n"
      : "---\nlang: en\n---\n\n\(body)\n"
  }

  private func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: "\n\n") }

  private func heading(_ kind: Section.Kind) -> String? {
    let title: String
    switch kind {
    case .frontMatter: return nil
    case .abstract: title = "Abstract"
    case .introduction: title = "Introduction"
    case .relatedWork: title = "Related work"
    case .methods: title = "Methods"
    case .results: title = "Results"
    case .discussion: title = "Discussion"
    case .conclusion: title = "Conclusion"
    case .availability: title = "Availability"
    case .appendix: title = "Appendix"
    case .acknowledgements: title = "Acknowledgements"
    case .contributions: title = "Author contributions"
    case .references: title = "References"
    case .other: title = "Zu"
    }
    return isLatex ? "\\section{\(title)}" : "# \(title)"
  }

  private func written(_ block: Int, _ chosen: Set<Int>, _ replaced: (Int, Int) -> String?) -> String {
    let kind = reading.manuscript.blocks[block].kind
    var isRaw = false
    if case .code = kind { isRaw = true }
    let text = reading.blockSentences[block].filter(chosen.contains)
      .map { written(sentence: $0, isRaw: isRaw, replaced) }.joined()
    let line = Self.trimmed(text)
    switch kind {
    case .paragraph, .footnote, .metadata, .title: return line
    case .heading: return isLatex ? "\\subsection{\(line)}" : "## \(line)"
    case .listItem: return isLatex ? "\\begin{itemize}\n\\item \(line)\n\\end{itemize}" : "- \(line)"
    case .caption: return isLatex ? "\\begin{figure}\n\\caption{\(line)}\n\\end{figure}" : "![\(line)](zu.png)"
    case .quotation: return isLatex ? "\\begin{quote}\n\(line)\n\\end{quote}" : "> \(line)"
    case .code: return isLatex ? "\\begin{verbatim}\n\(text)\n\\end{verbatim}" : "```\n\(text)\n```"
    case .tableRow: return row(line)
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private func row(_ line: String) -> String {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { $0.isEmpty ? " " : String($0) }
    if isLatex {
      let columns = String(repeating: "l", count: cells.count)
      return "\\begin{tabular}{\(columns)}\n\(cells.joined(separator: " & ")) \\\\\n\\end{tabular}"
    }
    let rule = String(repeating: "---|", count: cells.count)
    return "| \(cells.map { _ in "zu" }.joined(separator: " | ")) |\n|\(rule)\n| \(cells.joined(separator: " | ")) |"
  }

  private func written(sentence: Int, isRaw: Bool, _ replaced: (Int, Int) -> String?) -> String {
    guard let parts = sentences[sentence] else { return "" }
    var text = ""
    var isInCode = false
    for (index, piece) in parts.pieces.enumerated() {
      switch piece {
      case .signs(let signs): text += isRaw || isInCode && !isLatex ? signs : markup.escaped(signs)
      case .word(let word, _):
        let shown = replaced(sentence, index) ?? word
        text += isRaw || isInCode && !isLatex ? shown : markup.escaped(shown)
      case .address(let url):
        let shown = replaced(sentence, index) ?? url
        text += isRaw ? shown : isLatex ? "\\url{\(shown)}" : "<\(shown)>"
      case .citation(let isTextual):
        text += isLatex ? (isTextual ? "\\citet{zu}" : "\\citep{zu}") : isTextual ? "@zu" : "[@zu]"
      case .formula: text += "$z$"
      case .cellBorder: text += "\t"
      case .code(let isOpening):
        isInCode = isOpening
        if !isRaw { text += isLatex ? (isOpening ? "\\texttt{" : "}") : "`" }
      }
    }
    return text
  }
}
