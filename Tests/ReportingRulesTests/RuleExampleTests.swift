import Foundation
import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection
import TestSupport
import Testing

/// A form in which an example is run again.
private enum Variant: String, CaseIterable {
  case asIs, carriageReturns, afterForeignText, inComment

  /// The example's text in this form.
  func applied(to text: String, isLatex: Bool) -> String {
    switch self {
    case .asIs: text
    case .carriageReturns: String(text.flatMap { $0 == "\n" ? ["\r", "\n"] : [$0] })
    case .afterForeignText: "Ünïcödé 数据 🧬 text.\n\n" + text
    case .inComment:
      isLatex ? text.split(separator: "\n").map { "% \($0)" }.joined(separator: "\n") : "<!-- \(text) -->\n"
    }
  }

  /// Nothing may be found where the text is no text.
  var isHidden: Bool { self == .inComment }
}

private struct Case: CustomTestStringConvertible {
  let rule: Rule
  let example: Rule.Example

  var testDescription: String { "\(rule.name): \(example.text)" }
}

private let cases = Rule.all.flatMap { rule in rule.examples.map { Case(rule: rule, example: $0) } }

/// The analysis of a text with all its details.
private func analysis(of text: String, isLatex: Bool) -> Analysis {
  (isLatex ? AnalysisOfText.latex(text) : AnalysisOfText.markdown(text)).inFull()
}

@Test(arguments: cases, Variant.allCases)
private func examplesHoldInEveryForm(_ tested: Case, _ variant: Variant) {
  let marked = MarkedText(variant.applied(to: tested.example.text, isLatex: tested.example.isLatex))
  let analysis = analysis(of: marked.text, isLatex: tested.example.isLatex)
  let found = analysis.findings.contains { $0.detail == tested.rule.detail }
  #expect(found == (tested.example.isFlagged && !variant.isHidden))
}

@Test(arguments: cases.filter(\.example.isFlagged)) private func findingsStandAtTheMarkedModel(_ tested: Case) throws {
  let marked = MarkedText(tested.example.text)
  let analysis = analysis(of: marked.text, isLatex: tested.example.isLatex)
  let finding = try #require(analysis.findings.first { $0.detail == tested.rule.detail })
  #expect(finding.anchor.range.overlaps(marked.ranges[0]))
}

@Test(arguments: cases.filter(\.example.isFlagged)) private func suppressedExamplesAreSilent(_ tested: Case) {
  let text = MarkedText(tested.example.text).text
  let comment = "colophon: ignore-file -- tested"
  let analysis =
    tested.example.isLatex
    ? AnalysisOfText.latex("% \(comment)\n\(text)") : AnalysisOfText.markdown("<!-- \(comment) -->\n\n\(text)")
  #expect(analysis.diagnostics.filter { $0.severity > .hint } == [])
}

@Test(arguments: cases.filter(\.example.isLatex)) private func examplesHoldWhenSplitOverFiles(_ tested: Case) {
  let text = MarkedText(tested.example.text).text
  guard let space = text.range(of: "} ")?.upperBound else { return }
  let files = ["main.tex": String(text[..<space]) + "\\input{rest}", "rest.tex": String(text[space...])]
  let found = AnalysisOfText.files(files, main: "main.tex").inFull().findings.contains { $0.detail == tested.rule.detail }
  #expect(found == tested.example.isFlagged)
}

@Test(arguments: cases.filter(\.example.isLatex)) private func examplesHoldBehindAnUnclosedBrace(_ tested: Case) {
  let text = "\\textbf{open\n\n" + MarkedText(tested.example.text).text
  let found = AnalysisOfText.latex(text).inFull().findings.contains { $0.detail == tested.rule.detail }
  #expect(found == tested.example.isFlagged)
}

@Test(arguments: cases.filter(\.example.isFlagged)) private func theSentenceOfARuleAnswersIt(_ tested: Case) {
  let marked = MarkedText(tested.example.text)
  let name = String(decoding: marked.bytes[marked.ranges[0]], as: UTF8.self)
  let answer = tested.rule.sentence.example(for: name, isLatex: tested.example.isLatex)
  let text = marked.text + (marked.text.hasSuffix("\n") ? "" : " ") + answer + "\n"
  let analysis = analysis(of: text, isLatex: tested.example.isLatex)
  #expect(analysis.findings.filter { $0.detail == tested.rule.detail } == [], "\(answer)")
}

@Test func everyGapHasAHintAndAnExample() {
  for rule in Rule.all {
    let gaps = rule.sentence.parts.compactMap { part in if case .gap(let gap) = part { gap } else { nil } }
    #expect(!gaps.isEmpty, "\(rule.name)")
    for gap in gaps {
      #expect(!gap.example.isEmpty && gap.hint.allSatisfy { $0.isLetter || " ,-".contains($0) }, "\(rule.name): \(gap)")
    }
  }
}

/// The words that make a reuse one of these also answer the rule, so that nothing can be flagged.
private let selfAnswering: Set<Detail> = [.modelIdentity, .adaptationMethod, .conversion, .quantisation]

@Test func everyRuleIsShownAtWorkInBothMarkups() {
  for rule in Rule.all {
    for isLatex in [true, false] {
      let examples = rule.examples.filter { $0.isLatex == isLatex }
      #expect(examples.contains { !$0.isFlagged }, "\(rule.name)")
      #expect(examples.contains(where: \.isFlagged) != selfAnswering.contains(rule.detail), "\(rule.name)")
    }
  }
}

@Test func thereIsOneRuleForEachDetail() {
  #expect(Rule.all.map(\.detail) == Detail.allCases)
}

@Test func namesAreAcceptedInAmericanSpelling() {
  #expect(RuleNames.spelling(of: "model-license") == "model-licence")
  #expect(RuleNames.spelling(of: "optimizer") == "optimiser")
  #expect(RuleNames.spelling(of: "nonsense") == nil)
}

@Test func pagesSayWhatWhyAndWho() throws {
  let page = try #require(RulePage.markdown(named: "model-version"))
  for part in [
    "# model-version", "**Why.**", "**What to do.**", "MI-CLEAR-LLM item 1", "science: error",
    "**Applies to.** A closed model prompted through an API; ", "% colophon: ignore model-version",
  ] {
    #expect(page.contains(part))
  }
  #expect(RulePage.markdown(named: "which-weights")?.contains("`model-version`") == true)
  #expect(RulePage.markdown(named: "nonsense") == nil)
}
