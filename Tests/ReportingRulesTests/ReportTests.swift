import ManuscriptAnalysis
import Reports
import TestSupport
import Testing

private func report(_ text: String, width: Int = 80) -> String {
  let result = ManuscriptResult(name: "main.tex", folder: "", analysis: AnalysisOfText.latex(text))
  return LintReport.text([result], style: TextStyle(isColoured: false, width: width))
}

@Test func theReportShowsPlaceReasonAndRemedy() {
  let text =
    "\\section{Methods}\nWe prompted GPT-4~\\citep{a} (gpt-4-0613) to label each abstract; prompts are in the Supplement. It is retired."
  #expect(
    report(text) == """
      warning[prompting]: 'GPT-4': no sampling parameters found
        --> main.tex:2:13
       2 | We prompted GPT-4~\\citep{a} (gpt-4-0613) to label each abstract; prom…
         |             ^^^^^
         = why: Temperature and sampling decide how much answers vary.
         = asked by: TRIPOD-LLM; MI-CLEAR-LLM item 7
         = write: GPT-4 was sampled with temperature [number] and at most [number] new
                  tokens.

      hint[which-weights]: 'GPT-4': no word on API or local run found
        --> main.tex:2:13
       2 | We prompted GPT-4~\\citep{a} (gpt-4-0613) to label each abstract; prom…
         |             ^^^^^
         = why: The weights behind a name change, and a name alone does not say which
                were used.
         = asked by: MI-CLEAR-LLM item 2
         = write: GPT-4 was run [through an API, on a web page, or locally].

      1 model reused · 1 warning, 1 hint in 1 file of 1 manuscript

      """)
}

@Test func aManuscriptWithoutReuseGetsOneFriendlyLine() {
  #expect(report("Nothing here.") == "no reuse of a pre-trained model found in 1 file of 1 manuscript\n")
}

@Test func wideCharactersAreUnderlinedInTheirColumns() {
  let text = "\\section{Methods}\n数据 🧬 We prompted GPT-4 to label each abstract."
  #expect(
    report(text).contains(" 2 | 数据 🧬 We prompted GPT-4 to label each abstract.\n   |                     ^^^^^\n"))
}

@Test func longLinesAreCutAroundTheModel() {
  let padding = String(repeating: "word ", count: 200)
  let lines = report("\\section{Methods}\n\(padding)We prompted GPT-4 to label. \(padding)").split(separator: "\n")
  let excerpt = lines.first { $0.hasPrefix(" 2 | ") }
  #expect(excerpt.map { $0.count <= 80 && $0.contains("GPT-4") && $0.hasPrefix(" 2 | …") } == true)
}

@Test func jsonEscapesWhatItMust() {
  let text = "\\section{Methods} We prompted GPT-4 to \"label\" \\textbackslash each\tabstract."
  let json = InventoryReport.json(
    ManuscriptResult(name: "a\"b\\c\n.tex", folder: "", analysis: AnalysisOfText.latex(text)))
  #expect(json.contains(#""manuscript": "a\"b\\c\n.tex""#))
  #expect(json.contains(#"\"label\" \\each"#))
}
