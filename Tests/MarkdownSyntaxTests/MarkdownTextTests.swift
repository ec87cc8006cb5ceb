import Manuscripts
import MarkdownSyntax
import TestSupport
import Testing

private func blocks(_ text: String) -> [String] { AnalysisOfText.markdown(text).shownBlocks }

@Test func inlineMarkupIsTransparent() {
  #expect(blocks("We *used* **bold** `code` [a link](https://x.org/a_b) here.\n") == ["We used bold code a link here."])
}

@Test func softBreaksAreSpaces() {
  #expect(blocks("One\ntwo.\n\nThree.\n") == ["One two.", "Three."])
}

@Test func entitiesAndEscapesAreResolvedInPlace() throws {
  let marked = MarkedText("A &amp; B \\* ⟦GPT-4⟧ was used.\n")
  let analysis = AnalysisOfText.markdown(marked.text)
  #expect(analysis.shownBlocks == ["A & B * GPT-4 was used."])
  #expect(try #require(analysis.models.first?.mentions.first).span.range == marked.ranges[0])
}

@Test func placesHoldOnLazyAndQuotedLines() throws {
  let marked = MarkedText("> quoted *text*\n   goes on with ⟦BERT⟧ and\n> ends.\n")
  let analysis = AnalysisOfText.markdown(marked.text)
  #expect(analysis.reading.manuscript.blocks.map(\.kind) == [.quotation])
  #expect(try #require(analysis.models.first?.mentions.first).span.range == marked.ranges[0])
}

@Test func placesHoldBehindCitationsAndFormulasOverSeveralLines() throws {
  let marked = MarkedText(
    "As <d-cite \nkey=\"a\"></d-cite> says [@b;\n@c] of $x +\ny$, here\nwe ran ⟦BERT⟧ models\nagain and ⟦BERT⟧ twice.\n")
  let mentions = try #require(AnalysisOfText.markdown(marked.text).models.first).mentions
  #expect(mentions.map(\.span.range) == marked.ranges)
}

@Test func citationsOfAllDialectsAreSigns() {
  let text = "See [@a; @b, p. 3], @c, <d-cite key=\"d,e\"></d-cite>, \\citep{f}, {cite:p}`g` and a@b.org, @fig-x.\n"
  let analysis = AnalysisOfText.markdown(text)
  #expect(analysis.shownBlocks == ["See [@], @, [@], [@], [@] and a@b.org, ."])
  let keys = analysis.reading.manuscript.blocks[0].marks.flatMap { mark -> [String] in
    if case .citation(let keys) = mark.kind { keys } else { [] }
  }
  #expect(keys == ["a", "b", "c", "d", "e", "f", "g"])
}

@Test func namesWithFormulasAreWhole() {
  #expect(
    blocks("GPT-$3.5$ at $2\\times10^{-5}$ and $\\int_0^1 f$, 5 $ and 6 $.\n") == [
      "GPT-3.5 at 2x10^-5 and [%], 5 $ and 6 $."
    ])
}

@Test func frontMatterGivesTitleAbstractAndLanguage() {
  let analysis = AnalysisOfText.markdown(
    "---\ntitle: \"A *title*\"\nlang: de\nabstract: |\n  We used\n  BERT.\n---\n\nText.\n")
  #expect(analysis.shownBlocks == ["A title", "We used BERT.", "Text."])
  #expect(analysis.language == "de")
  #expect(analysis.reading.manuscript.sections[analysis.reading.manuscript.blocks[1].section].kind == .abstract)
}

@Test func keywordsAreNoProse() {
  let analysis = AnalysisOfText.markdown("---\ntitle: T\nkeywords: [BERT, foxes]\n---\n\nText.\n")
  #expect(analysis.reading.manuscript.blocks.map(\.kind) == [.title, .metadata, .paragraph])
  #expect(analysis.models == [])
}

@Test func pipeTablesAreRowsWithTheirCaption() {
  let analysis = AnalysisOfText.markdown("| Model | F1 |\n|---|---|\n| *BERT* | 0.9 |\n\n: Scores {#tbl:x}\n")
  #expect(analysis.shownBlocks == ["Model | F1", "BERT | 0.9", "Scores"])
  #expect(analysis.reading.manuscript.blocks.map(\.float) == [1, 1, 1])
}

@Test func codeChunksAreEvidenceAndNoProse() {
  let analysis = AnalysisOfText.markdown("```{python}\n#| eval: false\nx = \"[@a]\"\n```\n")
  #expect(analysis.reading.manuscript.blocks.map(\.kind) == [.code(language: "python")])
  #expect(analysis.shownBlocks == ["#| eval: false\nx = \"[@a]\"\n"])
}

@Test func captionsOfChunksAreCaptions() {
  let analysis = AnalysisOfText.markdown("```{r}\n#| label: fig-a\n#| fig-cap: Boxes by BERT\nplot(1)\n```\n")
  #expect(analysis.reading.manuscript.blocks.map(\.kind) == [.code(language: "r"), .caption])
  #expect(analysis.shownBlocks.last == "Boxes by BERT")
}

@Test func directivesHoldProseAndCaptions() {
  let text = "```{note}\nWe used *BERT*.\n```\n\n```{figure} a.png\n:name: fig-a\n\nBoxes by BERT.\n```\n"
  let blocks = AnalysisOfText.markdown(text).reading.manuscript.blocks
  #expect(blocks.map(\.kind) == [.paragraph, .caption])
  #expect(blocks.map(\.shownText) == ["We used BERT.", "Boxes by BERT."])
}

@Test func hiddenSyntaxIsNoText() {
  #expect(
    blocks("A <!-- no --> B {% include x %} C {{ y }} D {#fig:z .w} E\n\n::: {.note}\n\nF\n\n:::\n") == [
      "A B C D E", "F",
    ])
}

@Test func footnotesHangOnTheirParagraph() {
  let analysis = AnalysisOfText.markdown("Text[^1] goes on.\n\n[^1]: A note.\n")
  #expect(analysis.shownBlocks == ["Text goes on.", "A note."])
  #expect(analysis.reading.manuscript.blocks[1].attachedTo == 0)
}

@Test func htmlTablesAreRows() {
  #expect(
    blocks("<table><tr><th>Model</th><th>F1</th></tr>\n<tr><td>BERT</td><td>0.9</td></tr></table>\n") == [
      "Model | F1", "BERT | 0.9",
    ])
}

@Test func includesAreReadInPlace() {
  let analysis = AnalysisOfText.files(
    ["main.qmd": "A\n\n{{< include _m.qmd >}}\n\nB\n", "_m.qmd": "One\n"], main: "main.qmd")
  #expect(analysis.shownBlocks == ["A", "One", "B"])
}

@Test func identifiersInKeysAreWorks() {
  let works = AnalysisOfText.markdown("A [@doi:10.1/x; @arxiv:1810.04805].\n").reading.works
  #expect(works["doi:10.1/x"]?.doi == "10.1/x")
  #expect(works["arxiv:1810.04805"]?.arXiv == "1810.04805")
}

@Test func keysOfColonsIdentifyNothing() {
  let works = AnalysisOfText.markdown("As \\cite{:} and \\cite{doi:} say, and \\cite{:arXiv::x}.\n").reading.manuscript.works
  #expect(works.map(\.key) == [":", "doi:", ":arXiv::x"])
  #expect(works.map(\.doi) == ["", "", ""])
  #expect(works.map(\.arXiv) == ["", "", ":x"])
}

@Test func directivesInCommentsAreRead() {
  let directives = AnalysisOfText.markdown("<!-- colophon: discussed BERT -->\n\nBERT.\n").reading.manuscript.directives
  #expect(directives.map(\.body) == ["discussed BERT"])
  #expect(AnalysisOfText.markdown("`<!-- colophon: discussed BERT -->`\n").reading.manuscript.directives == [])
}

/// Words, markup and odd bytes that the alignment has to get right in any order.
@Test(arguments: 0..<60) func everyAlignedSegmentIsItsSource(seed: Int) {
  let pieces = [
    "We used ", "*BERT*", "**x** ", "&lt;", "\\_", "`co de`", "[l](u \"t\")", "\n", "\n\n", "> q\n", "- i\n", "é—ß ",
    "$a_b$ ", "[@k] ", "<b>h</b> ", "1. n\n", "![c](p.png)\n", "  \n", "# H\n", "@k ",
  ]
  var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
  var text = ""
  for _ in 0..<40 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    text += pieces[Int(state >> 33) % pieces.count]
  }
  let bytes = Array(text.utf8)
  for block in AnalysisOfText.markdown(text).reading.manuscript.blocks {
    let segments = block.text.segments
    for (index, segment) in segments.enumerated() {
      let start = segment.source.lowerBound + block.text.shift
      let end = segment.source.upperBound + block.text.shift
      #expect(end <= bytes.count, "seed \(seed)")
      guard segment.isAligned, end <= bytes.count else { continue }
      let textEnd = index + 1 < segments.count ? segments[index + 1].textStart : block.text.count
      // White space of any kind is shown as a space.
      let source = bytes[start..<end].map { $0 <= 0x20 ? 0x20 : $0 }
      #expect(block.text.bytes[segment.textStart..<textEnd].map { $0 <= 0x20 ? 0x20 : $0 } == source, "seed \(seed)")
    }
  }
}
