import LatexSyntax
import Manuscripts
import TestSupport
import Testing

private func blocks(_ text: String) -> [String] { AnalysisOfText.latex(text).shownBlocks }

@Test func macrosAreExpandedWithTheirArguments() {
  let text =
    #"\newcommand{\gpt}{GPT-4\xspace}\newcommand{\m}[2][base]{BERT-#1 (#2)}\gpt labels. \m{x} and \m[large]{y}."#
  #expect(blocks(text) == ["GPT-4 labels. BERT-base (x) and BERT-large (y)."])
}

@Test func macroNamesPointToTheirCall() throws {
  let marked = MarkedText(#"\newcommand{\gpt}{GPT-4}\section{Methods} We prompted ⟦\gpt⟧ to label."#)
  let analysis = AnalysisOfText.latex(marked.text)
  let mention = try #require(analysis.models.first?.mentions.first)
  #expect(mention.span.range == marked.ranges[0])
  #expect(mention.surface == "GPT-4")
}

@Test func definitionsOfAllKindsAreRead() {
  #expect(
    blocks(#"\def\a#1{[#1]}\let\b=\a\NewDocumentCommand{\c}{s o m}{<#3>}\a{x} \b{y} \c*[o]{z}"#) == ["[x] [y] <z>"])
}

@Test func commandsNamedMuchLikeAMacroAreNone() {
  #expect(blocks(#"\newcommand{\net}{ResNet}\net, \nat, \ent, \nets."#) == ["ResNet, , , ."])
}

@Test func acronymsAreShownInTheirShortForm() {
  #expect(
    blocks(#"\acrodef{rob}[RoBERTa]{Robust BERT}\newacronym{k}{SAM}{Segment Anything}\ac{rob}, \gls{k}, \acl{rob}"#)
      == ["RoBERTa, SAM, Robust BERT"])
}

@Test func configuredMacrosKeepTheirProse() {
  #expect(
    LatexReader.reading(
      of: ProjectFiles(main: [SourceFile(path: "a.tex", bytes: Array(#"A \mine{key}{text} B"#.utf8))]),
      options: LatexReaderOptions(macroSignatures: ["mine": [false, true]])
    ).manuscript.blocks.map(\.shownText) == ["A text B"])
}

@Test func macroBombsAreAProblemAndNoHang() {
  var text = #"\def\a{xxxxxxxxxx}"#
  var last = "a"
  for scalar in "bcdefghijklmnopqrstuvwxyz" {
    text += "\\def\\\(scalar){\\\(last)\\\(last)}"
    last = String(scalar)
  }
  let analysis = AnalysisOfText.latex(text + "\\" + last)
  #expect(analysis.problems.map(\.kind) == [.bound])
  #expect(analysis.shownBlocks.reduce(0) { $0 + $1.utf8.count } <= 65_536 + 20 * text.utf8.count)
}

@Test func recursionEnds() {
  #expect(AnalysisOfText.latex(#"\def\a{\a}\a"#).problems.map(\.kind) == [.bound])
}

@Test func includesAreReadInPlace() {
  let analysis = AnalysisOfText.files(
    [
      "main.tex": #"A \input{s/one} \subfile{two} \input three.tex B"#, "s/one.tex": "One",
      "two.tex": #"\documentclass{subfiles}\begin{document}Two\end{document}"#, "three.tex": "Three",
    ],
    main: "main.tex")
  #expect(analysis.shownBlocks == ["A", "One", "Two", "Three", "B"])
}

@Test func missingFilesAndCyclesAreProblems() {
  let analysis = AnalysisOfText.files(
    ["main.tex": #"\input{gone}\input{a}"#, "a.tex": #"\input{main}"#], main: "main.tex")
  #expect(analysis.problems.map(\.kind) == [.missingFile, .includeCycle])
}
