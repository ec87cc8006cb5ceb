import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection
import TestSupport
import Testing

@Test func modelsThatShareAGapShareAQuestion() {
  let text =
    #"\section{Methods} We prompted GPT-4~\citep{a} and Claude 2~\citep{b} through the API with temperature 0; prompts are in the Supplement."#
  let asks = AnalysisOfText.latex(text).diagnostics
  #expect(asks.map(\.code) == ["which-weights"])
  #expect(asks.first?.message == "'GPT-4' and 'Claude 2': no version or snapshot and no query date found")
  #expect(asks.first?.severity == .error)
  #expect(asks.first?.related.map(\.message) == ["the same for 'Claude 2'"])
}

@Test func lowConfidenceIsOneQuestion() {
  let text = #"\section{Methods} We trained a U-Net~\citep{r} and a ResNet-50~\citep{h} on our images."#
  let asks = AnalysisOfText.latex(text).diagnostics
  #expect(asks.map(\.message) == ["Were 'U-Net' and 'ResNet-50' trained from scratch, or from released weights?"])
  #expect(asks.map(\.severity) == [.hint])
}

@Test func aDraftGivesHintsAndASubmissionFullSeverity() {
  let text = "We prompted GPT-4 to label each abstract."
  #expect(AnalysisOfText.latex(text).diagnostics.allSatisfy { $0.severity == .hint })
  var configuration = Configuration()
  configuration.stage = .submission
  #expect(AnalysisOfText.latex(text, configuration).diagnostics.contains { $0.severity >= .warning })
}

@Test func anUnreadFileHoldsFindingsDown() {
  let text = #"\section{Methods} We prompted GPT-4 to label each abstract. \input{gone}"#
  #expect(AnalysisOfText.latex(text).diagnostics.allSatisfy { $0.severity == .hint })
}

@Test func configurationChangesSeveritiesAndSelection() {
  let text = #"\section{Methods} We prompted GPT-4 to label each abstract."#
  var configuration = Configuration()
  configuration.severities = ["which-weights": .hint]
  configuration.ignore = ["prompting"]
  configuration.select = ["which-weights", "prompting"]
  let asks = AnalysisOfText.latex(text, configuration).diagnostics
  #expect(asks.map(\.code) == ["which-weights"])
  #expect(asks.map(\.severity) == [.hint])
}

@Test func aQuestionNamesNoDetailThatSettingsLeaveOut() {
  let text = #"\section{Methods} We prompted GPT-4 to label each abstract."#
  func messages(_ change: (inout Configuration) -> Void) -> [String] {
    var configuration = Configuration()
    change(&configuration)
    return AnalysisOfText.latex(text, configuration).diagnostics.filter { $0.code == "which-weights" }.map(\.message)
  }
  let both = "'GPT-4': no version or snapshot and no query date found"
  let version = "'GPT-4': no version or snapshot found"
  #expect(messages { $0.select = ["which-weights"] } == [both])
  #expect(messages { $0.select = ["model-version"] } == [version])
  #expect(messages { $0.select = ["model-version", "access-date"] } == [both])
  #expect(messages { $0.ignore = ["access-date"] } == [version])
  #expect(messages { $0.select = ["prompt-text"] } == [])
}

@Test func otherLanguagesAreListedAndNotJudged() {
  let text =
    "\\usepackage[ngerman]{babel}\\begin{document}\\section{Methods} We prompted GPT-4 to label each abstract.\\end{document}"
  let analysis = AnalysisOfText.latex(text)
  #expect(analysis.names(.reused) == ["GPT-4"])
  #expect(analysis.diagnostics.map(\.code) == ["other-language"])
}

@Test func commentsSilenceByAskModelAndPlace() {
  let methods = "\\section{Methods}\n"
  let sentence = "We prompted GPT-4 to label each abstract.\n"
  let codes = { (text: String) in AnalysisOfText.latex(text).diagnostics.map(\.code) }
  #expect(
    !codes(methods + "% colophon: ignore which-weights -- said in the letter\n" + sentence).contains("which-weights"))
  #expect(!codes(methods + "% colophon: ignore which-weights for GPT-4\n" + sentence).contains("which-weights"))
  #expect(codes(methods + "% colophon: ignore which-weights for BERT\n" + sentence).contains("which-weights"))
  #expect(codes(methods + "% colophon: discussed GPT-4\n" + sentence) == [])
  #expect(codes(methods + "% colophon: not-a-model GPT-4\n" + sentence) == [])
  #expect(
    codes(methods + "% colophon: see-supplement prompt-text, decoding-parameters\n" + sentence).contains("prompting")
      == false)
}

@Test func unknownAndUnusedCommentsAreReported() {
  let diagnostics = AnalysisOfText.latex(
    "% colophon: ignore which-weight\n% colophon: ignore seed\n% colophon: ignroe seed\nText."
  ).diagnostics
  #expect(
    diagnostics.map(\.message) == [
      "unknown ask or detail 'which-weight'; did you mean 'which-weights'?",
      "unknown directive 'ignroe'; did you mean 'ignore'?",
      "'colophon: ignore seed' silences nothing",
    ])
}

@Test func commentsInListingsAreNoDirectives() {
  #expect(AnalysisOfText.latex("\\begin{verbatim}\n% colophon: ignroe x\n\\end{verbatim}").diagnostics == [])
}

@Test func frontMatterHoldsDirectivesToo() {
  let text =
    "---\ntitle: T\ncolophon:\n  - ignore-file which-weights\n---\n\n# Methods\n\nWe prompted GPT-4 to label each abstract.\n"
  #expect(!AnalysisOfText.markdown(text).diagnostics.map(\.code).contains("which-weights"))
}

@Test func atMostEightQuestionsAreShown() {
  #expect(AskBuilder.visibleLimit == 8)
  let analysis = AnalysisOfText.latex(
    "\\section{Methods} We used XX images, XX slides, XX frames, XX papers, XX cells, XX scans, XX items, XX tokens, XX hours."
  )
  #expect(analysis.diagnostics.count == 8)
  #expect(analysis.hiddenAskCount == 1)
}

@Test func theSentenceToWriteAnswersWhatTheMessageNames() throws {
  let text =
    #"\section{Methods} We fine-tuned ESM-2~\citep{l} (650M parameters) on signal peptides. We fine-tuned RoBERTa~\citep{r} on abstracts."#
  let ask = try #require(AnalysisOfText.latex(text).diagnostics.first { $0.code == "which-weights" })
  #expect(ask.message == "'ESM-2' and 'RoBERTa': no source of the weights found")
  #expect(ask.details.first == .weightsSource)
  #expect(ask.example == "The weights of ESM-2 were taken from [address, hub id or package].")
}

@Test func eachStandardIsNamedOnceWithItsItems() {
  #expect(
    AskBuilder.askedBy([.rule(for: .promptText), .rule(for: .decodingParameters)]) == [
      "MI-CLEAR-LLM items 5, 7", "TRIPOD-LLM 9a",
    ])
  let weights = AskBuilder.askedBy([.rule(for: .modelVersion), .rule(for: .modelVariant), .rule(for: .weightsSource)])
  #expect(weights.contains("CLAIM 2024 items 22, 23, 24"), "\(weights)")
}

@Test func aConflictIsAHintWithBothPlacesAndCanBeSilenced() throws {
  let abstract = "\\begin{abstract}We fine-tuned ResNet-50 on 12,000 images.\\end{abstract}\n"
  let comment = "% colophon: ignore conflicting-detail -- two releases\n"
  let methods = "We fine-tuned ResNet-50 on 11,800 images."
  let analysis = AnalysisOfText.latex(abstract + "\\section{Methods}\n" + methods)
  let diagnostic = try #require(analysis.diagnostics.first { $0.code == "conflicting-detail" })
  #expect(diagnostic.severity == .hint)
  #expect(diagnostic.message == "'ResNet-50': '11,800 images' here, '12,000 images' elsewhere")
  #expect(diagnostic.related.map(\.message) == ["here '12,000 images'"])
  #expect(diagnostic.details == [.trainingDataSize])
  #expect(diagnostic.example == nil)
  let silenced = AnalysisOfText.latex(abstract + "\\section{Methods}\n" + comment + methods)
  #expect(!silenced.diagnostics.contains { $0.code == "conflicting-detail" })
  #expect(RulePage.markdown(named: "conflicting-detail")?.contains("Which of two values holds?") == true)
}

@Test func modelsWithoutANameAreAskedForOutsideScience() {
  let text = #"\section{Methods} A vision-language model was queried for a caption of each slide."#
  var configuration = Configuration()
  configuration.profile = .clinicalLLM
  let asks = AnalysisOfText.latex(text, configuration).diagnostics
  #expect(asks.map(\.code) == ["which-model"])
  #expect(asks.map(\.severity) == [.hint])
  #expect(asks.map(\.message) == ["'A vision-language model' is used here: no name of the model found"])
  let named = #"\section{Methods} We prompted GPT-4. A large language model was queried twice."#
  #expect(!AnalysisOfText.latex(named, configuration).diagnostics.map(\.code).contains("which-model"))
  // No label says how often the question is right: `science` puts it where settings name it.
  #expect(AnalysisOfText.latex(text).diagnostics == [])
  var asking = Configuration()
  asking.severities = ["which-model": .warning]
  #expect(AnalysisOfText.latex(text, asking).diagnostics.map(\.severity) == [.warning])
}

@Test func aSizeOrASplitNarrowsWhatIsNotSaidOfTheData() {
  func severity(_ text: String) -> Severity? {
    AnalysisOfText.latex(#"\section{Methods} We fine-tuned ResNet-50 for 3 epochs. "# + text)
      .diagnostics.first { $0.code == "training-data" }?.severity
  }
  #expect(severity("") == .error)
  #expect(severity("Images were split by station, so that no station occurs in two parts.") == .warning)
  #expect(severity("The training set holds 4,210 images.") == .warning)
}

@Test(arguments: [
  ("acme/bert-base-uncased-notes", "acme/bert-base-uncased-notes"),
  ("bert-base-multilingual-cased-squad2", "bert-base-multilingual-cased-squad2"),
  ("amazon/chronos-bolt-base", "amazon/chronos-bolt-base"), ("cellmap/fly_run07_700000", "cellmap/fly_run07_700000"),
])
func anIdIsQuotedWhole(written: String, name: String) {
  let latex = AnalysisOfText.latex(
    #"\section{Methods} We embedded all abstracts with the model \texttt{"# + written.replacing("_", with: #"\_"#) + "}.")
  let markdown = AnalysisOfText.markdown("# Methods\n\nWe embedded all abstracts with the model `\(written)`.\n")
  for analysis in [latex, markdown] {
    #expect(analysis.models.map(\.name) == [name])
    #expect(analysis.diagnostics.allSatisfy { $0.message.hasPrefix("'\(name)': ") })
    let span = analysis.models.first?.anchor
    let bytes = span.map { analysis.reading.manuscript.files[$0.file].bytes[$0.range] } ?? []
    #expect(String(decoding: bytes, as: UTF8.self).replacing("\\", with: "") == name)
  }
}

@Test func wordsMadeOfANameAreNoPartOfIt() {
  let text = "# Methods\n\nWe embedded all abstracts with bert-base-uncased-based features and with PatchTST/TFT.\n"
  #expect(AnalysisOfText.markdown(text).models.map(\.name).contains("bert-base-uncased"))
  #expect(!AnalysisOfText.markdown(text).models.flatMap(\.surfaces).contains { $0.contains("/") || $0.hasSuffix("based") })
}
