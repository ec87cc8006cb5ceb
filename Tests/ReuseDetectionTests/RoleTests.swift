import ReuseDetection
import TestSupport
import Testing

/// The names of the reused models of a LaTeX body.
private func reused(_ text: String) -> [String] { AnalysisOfText.latex(text).names(.reused) }

@Test func ownUseIsReuseAndPraiseIsNot() {
  let text =
    #"\section{Introduction} BERT has been widely used. \section{Methods} We prompted GPT-4 to label each abstract."#
  #expect(reused(text) == ["GPT-4"])
}

@Test func thePassiveInTheMethodsIsOwnUse() {
  #expect(reused(#"\section{Methods} Nuclei were segmented using StarDist."#) == ["StarDist"])
}

@Test func whatOthersDidIsNoReuse() {
  #expect(
    reused(#"\section{Methods} \citet{a} used StarDist. \section{Related work} Smith et al. fine-tuned BERT."#) == [])
}

@Test func futureWorkAndAdviceAreNoReuse() {
  #expect(reused(#"\section{Discussion} Future work could fine-tune BERT. Users can load Cellpose."#) == [])
}

@Test func negatedUseIsNoReuse() {
  #expect(reused(#"\section{Methods} Labels were made by hand, without GPT-4."#) == [])
}

@Test func tablesOfOwnRunsAreReuse() {
  let table =
    #"\section{Results}\begin{table}\caption{Accuracy on our test set.}\begin{tabular}{lr}Model & Accuracy \\ \midrule StarDist & 0.91 \\ \end{tabular}\end{table} StarDist reached an accuracy of 0.91."#
  #expect(reused(table) == ["StarDist"])
}

@Test func numbersCopiedFromPapersAreNoReuse() {
  let table =
    #"\section{Results}\begin{table}\caption{Accuracies as reported by the authors.}\begin{tabular}{lr}Model & Accuracy \\ \midrule StarDist \cite{s} & 0.91 \\ \end{tabular}\end{table}"#
  #expect(reused(table) == [])
}

@Test func helpWithWritingIsARoleOfItsOwn() {
  let text = #"\section{Acknowledgements} ChatGPT was used for language editing of the manuscript."#
  #expect(AnalysisOfText.latex(text).names(.writingAid) == ["ChatGPT"])
}

@Test func theOwnProductIsNoReuse() {
  let text =
    "\\title{Zoobot: deep learning galaxy morphologies, a package}\\section{Summary} We present Zoobot, a package. We release Zoobot."
  let analysis = AnalysisOfText.latex("\\begin{document}" + text + "\\end{document}")
  #expect(analysis.names(.reused) == [])
  #expect(analysis.names(.ownProduct) == ["Zoobot"])
}

@Test(arguments: [
  "Cells were grown with S-adenosyl methionine (SAM). SAM was added daily.",
  "The Southern Annular Mode (SAM) was computed. We used SAM as an index.",
  "Reads were aligned and SAM files were sorted with samtools.",
  "We performed CLIP-seq and HITS-CLIP on RNA-binding proteins.",
  "The mean absolute error (MAE) was used. MAE was 0.3.",
  "Spectra were taken with the Gemini telescope in Chile.",
  "Major adverse cardiac events (MACE) were recorded. MACE was the outcome.",
  "Post-translational modifications (PTM) were mapped. PTM sites were used.",
])
func homonymsAreNotRead(text: String) {
  #expect(reused("\\section{Methods} " + text) == [])
}

@Test func theModelBehindAHomonymIsRead() {
  #expect(
    reused(
      #"\section{Methods} We segmented the images with the Segment Anything Model (SAM)~\citep{k}. SAM was prompted with boxes."#
    ) == ["SAM"])
}

@Test func namesInsideNamesAreNotRead() {
  #expect(
    AnalysisOfText.latex(#"\section{Methods} We used PaperCLIP-X and eclipse and \includegraphics[trim,clip]{a.pdf}."#)
      .models.map(\.name) == [])
}

@Test func unknownModelsAreFoundByTheirForm() {
  let text =
    #"\section{Methods} We fine-tuned \texttt{some-lab/quux-protein-large} model weights from \url{https://huggingface.co/some-lab/quux-protein-large}, and prompted Foobar-7B for labels."#
  #expect(Set(reused(text)) == ["some-lab/quux-protein-large", "Foobar-7B"])
}

@Test func sizesThatTheTextTellsApartAreModels() {
  let text = #"\section{Methods} We prompted Llama-3.1-8B-Instruct and Llama-3.1-70B-Instruct for labels."#
  #expect(reused(text) == ["Llama-3.1-8B-Instruct", "Llama-3.1-70B-Instruct"])
}

@Test func bothMarkupsGiveTheSameModels() {
  let latex = AnalysisOfText.latex("\\section{Methods}\nWe fine-tuned \\textbf{RoBERTa} on 4,210 abstracts.")
  let markdown = AnalysisOfText.markdown("# Methods\n\nWe fine-tuned **RoBERTa** on 4,210 abstracts.\n")
  #expect(latex.models.map(\.name) == markdown.models.map(\.name))
  #expect(latex.models.map(\.patterns) == markdown.models.map(\.patterns))
}

@Test func rankingsOfCheckpointsAreOwnResults() {
  let text = #"\section{Results} Larger models did better (Llama-3.1-70B-Instruct > Llama-3.1-8B-Instruct)."#
  #expect(reused(text) == ["Llama-3.1-70B-Instruct", "Llama-3.1-8B-Instruct"])
}
