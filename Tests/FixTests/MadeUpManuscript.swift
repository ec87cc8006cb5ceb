import TestSupport

/// A generator of random numbers that a seed determines (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Manuscripts put together at random from pieces that are hard to edit.
struct MadeUpManuscript {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let sentences = [
    "We prompted GPT-4 to label each abstract.", "We fine-tuned RoBERTa on our corpus 😀 of abstracts.",
    "Nuclei were segmented with StarDist,\nand masks were checked by eye.", "A U-Net was trained on 4,210 leaf images.",
    "Texts were embedded with the pre-trained SciBERT; Ångström units were kept.",
    "We prompted Claude 3.5 Sonnet with each record. Answers were\nread twice.", "Samples were taken in spring.",
  ]

  private mutating func sentence() -> String { Self.sentences.randomElement(using: &random) ?? "" }

  private mutating func pieces(_ pool: [String], _ count: Int) -> [String] {
    (0..<count).map { _ in
      (pool.randomElement(using: &random) ?? "").replacing("TEXT", with: sentence(), maxReplacements: 1)
        .replacing("TEXT", with: sentence())
    }
  }

  private static let latexPieces = [
    "TEXT", "TEXT TEXT", "  TEXT\n  TEXT", "TEXT % a comment with { and $\n", "\\subsection{Part}\nTEXT",
    "\\begin{itemize}\n\\item TEXT\n\\item TEXT\n\\end{itemize}",
    "\\begin{table}\n\\caption{TEXT}\n\\begin{tabular}{ll}\nModel & F1 \\\\\n\\hline\nGPT-4 & TEXT \\\\\n\\end{tabular}\n\\end{table}",
    "\\begin{figure}\n\\centering\n\\caption{TEXT}\n\\end{figure}", "TEXT\\footnote{TEXT\n\nTEXT}",
    "\\textbf{TEXT}\n\\emph{TEXT\nTEXT}", "\\begin{verbatim}\nTEXT } $ \\end{x}\n\\end{verbatim}",
    "\\begin{equation}\na = b\n\\end{equation}\nTEXT", "Then $a$$b$ and \\(c\\) \\verb|}{$| TEXT",
    "\\iffalse\nTEXT\n\\fi\nTEXT",
    "\\begin{quote}\nTEXT\n\\end{quote}", "\\ours{} was used.\nTEXT", "\\parbox\n{3cm}\n{TEXT}\nTEXT",
    "TEXT \\\\\n[2pt] TEXT",
    "\\section\n{Results}\nTEXT",
  ]

  /// LaTeX that compiles with the article class.
  mutating func latex() -> EditableProject {
    let preamble =
      "\\documentclass{article}\n\\usepackage[utf8]{inputenc}\n\\usepackage[T1]{fontenc}\n\\usepackage{natbib,hyperref}\n"
      + "\\DeclareUnicodeCharacter{1F600}{:)}\n\\newcommand{\\ours}{GPT-4}\n\\newcommand{\\unused}{We prompted GPT-4\nto label it.}\n"
    let abstract = "\\begin{abstract}\n\(sentence())\n\\end{abstract}\n"
    let start = Bool.random(using: &random) ? "\\section{Methods}\n" : "\\section{Introduction}\n"
    let own = pieces(Self.latexPieces, Int.random(in: 1...6, using: &random)).joined(separator: "\n\n")
    let part = pieces(Self.latexPieces, Int.random(in: 1...5, using: &random)).joined(separator: "\n")
    let ends = ["\\section*{Data availability}\nText.\n", "\\appendix\n\\section{Prompt}\nTEXT\n", ""]
    let end = (ends.randomElement(using: &random) ?? "").replacing("TEXT", with: sentence())
    let main =
      preamble + "\\begin{document}\n" + abstract + start + own + "\n\n\\input{part}\n" + end
      + "\\bibliographystyle{plainnat}\n\\bibliography{refs}\n\\end{document}\n"
    let files = [
      "main.tex": main, "part.tex": "\\section{Methods}\n" + part + unended(), "refs.bib": "@misc{a, title={A}}",
    ]
    return EditableProject(inLineEnds(files), main: "main.tex")
  }

  /// LaTeX with something left open in its middle.
  mutating func brokenLatex() -> EditableProject {
    var project = latex()
    let breaks = [
      "\\textbf{open ", "$ ", "\\begin{table} ", "} ", "\\begin{verbatim} ", "\\iffalse ", "\\newcommand{\\x}{ ",
    ]
    let open = breaks.randomElement(using: &random) ?? ""
    project.files["part.tex"] = open + (project.files["part.tex"] ?? "")
    return project
  }

  private static let markdownPieces = [
    "TEXT", "TEXT TEXT", "## Part {#part}\n\nTEXT", "- TEXT\n- TEXT\n\n  TEXT", "1. TEXT\nTEXT",
    "1. TEXT\n2. TEXT\n\n   TEXT\n3. TEXT", "- TEXT\n  - TEXT\n- TEXT", "#. TEXT\n\n#. TEXT", "> TEXT\n> TEXT",
    "| Model | F1 |\n|-------|----|\n| GPT-4 | TEXT |\n\n: TEXT {#tbl-x}", "```{python}\n# TEXT\n```",
    "~~~\nTEXT\n```\n~~~",
    "![TEXT](a.png){#fig-a}", "TEXT[^1]\n\n[^1]: TEXT", "::: {.callout-note}\nTEXT\n:::", "<!-- TEXT\n\nTEXT -->",
    "$$\na = b\n$$\n\nTEXT", "**TEXT**\n*TEXT*", "<div>\n\nTEXT\n\n</div>", "Term TEXT\n\n:   Definition TEXT",
    "`code` TEXT `unclosed", "Heading\n-------\n\nTEXT", "    TEXT in code", "TEXT  \nTEXT",
    "<table><tr><td>\n\nTEXT\n\n</td></tr></table>",
  ]

  /// Markdown as pandoc, Quarto, R Markdown and Manubot know it.
  mutating func markdown() -> EditableProject {
    let matter =
      "---\ntitle: \"On models\"\nlang: en\nbibliography: refs.bib\nabstract: |\n  \(sentence().replacing("\n", with: " "))\n---\n"
    let body = pieces(Self.markdownPieces, Int.random(in: 2...8, using: &random)).joined(separator: "\n\n")
    let head = Bool.random(using: &random) ? matter : ""
    let end = Bool.random(using: &random) ? "\n\n# Data availability\n\nText." : ""
    let endings = ["md", "qmd", "Rmd"]
    let main = "main." + (endings.randomElement(using: &random) ?? "md")
    let text = head + "\n# Methods\n\n" + body + end + unended()
    return EditableProject(inLineEnds([main: text, "refs.bib": "@misc{a, title={A}}\n"]), main: main)
  }

  /// A last line with its end, or without.
  private mutating func unended() -> String { Bool.random(using: &random) ? "\n" : "" }

  private mutating func inLineEnds(_ files: [String: String]) -> [String: String] {
    guard Int.random(in: 0..<3, using: &random) == 0 else { return files }
    return files.mapValues { $0.replacing("\n", with: "\r\n") }
  }
}
