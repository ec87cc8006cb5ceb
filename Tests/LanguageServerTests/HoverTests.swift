import LanguageServerWire
import Reports
import Testing

@testable import LanguageServer

private let paper = """
  \\section{Methods}
  😀 We fine-tuned BERT on our notes with AdamW.
  The code is at \\url{https://github.com/org/repo}.

  """

private func text(_ hover: JSONValue) -> String { hover[path: "contents", "value"].string ?? "" }

@Test(arguments: PositionEncoding.allCases)
func hoverOnAMentionStandsOnItsName(_ encoding: PositionEncoding) {
  var session = EditorSession(encoding)
  session.open(paper)
  let start = width(ofEmojiIn: encoding) + 15
  let hover = session.ask("hover", at: (1, start + 2))
  #expect(hover["range"] == lineRange(1, start..<(start + 4)))
  #expect(session.ask("hover", at: (1, start - 2)) == .null)
}

@Test func hoverTellsHowTheModelIsReusedAndWhy() {
  var session = EditorSession(.utf8)
  session.open(paper)
  let words = text(session.ask("hover", at: (1, 20)))
  #expect(words.hasPrefix("**BERT**: reused by adaptation (fine-tuned or head trained)\n\nHere: fine-tuned."))
  #expect(words.contains("Confidence: high."))
  #expect(
    words.contains(
      "- [untitled-paper.tex:2](untitled:paper#L2), own use in the first person: “😀 We fine-tuned BERT on our notes with AdamW.”"
    ))
}

@Test func theChecklistLinksWhatWasFoundAndLeavesOutWhatDoesNotApply() {
  var session = EditorSession(.utf8)
  session.open(paper)
  let lines = text(session.ask("hover", at: (1, 20))).split(separator: "\n")
  #expect(lines.contains("- ☑ optimiser (`optimiser`): AdamW, [untitled-paper.tex:2](untitled:paper#L2)"))
  #expect(lines.contains("- ☐ size of the training data (`training-data-size`)"))
  for detail in ["prompt-text", "access-date", "quantisation"] {
    #expect(!lines.contains { $0.contains(detail) }, "\(detail) does not apply to a fine-tuned open model")
  }
}

@Test func hoverSaysWhatTheCatalogueKnowsWithSourceAndDate() {
  var session = EditorSession(.utf8)
  session.open(paper)
  let words = text(session.ask("hover", at: (1, 20)))
  #expect(words.contains("**The catalogue on BERT** (of 2026-11; sources: "))
  #expect(words.contains("Hugging Face transformers, documentation (4.57.3, 2025-12)"))
  #expect(words.contains("- paper: [arXiv:1810.04805](https://arxiv.org/abs/1810.04805)"))
  // The table has this licence from memory only.
  #expect(!words.contains("Apache-2.0"))
}

@Test func aLongSentenceIsQuotedAroundTheName() {
  var session = EditorSession(.utf8)
  let many = String(repeating: "of many words that say little ", count: 6)
  session.open("# Methods\n\nIn a sentence \(many)we fine-tuned BERT on our notes.\n", "untitled:paper", "markdown")
  let words = text(session.ask("hover", at: (2, 14 + many.utf8.count + 16)))
  #expect(words.contains("“…"))
  #expect(words.contains("we fine-tuned BERT on our notes.”"))
}

@Test func aPackagePinnedBesideTheManuscriptIsLinkedToItsLine() throws {
  let folder = try FolderOfFiles(["paper.md": "", "requirements.txt": "numpy==2.1.0\ntorch==2.3.1\n"])
  var session = EditorSession(.utf8)
  session.open("# Methods\n\nWe fine-tuned BERT on our notes.\n", folder.uri("paper.md"), "markdown")
  let words = text(session.ask("hover", folder.uri("paper.md"), at: (2, 15)))
  #expect(words.contains("torch 2.3.1 (requirements.txt), [requirements.txt:2](\(folder.uri("requirements.txt"))#L2)"))
}

@Test func aPackageThatIsPinnedAnewIsSeenWithoutTheClientsWord() throws {
  let folder = try FolderOfFiles(["paper.md": "", "requirements.txt": "torch==2.3.1\n"])
  var session = EditorSession(.utf8)
  session.open("# Methods\n\nWe fine-tuned BERT on our notes.\n", folder.uri("paper.md"), "markdown")
  session.rest()
  try folder.write("torch==2.10.0 # newer\n", to: "requirements.txt")
  session.rest()
  #expect(text(session.ask("hover", folder.uri("paper.md"), at: (2, 15))).contains("torch 2.10.0"))
}

@Test(arguments: [(["plaintext", "markdown"], "plaintext"), (["markdown"], "markdown"), ([], "plaintext")])
func hoverComesInTheFormThatTheClientShows(formats: [String], kind: String) {
  var session = EditorSession(
    capabilities: ["textDocument": ["hover": ["contentFormat": .array(formats.map(JSONValue.string))]]])
  session.open(paper)
  let hover = session.ask("hover", at: (1, 18))
  #expect(hover[path: "contents", "kind"] == .string(kind))
  #expect(text(hover).contains("**") == (kind == "markdown"))
  if kind == "plaintext" {
    #expect(text(hover).contains("- paper: arXiv:1810.04805\n"))
    #expect(text(hover).contains("☑ optimiser (optimiser): AdamW, untitled-paper.tex:2\n"))
  }
}

@Test func hoverInACommentShowsThePageOfWhatItNames() {
  var session = EditorSession(.utf16)
  session.open("% 😀\n% colophon: ignore which-weights, seed -- later\nText.\n")
  let ask = session.ask("hover", at: (1, 22))
  #expect(text(ask).hasPrefix("# which-weights\n"))
  #expect(ask["range"] == lineRange(1, 19..<32))
  #expect(text(session.ask("hover", at: (1, 36))).hasPrefix("# seed\n"))
  #expect(text(session.ask("hover", at: (1, 14))).hasPrefix("`colophon: ignore`: "))
  #expect(text(session.ask("hover", at: (1, 4))).hasPrefix("# which-weights\n"))
}

@Test func hoverInFrontMatterAndHTMLCommentsShowsThePage() {
  var session = EditorSession(.utf8)
  session.open(
    "---\ntitle: A\ncolophon:\n  - ignore model-license\n---\n\nText <!-- colophon: ignore cite-model --> here.\n",
    "untitled:paper", "markdown")
  #expect(text(session.ask("hover", at: (3, 15))).hasPrefix("# model-licence\n"))
  #expect(text(session.ask("hover", at: (6, 30))).hasPrefix("# cite-model\n"))
}

@Test func hoverInTheSettingsFileExplainsItsWords() {
  var session = EditorSession(.utf8)
  let uri = "file:///nowhere/colophon.toml"
  session.open(
    "profile = \"ml\"\nignore = [\n  \"seed\", # prompting\n]\n[severity]\nprompting = \"off\"\n", uri, "toml")
  #expect(text(session.ask("hover", uri, at: (0, 3))) == "`profile`: how severe each question is")
  #expect(text(session.ask("hover", uri, at: (0, 12))) == "`ml`: machine-learning venues (NeurIPS, ACL)")
  #expect(text(session.ask("hover", uri, at: (2, 5))).hasPrefix("# seed\n"))
  #expect(session.ask("hover", uri, at: (2, 13)) == .null)
  #expect(text(session.ask("hover", uri, at: (5, 3))).hasPrefix("# prompting\n"))
  #expect(text(session.ask("hover", uri, at: (5, 14))) == "`off`: the same as report-only")
}

@Test func plainTextHasTheWordsOfMarkdownWithoutItsSigns() {
  let page =
    "# a\\_b\n\n**Bold** `x_y*` [main.tex:2](file:///p/main.tex#L2) [a paper](https://doi.org/10.1/2)\n\n    \\cite{a*b}"
  #expect(MarkupText.plain(page) == "a_b\n\nBold x_y* main.tex:2 a paper (https://doi.org/10.1/2)\n\n    \\cite{a*b}")
  #expect(MarkupText.plain(MarkdownText.escaped("a_b*c [d](e) `f` <g>")) == "a_b*c [d](e) `f` <g>")
}
