import ManuscriptAnalysis
import ReportingRules
import Reports
import ReuseDetection
import TestSupport
import Testing

private func filled(
  _ analysis: Analysis, _ checklist: Checklist = .miClearLLM, overrides: [ItemOverride] = []
) -> FilledChecklist {
  FilledChecklist(
    ChecklistInput(
      result: ManuscriptResult(name: "main.md", folder: "", analysis: analysis), configuration: Configuration(),
      lockfiles: [], checklist: checklist, overrides: overrides, version: "0.1.0"))
}

private func forms(_ report: FilledChecklist) -> [String] {
  [ReportMarkdown.text(report), ReportJSON.text(report), ReportPage.html(report)]
}

private let prompted = """
  # Methods

  We prompted GPT-4 (gpt-4-0613) through the API of OpenAI on 3 May 2024 to label each abstract.
  The full prompt is given in the Supplement.
  """

@Test func anItemIsReportedWithPlaceAndQuote() throws {
  let item = try #require(filled(AnalysisOfText.markdown(prompted)).items.first { $0.item.key == "2" })
  let part = try #require(item.answers.first?.parts.first { $0.detail == .apiOrLocal })
  #expect(part.state == .reported)
  #expect(part.place?.words == "main.md:3" && part.place?.column == 44)
  #expect(part.quotation?.marked == "API")
  #expect(
    part.quotation?.text
      == "We prompted GPT-4 (gpt-4-0613) through the API of OpenAI on 3 May 2024 to label each abstract.")
}

@Test func whatStandsElsewhereIsDelegated() throws {
  let item = try #require(filled(AnalysisOfText.markdown(prompted)).items.first { $0.item.key == "5" })
  #expect(item.answers.first?.parts.first { $0.detail == .promptText }?.state == .delegated)
}

@Test func anItemIsAsOpenAsItsMostOpenPart() throws {
  let item = try #require(
    filled(AnalysisOfText.markdown("# Methods\n\nWe prompted GPT-4 to label each abstract.\n")).items.first)
  #expect(item.state == .notFound)
  #expect(item.answers.first?.parts.first { $0.detail == .modelIdentity }?.state == .reported)
  #expect(item.answers.first?.parts.first { $0.detail == .modelVersion }?.state == .notFound)
}

@Test func withoutReuseNothingIsOpen() {
  let report = filled(AnalysisOfText.markdown("# Introduction\n\nBERT [@devlin] changed the field.\n"))
  #expect(report.models.isEmpty && report.questions.isEmpty)
  #expect(report.items.allSatisfy { $0.state == .notApplicable || $0.state == .notJudged })
  #expect(report.others.map(\.name) == ["BERT"])
  for form in forms(report) { #expect(form.contains("named in the introduction")) }
}

@Test func aFileThatIsMissingQualifiesEveryNotFound() {
  let analysis = AnalysisOfText.files(
    ["main.tex": "\\section{Methods}\nWe prompted GPT-4 to label each abstract. \\input{gone}"], main: "main.tex")
  let report = filled(analysis)
  #expect(report.input.unread.count == 1)
  let lines = ReportMarkdown.text(report).split(separator: "\n").filter { $0.contains(": not found in what was read") }
  #expect(lines.count >= 4)
  for line in lines { #expect(line.contains("not found in what was read; one file could not be read"), "\(line)") }
  #expect(ReportPage.html(report).contains("; one file could not be read"))
  #expect(ReportLetter.text(report).contains("We could not read every file"))
}

@Test func anEmptyManuscriptGivesAnEmptyReport() {
  let report = filled(AnalysisOfText.markdown(""))
  #expect(report.isEmpty && report.items.isEmpty && report.questions.isEmpty)
  #expect(ReportMarkdown.text(report).contains("there is nothing to report"))
  #expect(ReportPage.html(report).contains("there is nothing to report"))
  #expect(ReportLetter.text(report).contains("no questions"))
}

@Test func otherLanguagesAreNotJudged() {
  let text =
    "---\nlang: de\n---\n\n# Methoden\n\nWir haben GPT-4 verwendet. We prompted GPT-4 to label each abstract.\n"
  let report = filled(AnalysisOfText.markdown(text))
  #expect(report.language == "de" && report.questions.isEmpty)
  #expect(report.items.allSatisfy { $0.state == .notApplicable || $0.state == .notJudged })
}

@Test func overridesAreShownAsSuchInEveryForm() throws {
  let override = ItemOverride(
    item: "1", state: .reported, name: "The <editor>", reason: "Given in the \"cover\" letter.")
  let report = filled(
    AnalysisOfText.markdown("# Methods\n\nWe prompted GPT-4 to label each abstract.\n"), overrides: [override])
  let item = try #require(report.items.first)
  #expect(item.found == .notFound && item.state == .reported)
  let (markdown, json, page) = (ReportMarkdown.text(report), ReportJSON.text(report), ReportPage.html(report))
  #expect(
    markdown.contains("set by The \\<editor\\>: Given in the \"cover\" letter. (Colophon: not found in what was read)"))
  #expect(json.contains(#""name": "The <editor>""#) && json.contains(#""found": "not-found""#))
  #expect(
    page.contains("Set by The &lt;editor&gt;: ") && page.contains("Colophon itself says: not found in what was read."))
}

@Test func theTextOfAManuscriptIsNoMarkup() {
  let text = """
    # Methods

    We prompted GPT-4 ("gpt-4-0613" <img src=x onerror=alert(2)>) to label 'each' `<script>alert(3)</script>` text.
    <!-- colophon: ignore seed -- "><script>alert(4)</script> -->
    """
  let page = ReportPage.html(filled(AnalysisOfText.markdown(text), .science))
  #expect(page.contains("&lt;script&gt;alert(3)&lt;/script&gt;") && page.contains("label &#39;each&#39;"))
  #expect(page.contains("ignore seed -- &quot;&gt;&lt;script&gt;alert(4)"))
  #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("onerror=alert(2)>"))
}

@Test func aLetterHasAtMostSixQuestions() {
  let text = """
    # Methods

    We fine-tuned RoBERTa-large to label abstracts, and prompted GPT-4 to write some.
    We segmented all cells with Cellpose, and trained a U-Net on our images.
    """
  for checklist in Checklist.allCases {
    let report = filled(AnalysisOfText.markdown(text), checklist)
    let letter = ReportLetter.text(report)
    let numbered = letter.split(separator: "\n").filter { $0.first?.isNumber == true && $0.contains(". ") }
    #expect(numbered.count == min(6, report.questions.count))
    #expect(letter.hasPrefix("Dear authors,\n") && letter.hasSuffix("The editors\n"))
    #expect(letter.split(separator: "\n").allSatisfy { $0.count <= 78 })
  }
}

@Test func aLetterNamesFewOfTheFilesThatAreMissing() {
  let inputs = (1...40).map { "\\input{gone\($0)}" }.joined(separator: " ")
  let analysis = AnalysisOfText.files(
    ["main.tex": "\\section{Methods}\nWe prompted GPT-4 to label each abstract. \(inputs)"], main: "main.tex")
  let words = ReportLetter.text(filled(analysis)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(words.contains("and 37 more, which the report lists"))
}

@Test func theSameInputGivesTheSameBytes() {
  #expect(forms(filled(AnalysisOfText.markdown(prompted))) == forms(filled(AnalysisOfText.markdown(prompted))))
}

private let adapted = "# Methods\n\nWe prompted GPT-4 to label each of XX abstracts.\n"

@Test func whatAnEditorHasSettledIsNotAskedAgain() throws {
  let analysis = AnalysisOfText.markdown(adapted)
  let open = filled(analysis, .tripodLLM)
  #expect(open.questions.contains { $0.details.contains(.modelVersion) })
  for state in [ItemState.reported, .delegated, .notApplicable, .notJudged] {
    let override = ItemOverride(item: "6a", state: state, name: "The editor", reason: "In the cover letter.")
    let settled = filled(analysis, .tripodLLM, overrides: [override])
    #expect(!settled.questions.contains { $0.details.contains(.modelVersion) })
    #expect(!settled.questions.isEmpty)
    #expect(ReportLetter.text(open).contains("version") && !ReportLetter.text(settled).contains("version"))
  }
  let kept = ItemOverride(item: "6a", state: .notFound, name: "The editor", reason: "Looked for in vain.")
  #expect(filled(analysis, .tripodLLM, overrides: [kept]).questions == open.questions)
}

@Test func aPlaceholderIsAskedForByItsWords() throws {
  let letter = ReportLetter.text(filled(AnalysisOfText.markdown(adapted), .science))
  #expect(letter.contains("What belongs in place of 'XX abstracts'? (main.md:3)"), "\(letter)")
}

@Test func theLetterSaysThatAnotherLanguageCouldNotBeJudged() {
  let text =
    "---\nlang: de\n---\n\n# Methoden\n\nWir haben GPT-4 verwendet. We prompted GPT-4 to label each abstract.\n"
  let report = filled(AnalysisOfText.markdown(text))
  let letter = ReportLetter.text(report)
  #expect(letter.contains("language code 'de'") && !letter.contains("no questions"), "\(letter)")
  for form in [ReportMarkdown.text(report), ReportPage.html(report)] {
    #expect(form.contains("is not in English (language code") && !form.contains("None."))
  }
}

@Test func whatAnUnmeasuredRuleFoundIsCountedApart() throws {
  let text = """
    # Methods

    We prompted GPT-4 (gpt-4-0613) through the API of OpenAI on 3 May 2024 to label each abstract. No patient data were
    sent to the API. We chose the prompt on 20 pilot abstracts.
    """
  let report = filled(AnalysisOfText.markdown(text), .tripodLLM)
  let unmeasured = report.items.filter(\.isUnmeasured)
  #expect(!unmeasured.isEmpty)
  #expect(report.unmeasuredCount == unmeasured.count)
  #expect(report.count(.reported) == report.items.filter { $0.state == .reported }.count - unmeasured.count)
  #expect(ItemState.allCases.map(report.count).reduce(0, +) + unmeasured.count == report.items.count)
  let words = "with words that may answer, found by rules that fewer than 20 labelled cases have measured"
  #expect(ReportMarkdown.text(report).contains("reported, \(unmeasured.count) \(words), "))
  #expect(ReportPage.html(report).contains("<strong>\(unmeasured.count)</strong> \(words)"))
  #expect(ReportJSON.text(report).contains("\"may-answer\": \(unmeasured.count)"))
}

@Test func aReportNamesTheMainFileHoweverItWasNamed() {
  let analysis = AnalysisOfText.markdown(prompted)
  let report = FilledChecklist(
    ChecklistInput(
      result: ManuscriptResult(name: "/home/author/paper/main.md", folder: "/home/author/paper/", analysis: analysis),
      configuration: Configuration(), lockfiles: [], checklist: .science, overrides: [], version: "0.1.0"))
  for form in forms(report) + [ReportLetter.text(report)] {
    #expect(form.contains("main.md") && !form.contains("/home"))
  }
}

@Test func aQuotationMarksTheNameAndNoPartOfAWord() throws {
  let text = "# Methods\n\nWith PAPERCLIP, we fine-tuned CLIP on 4,210 images.\n"
  let model = try #require(filled(AnalysisOfText.markdown(text), .science).models.first { $0.name == "CLIP" })
  let sentence = try #require(model.evidence.first).sentence
  #expect(sentence.before.hasSuffix("we fine-tuned ") && sentence.marked == "CLIP")
}
