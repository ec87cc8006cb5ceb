import ManuscriptFiles
import Manuscripts
import ReportingRules
import TestSupport
import Testing

@testable import ManuscriptAnalysis

/// The fixes of one question, by id.
private func fixes(_ code: String, _ project: EditableProject) -> [String: Fix] {
  let analysis = project.analysis()
  let fixes = project.fixes(of: analysis)
  let all = analysis.diagnostics.filter { $0.code == code }.flatMap { fixes.fixes(for: $0) }
  return Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

/// The main file after a fix with its gaps open.
private func text(_ code: String, _ id: String, _ project: EditableProject) throws -> String {
  let fix = try #require(fixes(code, project)[id], "no fix '\(id)' for '\(code)'")
  let changed = project.applying(fix, of: project.analysis())
  return changed.files[project.main] ?? ""
}

private func latex(_ body: String, preamble: String = "") -> EditableProject {
  .latex("\\documentclass{article}\n\(preamble)\\begin{document}\n\(body)\n\\end{document}\n")
}

@Test func aSentenceFollowsTheLineThatTellsOfTheModel() throws {
  let project = latex(
    "\\section{Methods}\nWe prompted GPT-4 to label each abstract.\nLabels were checked.\n\nMore text.")
  #expect(
    try text("prompting", "sentence-0", project) == """
      \\documentclass{article}
      \\begin{document}
      \\section{Methods}
      We prompted GPT-4 to label each abstract.
      GPT-4 was sampled with temperature [TODO: number] and at most [TODO: number] new tokens.
      The full prompt for GPT-4 is given in [TODO: appendix, supplement or repository].
      Labels were checked.

      More text.
      \\end{document}

      """)
}

@Test func aSentenceInAFlowingParagraphFollowsTheParagraph() throws {
  let project = EditableProject.markdown(
    "# Methods\r\n\r\nWe prompted GPT-4 to label 😀\r\neach abstract. Labels\r\nwere checked.\r\n\r\n# Results\r\n")
  let changed = try text("prompting", "sentence-0", project)
  #expect(changed.contains("were checked.\r\nGPT-4 was sampled with temperature [TODO:"))
  #expect(changed.contains("or repository].\r\n\r\n# Results\r\n"))
  #expect(!changed.replacing("\r\n", with: "").contains("\n"))
}

@Test func aModelNamedOnlyInTablesAndListsGetsAParagraphOfItsOwn() throws {
  let list = "\\begin{itemize}\n\\item We prompted GPT-4 to label each abstract.\n\\end{itemize}"
  let project = latex("\\section{Methods}\nLabels were drawn.\n\(list)\n\\section{Results}\nAll went well.")
  let changed = try text("prompting", "sentence-0", project)
  #expect(changed.contains("Labels were drawn.\n\n\\paragraph{Model reuse.}\nGPT-4 was sampled"))
  #expect(changed.contains("or repository].\n\n\\begin{itemize}"))
}

@Test func abstractsCaptionsAndMacrosGetNoSentence() throws {
  let project = latex(
    "\\begin{abstract}\nWe prompted GPT-4 to label each abstract.\n\\end{abstract}\n\\note{\nWe prompted GPT-4 again.\n}\n"
      + "\\begin{figure}\n\\caption{We prompted GPT-4 to label each abstract.}\n\\end{figure}\n\\bibliography{a}")
  let changed = try text("prompting", "sentence-0", project)
  #expect(changed.contains("\\end{figure}\n\n\\textbf{Model reuse.}\nGPT-4 was sampled"))
  #expect(changed.contains("or repository].\n\n\\bibliography{a}"))
}

@Test func behindAnUnclosedBraceNothingIsInserted() {
  let project = latex("\\section{Methods}\n\\textbf{We prompted GPT-4 to label each abstract.\n\nAll went well.")
  #expect(fixes("prompting", project).keys.filter { $0.hasPrefix("sentence") || $0 == "table" } == [])
}

@Test func namesMeanThemselves() throws {
  var configuration = Configuration()
  configuration.extraModels = [.init(name: "my_net", aliases: [])]
  let source = "\\section{Methods}\nWe prompted my\\_net to label each abstract.\n"
  let analysis = EditableProject.latex(source).analysis(configuration)
  let fixes = Fixes(analysis, settings: nil)
  let texts = analysis.diagnostics.flatMap { fixes.fixes(for: $0) }.filter { $0.kind == .answer }.flatMap(\.edits)
    .map(\.text.plain)
  #expect(texts.contains { $0.contains("We used my\\_net, version") })
}

@Test func severalModelsGetATable() throws {
  let project = latex(
    "\\section{Methods}\nWe prompted GPT-4 and Claude 3.5 Sonnet to label each abstract with temperature 0.")
  let changed = try text("prompting", "table", project)
  #expect(
    changed.contains(
      """
      \\begin{table}
      \\caption{Models reused in this work.}
      \\label{tab:model-reuse}
      \\begin{tabular}{ll}
      \\hline
      Model & Prompt \\\\
      \\hline
      GPT-4 & [TODO: prompt] \\\\
      Claude 3.5 Sonnet & [TODO: prompt] \\\\
      \\hline
      \\end{tabular}
      \\end{table}

      """))
}

@Test func aPaperOfTheCatalogueIsAddedAndCited() throws {
  let project = EditableProject(
    [
      "main.tex":
        "\\documentclass{article}\n\\usepackage{natbib}\n\\begin{document}\n\\section{Introduction}\nOthers went before \\citep{a}.\n\\section{Methods}\nWe prompted GPT-4 to label each abstract.\n\\bibliography{refs}\n\\end{document}\n",
      "refs.bib": "@misc{a,\n  title = {A}\n}",
    ], main: "main.tex")
  let fix = try #require(fixes("cite-model", project)["cite-0"])
  let changed = project.applying(fix, of: project.analysis())
  #expect(fix.isPreferred)
  #expect(changed.files["main.tex"]?.contains("We prompted GPT-4~\\citep{gpt-4-2023} to label") == true)
  #expect(
    changed.files["refs.bib"] == """
      @misc{a,
        title = {A}
      }
      @misc{gpt-4-2023,
        title = {[TODO: title of the paper]},
        author = {[TODO: authors]},
        year = {2023},
        eprint = {2303.08774},
        archivePrefix = {arXiv}
      }

      """)
  #expect(!changed.analysis().diagnostics.contains { $0.code == "cite-model" })
}

@Test func aPaperThatTheBibliographyHasIsOnlyCited() throws {
  let project = EditableProject(
    [
      "main.md": "---\nbibliography: refs.bib\n---\n\n# Methods\n\nWe prompted GPT-4 to label each abstract.\n",
      "refs.bib": "@misc{openai,\n  title = {A},\n  doi = {10.48550/arXiv.2303.08774}\n}\n",
    ], main: "main.md")
  let fix = try #require(fixes("cite-model", project)["cite-0"])
  let changed = project.applying(fix, of: project.analysis())
  #expect(changed.files["main.md"]?.contains("We prompted GPT-4 [@openai] to label") == true)
  #expect(changed.files["refs.bib"] == project.files["refs.bib"])
}

@Test func brokenBibliographiesAndUnsurePapersGiveNoCitation() {
  let text = "---\nbibliography: refs.bib\n---\n\n# Methods\n\nWe prompted GPT-4 to label each abstract.\n"
  let broken = EditableProject(["main.md": text, "refs.bib": "@misc{openai,\n  title = {A\n"], main: "main.md")
  #expect(fixes("cite-model", broken)["cite-0"] == nil)
  #expect(fixes("cite-model", broken)["sentence-0"] != nil)
  let none = EditableProject.markdown("# Methods\n\nWe prompted GPT-4 to label each abstract.\n")
  #expect(fixes("cite-model", none)["cite-0"] == nil)
}

@Test func whereIdentifiersAreCitedTheyNeedNoEntry() throws {
  let project = EditableProject.markdown(
    "# Introduction\n\nOthers did so [@doi:10.1/a].\n\n# Methods\n\nWe prompted GPT-4 to label each abstract.\n")
  let changed = try text("cite-model", "cite-0", project)
  #expect(changed.contains("We prompted GPT-4 [@arxiv:2303.08774] to label"))
  #expect(!EditableProject.markdown(changed).analysis().diagnostics.contains { $0.code == "cite-model" })
}

@Test func anUncertainUseOffersItsAnswers() throws {
  let project = latex("\\section{Methods}\nA U-Net was trained on 4,210 leaf images.")
  let code = try #require(
    project.analysis().diagnostics.first { ["how-reused", "pretrained-or-scratch"].contains($0.code) })
  let own = project.fixes(of: project.analysis()).fixes(for: code).filter {
    $0.kind == .answer && $0.id.hasSuffix("-0")
  }
  #expect(own.map(\.title).contains("'U-Net' was trained from scratch"))
  #expect(own.allSatisfy { !$0.isPreferred })
}

@Test func aStatementSaysWhatTheManuscriptSays() throws {
  let project = latex(
    "\\section{Methods}\nBERT \\cite{d} showed the way. We prompted GPT-4 \\cite{o} (gpt-4-0613) to label each abstract.\n\nText."
  )
  let analysis = project.analysis()
  let statement = try #require(project.fixes(of: analysis).statement())
  let changed = project.applying(statement, of: analysis).files["main.tex"] ?? ""
  #expect(
    changed.contains(
      "Text.\n\n\\paragraph{Model reuse.}\nThis work reuses one model.\nGPT-4~\\cite{o} was prompted as released (version gpt-4-0613; "
    ))
  #expect(changed.contains("[TODO: prompt]).\n\n\\end{document}"))
  #expect(!changed.contains("BERT~"))
}

@Test func withoutReuseThereIsNoStatement() {
  let project = latex("\\section{Introduction}\nBERT \\cite{d} showed the way.")
  #expect(project.fixes(of: project.analysis()).statement() == nil)
}

@Test func aModelCanBeLeftOutOfASharedQuestion() throws {
  let project = latex("\\section{Methods}\nWe prompted GPT-4 and Claude 3.5 Sonnet to label each abstract.")
  let fix = try #require(fixes("prompting", project)["ignore-model-0"])
  let changed = project.applying(fix, of: project.analysis(), filling: { _ in "a reason" })
  #expect(changed.files["main.tex"]?.hasPrefix("% colophon: ignore-file prompting for GPT-4 -- a reason\n") == true)
  let left = changed.analysis().diagnostics.filter { $0.code == "prompting" }
  #expect(left.map(\.message) == ["'Claude 3.5 Sonnet': no prompt and no sampling parameters found"])
}

@Test func aCommentThatSilencesNothingCanBeRemoved() throws {
  let project = EditableProject.markdown("# Methods\n\n<!-- colophon: ignore seed -->\nNothing was reused.\n")
  #expect(try text("unused-suppression", "remove", project) == "# Methods\n\nNothing was reused.\n")
}

private let numbered =
  "# Methods\n\n1. Samples were drawn.\n2. We prompted GPT-4 to\n   label each abstract.  \n\n   All went well.\n3. Text.\n"

@Test(arguments: ["\n", "\r\n"]) func aCommentOnAnItemOfAListStandsInTheItem(lineEnd: String) throws {
  let project = EditableProject.markdown(numbered.replacing("\n", with: lineEnd))
  for (id, body) in [
    ("ignore-here", "ignore prompting -- [TODO: reason]"), ("discussed-0", "discussed GPT-4"),
    ("supplement", "see-supplement prompt-text, decoding-parameters for GPT-4"),
  ] {
    let expected = numbered.replacing("abstract.", with: "abstract. <!-- colophon: \(body) -->")
    #expect(try text("prompting", id, project) == expected.replacing("\n", with: lineEnd))
  }
}

@Test func aCommentInAnItemSilencesThatItemAlone() throws {
  let project = EditableProject.markdown(
    "# Methods\n\n1. We prompted Claude 3.5 Sonnet to label each page.\n\n1. We prompted GPT-4 to label each abstract.\n")
  let analysis = project.analysis()
  let question = try #require(analysis.diagnostics.first { $0.code == "prompting" })
  let fix = try #require(project.fixes(of: analysis).fixes(for: question).first { $0.id == "ignore-here" })
  let changed = project.applying(fix, of: analysis) { _ in "a reason" }
  let left = changed.analysis().diagnostics
  #expect(!left.contains { $0.code == "prompting" && $0.span.range.lowerBound == question.span.range.lowerBound })
  #expect(!left.contains { $0.code == "unused-suppression" })
}

@Test func anItemWithAnOpenCommentTakesNoOther() throws {
  let project = EditableProject.markdown("# Methods\n\n- We prompted GPT-4 to label <!-- each abstract.\n")
  #expect(fixes("prompting", project)["ignore-here"] == nil)
}

// MARK: Settings

private let settingsCases: [(before: String, after: String)] = [
  ("", "discussed = [\"A\\\"B\"]\n"),
  (
    "profile = \"ml\" # note\n\n[severity]\nseed = \"off\"\n",
    "profile = \"ml\" # note\ndiscussed = [\"A\\\"B\"]\n\n[severity]\nseed = \"off\"\n"
  ),
  ("discussed = []\n", "discussed = [\"A\\\"B\"]\n"),
  ("discussed = [ 'BERT' ]\n", "discussed = [ 'BERT', \"A\\\"B\" ]\n"),
  ("discussed = [\"x]\", \"BERT\",]\r\n", "discussed = [\"x]\", \"BERT\", \"A\\\"B\",]\r\n"),
  ("discussed = [\n  \"x\",\n  \"BERT\", # old\n]\n", "discussed = [\n  \"x\",\n  \"BERT\", # old\n  \"A\\\"B\",\n]\n"),
  (
    "discussed = [\n  \"x\" # last ]\n]\nstage = \"draft\"\n",
    "discussed = [\n  \"x\", # last ]\n  \"A\\\"B\"\n]\nstage = \"draft\"\n"
  ),
]

@Test(arguments: settingsCases) func aNameIsAddedToTheSettings(before: String, after: String) throws {
  let edit = try #require(SettingsList(Array(before.utf8)).edit(adding: "A\"B", to: "discussed"))
  let fix = Fix(id: "", title: "", kind: .silence, edits: [edit])
  let project = EditableProject([:], main: "", settings: before)
  let changed = project.applying(fix, of: project.analysis()).settings ?? ""
  #expect(changed == after)
  let (reading, problems) = ConfigurationFile.reading(of: changed)
  #expect(problems == [] && reading.discussed.contains("A\"B"))
}

@Test func aNameGoesToTheSettingsWhereThereAreAny() throws {
  var project = latex("\\section{Methods}\nWe prompted GPT-4 to label each abstract.")
  project.settings = "stage = \"draft\"\n"
  for (id, list) in [("discussed-0", "discussed"), ("not-model-0", "not-models")] {
    let changed = project.applying(try #require(fixes("prompting", project)[id]), of: project.analysis())
    #expect(changed.files == project.files)
    #expect(changed.settings == "stage = \"draft\"\n\(list) = [\"GPT-4\"]\n")
    let (configuration, _) = ConfigurationFile.reading(of: changed.settings ?? "")
    #expect(!changed.analysis(configuration).models.contains { $0.role == .reused })
  }
}

@Test func settingsInAnotherFormAreLeftAlone() {
  let project = EditableProject.latex("\\section{Methods}\nWe prompted GPT-4 to label each abstract.\n")
  let analysis = project.analysis()
  for broken in ["discussed = \"BERT\"\n", "discussed = [\n", "discussed = [\"a\n"] {
    let fixes = Fixes(analysis, settings: Array(broken.utf8))
    #expect(analysis.diagnostics.flatMap { fixes.fixes(for: $0) }.filter { $0.id == "discussed-0" } == [])
  }
}
