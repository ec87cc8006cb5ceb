import LatexSyntax
import Manuscripts
import TestSupport
import Testing

/// The shown texts of a LaTeX body's blocks.
private func blocks(_ text: String) -> [String] { AnalysisOfText.latex(text).shownBlocks }

@Test func fontCommandsAndGroupsAreTransparent() {
  #expect(blocks(#"We \emph{used} {\bf bold} \textsc{AstroCLIP}~here."#) == ["We used bold AstroCLIP here."])
}

@Test func paragraphsEndAtBlankLines() {
  #expect(blocks("One\ntwo.\n\nThree.") == ["One two.", "Three."])
}

@Test func carriageReturnsEndLinesToo() {
  #expect(blocks("One\r\ntwo.\r\n\r\nThree.") == ["One two.", "Three."])
}

@Test func commentsAreNoText() {
  #expect(blocks("One % two\nthree 50\\% four.") == ["One three 50% four."])
}

@Test func namesSplitByMarkupAreWhole() {
  #expect(
    blocks(#"GPT-$3.5$ and \texttt{gpt\_5\_3} and ResNet-\allowbreak50."#) == ["GPT-3.5 and gpt_5_3 and ResNet-50."])
}

@Test func simpleFormulasAreTextAndOthersASign() {
  #expect(blocks(#"lr $2\times10^{-5}$, $\int_0^1 f$ and \[ x = \frac{1}{2} \]"#) == ["lr 2x10^-5, [%] and [%]"])
}

@Test func accentsAndSpecialCharactersAreLetters() {
  #expect(
    blocks("M\\\"uller, Fran\\c{c}ois, \\'{e}t\\'e, \u{200C}BERT\u{2011}base.") == ["Müller, François, été, BERT-base."]
  )
}

@Test func citationsAreSignsWithKeys() {
  let analysis = AnalysisOfText.latex(#"See \citep[p.~3]{a, b} and \citet{c}; \parencites[1]{d}[2]{e}."#)
  #expect(analysis.shownBlocks == ["See [@] and @; [@]."])
  let keys = analysis.reading.manuscript.blocks[0].marks.compactMap { mark -> [String]? in
    if case .citation(let keys) = mark.kind { keys } else { nil }
  }
  #expect(keys == [["a", "b"], ["c"], ["d", "e"]])
}

@Test func footnotesAreBlocksOfTheirOwn() {
  let analysis = AnalysisOfText.latex(#"Text\footnote{A note.} goes on."#)
  #expect(analysis.shownBlocks == ["Text goes on.", "A note."])
  #expect(analysis.reading.manuscript.blocks[1].attachedTo == 0)
}

@Test func aFootnoteInAHeadingHangsOnIt() {
  let analysis = AnalysisOfText.latex(#"\section{Methods\footnote{A note.}} Text."#)
  #expect(analysis.shownBlocks == ["Methods", "A note.", "Text."])
  #expect(analysis.reading.manuscript.blocks[1].attachedTo == 0)
}

@Test func tablesAreRowsWithTheirCaption() {
  let text =
    #"\begin{table}\caption{Scores}\begin{tabular}{lr} Model & F1 \\ \midrule BERT & 0.9 \\ \end{tabular}\end{table}"#
  let analysis = AnalysisOfText.latex(text)
  #expect(analysis.shownBlocks == ["Scores", "Model | F1", "BERT | 0.9"])
  #expect(analysis.reading.manuscript.blocks.map(\.float) == [1, 1, 1])
  #expect(
    analysis.reading.manuscript.blocks.map(\.kind) == [.caption, .tableRow(isHeader: true), .tableRow(isHeader: false)])
}

@Test func listingsAreCode() {
  let analysis = AnalysisOfText.latex(
    "A\n\\begin{lstlisting}[language=Python]\nx = \"\\cite{a}\"\n\\end{lstlisting}\nB")
  #expect(analysis.reading.manuscript.blocks.map(\.kind) == [.paragraph, .code(language: "python"), .paragraph])
}

@Test func quantitiesAreReadable() {
  #expect(blocks(#"On \SI{40}{\giga\byte} with \num{1e-4}."#) == ["On 40 GB with 1e-4."])
}

@Test func hiddenTextIsNotRead() {
  #expect(
    blocks(#"A \iffalse B \else C \fi D \todo{E} \removed{F} \begin{comment}G\end{comment} H"#).joined(separator: " ")
      == "A C D H")
}

@Test func textAfterTheDocumentIsNotRead() {
  #expect(blocks(#"\begin{document}A \verb|\end{document}| B\end{document} C"#) == [#"A \end{document} B"#])
}

@Test func sectionsHaveKinds() {
  let analysis = AnalysisOfText.latex(
    #"\section{Materials and Methods}A\subsection{Cells}B\section*{Data availability}C\appendix\section{More}D"#)
  let manuscript = analysis.reading.manuscript
  let kinds = manuscript.blocks.filter { $0.kind == .paragraph }.map { manuscript.sections[$0.section].kind }
  #expect(kinds == [.methods, .methods, .availability, .appendix])
}

@Test func languageComesFromBabel() {
  #expect(
    AnalysisOfText.latex(#"\usepackage[english,ngerman]{babel}\begin{document}Text\end{document}"#).language == "de")
}

@Test func anUnclosedBraceLosesNothing() {
  let analysis = AnalysisOfText.latex("A \\textbf{bold\n\nNext paragraph \\footnote{open\n\nLast.")
  #expect(analysis.shownBlocks.joined(separator: " ").contains("Last."))
  #expect(analysis.problems.map(\.kind) == [.unclosed])
}

@Test func aBlankLineAfterACommentEndsTheParagraph() {
  #expect(blocks("One. % note\n\nTwo.") == ["One.", "Two."])
  #expect(blocks("One. % note\r\n\r\nTwo.") == ["One.", "Two."])
  #expect(blocks("One % note\n  two.") == ["One two."])
}

@Test func loneCarriageReturnsEndLinesAndComments() {
  #expect(blocks("One % note\rtwo.\r\rThree.") == ["One two.", "Three."])
}

@Test(arguments: ["verbatim", "comment", "equation"]) func anEnvironmentWithoutEndLosesNothing(name: String) {
  let analysis = AnalysisOfText.latex("A \\begin{\(name)} B\n\nWe used BERT.")
  #expect(analysis.shownBlocks.last == "We used BERT.")
  #expect(analysis.problems.map(\.kind) == [.unclosed])
}
