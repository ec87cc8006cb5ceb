import LanguageServerWire

/// Texts to type: what manuscripts are made of, and what breaks careless servers.
enum RandomManuscript {
  private static let sentences = [
    "We prompted GPT-4 to label each abstract.", "All requests used GPT-4 (gpt-4-0613) with temperature 0.",
    "We fine-tuned BERT (bert-base-uncased) for 3 epochs with AdamW.", "StarDist segmented the nuclei 😀 first.",
    "A U-Net was trained from scratch on 1,200 images.", "SAM is discussed by others \\cite{sam}.",
    "Embeddings of ESM-2 650M were used as released \\citep{esm}.", "Llé̀ña and 漢字 stand beside GPT-4.",
    "The prompt reads: ``Label this abstract as relevant or not''.", "No model is named here.",
    "Code is at \\url{https://github.com/a/b}.", "Data were split 80/10/10 with seed 42.",
    "We queried Claude 3.5 Sonnet on 2 May 2024 through the API.", "\\labeller\\ read every page with $p < 0.05$.",
  ]
  private static let latex = [
    "\\documentclass{article}\n", "\\begin{document}\n", "\\end{document}\n", "\\section{Methods}\n",
    "\\section{Results}\n", "\\begin{abstract}", "\\end{abstract}\n", "\\input{methods}\n", "\\input{results}\n",
    "\\input{sub/appendix}\n", "\\newcommand{\\labeller}{GPT-4}\n", "\\bibliography{refs}\n", "% a comment\n",
    "% colophon: ignore which-weights -- reason\n", "% colophon: discussed BERT\n", "\\footnote{We ran BERT.}",
    "\\begin{verbatim}\n", "\\end{verbatim}\n", "\\iffalse\n", "\\fi\n", "{", "}", "\\begin{tabular}{ll} BERT & 3 \\\\\n",
    "\\end{tabular}\n", "\\caption{GPT-4 at work.}\n", "\\item ", "$", "~", "\\\\",
  ]
  private static let markdown = [
    "# Methods\n\n", "## Results\n\n", "---\ntitle: A\nbibliography: refs.bib\n---\n", "```python\nmodel = 'bert-base'\n",
    "```\n", "| model | epochs |\n|---|---|\n| BERT | 3 |\n", "<!-- colophon: ignore-next prompting -- reason -->\n",
    "- ", "> ", "[@esm]", "*", "**", "`", "[^1]", "\n[^1]: We ran BERT.\n", ":::\n", "$a_1$", "&amp;", "![](a.png)",
  ]
  private static let breaks = ["\n", "\n\n", "\r\n", "\r\n\r\n", " ", "\t", "\r"]
  private static let letters = ["a", "é", "漢", "😀", "e\u{301}", "👩‍🔬", "\u{FEFF}", "\u{2028}", "-", "4", "G", "\\", "%"]
  private static let entries = [
    "@article{esm, title={Language models of proteins}, doi={10.1126/science.ade2574}}\n",
    "@misc{sam, title={Segment Anything}, eprint={2304.02643}, archivePrefix={arXiv}}\n", "@article{x, title={", "}}\n",
  ]
  private static let settings = [
    "profile = \"ml\"\n", "profile = \"science\"\n", "stage = \"submission\"\n", "ignore = [\"seed\"]\n",
    "discussed = [\"BERT\"]\n", "not-models = [\"SAM\"]\n", "[severity]\nprompting = \"hint\"\n", "# a comment\n",
  ]

  /// A piece of text to type into a file with this ending.
  static func piece(_ ending: String, _ random: inout RandomNumbers) -> String {
    switch (ending, random.below(10)) {
    case ("toml", _): random.element(of: settings)
    case ("bib", 0..<8): random.element(of: entries)
    case (_, 0..<3): random.element(of: sentences) + random.element(of: breaks)
    case ("tex", 3..<6): random.element(of: latex)
    case ("md", 3..<6), ("qmd", 3..<6): random.element(of: markdown)
    case (_, 6): random.element(of: breaks)
    default: random.element(of: letters)
    }
  }

  /// A text of so many pieces, well begun.
  static func text(_ ending: String, pieces: Int, isRoot: Bool, _ random: inout RandomNumbers) -> String {
    var text = isRoot ? "\\documentclass{article}\n\\begin{document}\n\\section{Methods}\n" : ""
    for _ in 0..<pieces { text += piece(ending, &random) }
    return text
  }

  /// One to three changes of a document, and what they leave of its text.
  static func changes(
    of text: inout ClientText, _ ending: String, _ encoding: PositionEncoding, _ random: inout RandomNumbers
  ) -> [JSONValue] {
    // Settings stay whole: while they are broken the last good ones hold, which a new server cannot know.
    if ending == "toml" {
      text = ClientText(random.element(of: settings))
      return [["text": .string(text.string)]]
    }
    if random.once(in: 25) {
      text = ClientText(Self.text(ending, pieces: random.below(30), isRoot: random.once(in: 2), &random))
      return [["text": .string(text.string)]]
    }
    return (0...(random.once(in: 4) ? random.below(3) : 0)).map { _ in
      let start = random.below(text.scalars.count + 1)
      // A long text is cut down, so that a session of any length stays as quick as it began.
      let length = random.below(text.scalars.count > 4_000 ? 2_000 : random.once(in: 10) ? 120 : 6)
      let range = text.withoutCutBreaks(start..<min(start + length, text.scalars.count))
      let pasted = random.once(in: 40) ? Self.text(ending, pieces: 40, isRoot: false, &random) : ""
      return text.replace(range, with: pasted + piece(ending, &random), encoding)
    }
  }
}
