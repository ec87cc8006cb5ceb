import Foundation
import ManuscriptAnalysis
import Manuscripts
import TestSupport
import Testing

/// What typing does to a manuscript, analysed step by step and from nothing.
private struct EditedProject {
  private var files: ProjectFiles
  private let markup: Markup
  private var analysis: Analysis
  private var input: AnalysisInput

  init(_ files: ProjectFiles, _ markup: Markup) {
    self.files = files
    self.markup = markup
    input = Self.input(files, markup, after: nil)
    analysis = ManuscriptAnalyser.analyse(input)
  }

  private static func input(_ files: ProjectFiles, _ markup: Markup, after previous: ProjectReading?) -> AnalysisInput {
    let configuration = Configuration()
    let reading = ManuscriptReading.reading(of: files, markup: markup, configuration: configuration, after: previous)
    return AnalysisInput(project: files, reading: reading, configuration: configuration, lockfiles: [])
  }

  /// Makes one random edit; gives what the cached analysis has other than a fresh one, or nil.
  mutating func edit(_ random: inout SeededGenerator) -> String? {
    let file = Int.random(in: 0..<files.files.count, using: &random)
    var bytes = files.files[file].bytes
    let start = Int.random(in: 0...bytes.count, using: &random)
    let length = Bool.random(using: &random) ? 0 : Int.random(in: 0...min(40, bytes.count - start), using: &random)
    let text = Bool.random(using: &random) ? "" : Self.snippets.randomElement(using: &random) ?? ""
    bytes.replaceSubrange(start..<(start + length), with: Array(text.utf8))
    files.replace(file, with: bytes)
    input = Self.input(files, markup, after: input.reading)
    analysis = ManuscriptAnalyser.analyse(input, after: analysis)
    return difference(Self.input(files, markup, after: nil))
  }

  /// True when the details that only reports look for are those of a fresh analysis too.
  var isSameInFull: Bool {
    let fresh = ManuscriptAnalyser.analyse(Self.input(files, markup, after: nil))
    return analysis.inFull().models == fresh.inFull().models
  }

  private func difference(_ fresh: AnalysisInput) -> String? {
    let whole = ManuscriptAnalyser.analyse(fresh)
    if input.manuscript.blocks != fresh.manuscript.blocks { return "blocks" }
    if input.manuscript != fresh.manuscript { return "manuscript" }
    if analysis.reading.tokens != whole.reading.tokens { return "tokens" }
    if analysis.reading.sentences != whole.reading.sentences { return "sentences" }
    if analysis.reading.cueHits != whole.reading.cueHits { return "cues" }
    if analysis.reading.works != whole.reading.works { return "works" }
    if analysis.models != whole.models { return "models" }
    if analysis.diagnostics != whole.diagnostics { return "diagnostics" }
    return analysis.problems == whole.problems && analysis.language == whole.language ? nil : "problems or language"
  }

  /// What changes how the text around it is read, and what does not.
  private static let snippets = [
    "a", " ", "\n", "\n\n", "\r\n\r\n", "{", "}", "$", "%", "\\", "[", "]", "`", "```\n", "~~~\n\n", "<!--", "-->", "#",
    "\n\n# Methods\n\n", "\n\n## Results\n\n", "\\section{Results}", "\\begin{verbatim}", "\\end{verbatim}",
    "\\begin{itemize}\\item ", "\\end{itemize}", "\\begin{abstract}", "\\end{abstract}", "\\begin{document}",
    "\\end{document}", "\\input{part}", "\\newcommand{\\ours}{BERT}", "\\ours{}", "\\footnote{We ran GPT-4.}",
    "\\iffalse ", "\\fi ", "\\begin{equation}", "\\end{equation}", "\n\n| a | b |\n|---|---|\n| SAM | 1 |\n\n",
    "\n\nTable: BERT\n\n", "[^1]", "\n\n[^1]: We used CLIP.\n\n",
    "\n\n[hub]: https://huggingface.co/bert-base-uncased\n\n",
    "[model][hub]", "{{< include part.md >}}", "\n\n- item\n\n  ", "\n\n> quoted\n\n", "---\n", "title: GPT-4\n", "😀",
    "é",
    "We fine-tuned BERT-base on 4,210 images. ", "pre-trained FooNet", "\\cite{key}", "[@key]", "Segment Anything",
    "[@doi:10.18653/v1/N19-1423]",
    "% colophon: ignore-next which-weights\n", "<!-- colophon: discussed BERT -->\n", "all models were fine-tuned. ",
    "All models were run by us. ", "This review is a survey. ", "Scores taken from the original paper: ",
    "\n\nTable: BERT as reported by others\n\n", "\\caption{BERT as reported by others}", "We present BERT (SAM). ",
    "XX images", "<pre>\n", "</pre>\n", "$$\n", ": ", "\\begin{table}\\begin{tabular}{ll}a & b\\\\",
    "\\end{tabular}\\end{table}",
  ]
}

/// Numbers that are the same for a seed on every machine (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// The projects that are edited: made-up ones of several files, and the texts of a folder that the environment names.
private enum EditedTexts {
  static let latex = """
    \\documentclass{article}
    \\newcommand{\\labeller}{GPT-4}
    \\newcommand{\\longer}{\(String(repeating: "We fine-tuned RoBERTa on all of it. ", count: 8))}
    \\title{CellSeg: a network}
    \\begin{document}
    \\begin{abstract}We prompted \\labeller{} to label XX abstracts.\\end{abstract}

    \\section{Introduction}
    SAM \\cite{sam} is the Southern Annular Mode. BERT is known \\citep{bert}.

    \\input{part}

    \\section{Methods}\\label{s}
    \(String(repeating: "We fine-tuned BERT-base for 3 epochs on 4,210 images with Adam.\\footnote{On an A100.} The seed was 42.\n\n", count: 30))
    \\longer

    \\begin{table}\\caption{Scores of GPT-4}\\begin{tabular}{lr}Model & F1\\\\ BERT & 0.9\\\\\\end{tabular}\\end{table}

    \\begin{verbatim}
    AutoModel.from_pretrained("org/some-model-7b")
    \\end{verbatim}

    \\section{Results}
    \(String(repeating: "GPT-4 scored 0.8. All models were run with greedy decoding.\n\n", count: 20))
    \\bibliography{refs}
    \\end{document}
    """

  static let part = """
    \\section{Related work}
    Others fine-tuned CLIP \\cite{clip}.

    \(String(repeating: "A sentence about ESM-2 and its embeddings, which were frozen.\n\n", count: 20))
    """

  static let bibliography = """
    @article{bert, title={BERT: pre-training of a language model}, year={2019}}
    @misc{sam, title = {Segment Anything}, year = 2023}
    """

  static let markdown = """
    ---
    title: "CellSeg: a network"
    abstract: |
      We prompted GPT-4 to label abstracts.
    bibliography: refs.bib
    ---

    # Introduction

    SAM [@sam] is known. See [the model][hub] and a note.[^1]

    {{< include part.md >}}

    # Methods

    \(String(repeating: "We fine-tuned `bert-base-uncased` for 3 epochs on 4,210 images.\nThe seed was 42.\n\n- with Adam\n- on an A100\n\n", count: 25))
    Table: Scores of GPT-4

    | Model | F1 |
    |---|---|
    | BERT | 0.9 |

    ```python
    AutoModel.from_pretrained("org/some-model-7b")
    ```

    # Results

    \(String(repeating: "GPT-4 scored 0.8. All models were run with greedy decoding.\n\n", count: 20))
    BERT [@arxiv:1810.04805] and CLIP [@arxiv:2103.00020; @arxiv:1810.04805] are known.

    [^1]: We ran CLIP.

    [hub]: https://huggingface.co/org/model-b
    """

  static let markdownPart =
    "## Data\n\nWe used XX images.\n\n" + String(repeating: "ESM-2 embeddings were frozen.\n\n", count: 20)

  static var projects: [(name: String, files: ProjectFiles, markup: Markup)] {
    var latexFiles = ProjectFiles(main: [SourceFile(path: "main.tex", bytes: Array(latex.utf8))])
    latexFiles.add(SourceFile(path: "part.tex", bytes: Array(part.utf8)))
    latexFiles.add(SourceFile(path: "refs.bib", bytes: Array(bibliography.utf8)))
    var markdownFiles = ProjectFiles(main: [SourceFile(path: "main.md", bytes: Array(markdown.utf8))])
    markdownFiles.add(SourceFile(path: "part.md", bytes: Array(markdownPart.utf8)))
    markdownFiles.add(SourceFile(path: "refs.bib", bytes: Array(bibliography.utf8)))
    return [("LaTeX", latexFiles, .latex), ("Markdown", markdownFiles, .markdown)] + given
  }

  private static var given: [(name: String, files: ProjectFiles, markup: Markup)] {
    guard let folder = ProcessInfo.processInfo.environment["COLOPHON_TEST_TEXTS"] else { return [] }
    let paths = (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
    return paths.compactMap { path in
      guard let markup = ManuscriptReading.markup(ofPath: path),
        let bytes = FileManager.default.contents(atPath: folder + "/" + path), bytes.count < 200_000
      else { return nil }
      return (path, ProjectFiles(main: [SourceFile(path: path, bytes: Array(bytes))]), markup)
    }
  }
}

@Test(arguments: [1, 2, 3, 4]) func cachedAnalysesEqualFreshOnes(seed: UInt64) {
  let environment = ProcessInfo.processInfo.environment
  let edits = environment["COLOPHON_TEST_EDITS"].flatMap(Int.init) ?? 60
  for (name, files, markup) in EditedTexts.projects {
    var random = SeededGenerator(seed: seed)
    var project = EditedProject(files, markup)
    for number in 1...edits {
      guard let difference = project.edit(&random) else { continue }
      Issue.record("\(name), seed \(seed), edit \(number): \(difference) differ")
      break
    }
    #expect(project.isSameInFull, "\(name), seed \(seed)")
  }
}

/// A project of several files that are found one after the other, and of some that are not there.
private let growingProjects: [(main: String, files: [String: String])] = [
  (
    "main.tex",
    [
      "main.tex": """
        \\documentclass{article}\\input{macros}
        \\begin{document}\\section{Methods}

        We used \\ours{}.

        \\input{part}\\input{none}

        We ran BERT \\cite{a}. \\includegraphics{x}

        \\input{part}

        \\bibliography{refs,gone}\\end{document}
        """,
      "macros.tex": "\\newcommand{\\ours}{GPT-4}\\input{deep/more}",
      "deep/more.tex": "\\newcommand{\\data}{our data}",
      "part.tex": "\\subsection{Training}\n\nWe fine-tuned CLIP on \\data.\n\n\\input{deep/last}\n\nIt ended.\n",
      "deep/last.tex": "We prompted Claude 2.\n", "refs.bib": "@misc{a, title={BERT}}",
    ]
  ),
  (
    "main.md",
    [
      "main.md": """
        ---
        title: Birds
        bibliography: refs.bib
        ---

        # Methods

        We used [GPT-4][m] [@a].

        {{< include part.md >}}

        {{< include none.md >}}

        \(String(repeating: "We counted birds and labelled them with CLIP.\n\n", count: 40))
        {{< include part.md >}}
        """,
      "part.md": "## Training\n\nWe fine-tuned BERT.\n\n{{< include deep/last.md >}}\n\n[m]: https://example.org\n",
      "deep/last.md": "We prompted Claude 2.\n", "refs.bib": "@misc{a, title={GPT-4}}",
    ]
  ),
]

@Test(arguments: growingProjects.indices) func aProjectFoundFileByFileReadsAsOneThatIsAllThere(index: Int) throws {
  let (main, files) = growingProjects[index]
  let markup = try #require(ManuscriptReading.markup(ofPath: main))
  let configuration = Configuration()
  var project = ProjectFiles(main: [SourceFile(path: main, bytes: Array((files[main] ?? "").utf8))])
  var reading = ManuscriptReading.reading(of: project, markup: markup, configuration: configuration)
  var rounds = 0
  // One request a round, so that every stage of the search is compared.
  while let request = reading.manuscript.unresolved.first {
    let unknown = request.candidates.first { project.index(of: $0) == nil && project.absences[$0] == nil }
    let path = try #require(unknown)
    if let text = files[path] {
      project.add(SourceFile(path: path, bytes: Array(text.utf8)))
    } else {
      project.markAbsent(path, .missing)
    }
    reading = ManuscriptReading.reading(of: project, markup: markup, configuration: configuration, after: reading)
    let fresh = ManuscriptReading.reading(of: project, markup: markup, configuration: configuration)
    #expect(reading.manuscript == fresh.manuscript, "after \(path)")
    rounds += 1
  }
  #expect(rounds >= files.count)
  #expect(project.files.count == files.count)
}
