import ManuscriptAnalysis
import ReuseDetection
import TestSupport
import Testing

/// A passage in both markups with the names of the models it reuses.
struct Passage: Sendable, CustomTestStringConvertible {
  let latex: String
  let markdown: String
  let reused: Set<String>

  /// A passage without markup under a heading.
  init(_ heading: String, _ text: String, reused: Set<String>) {
    let escaped = text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\\%")
    latex = "\\section{\(heading)}\n\(escaped)\n"
    markdown = "# \(heading)\n\n\(text)\n"
    self.reused = reused
  }

  init(latex: String, markdown: String, reused: Set<String>) {
    self.latex = latex
    self.markdown = markdown
    self.reused = reused
  }

  var testDescription: String { markdown }
}

/// Expects the reused models of a passage, in both markups.
func check(_ passage: Passage) {
  #expect(Set(AnalysisOfText.latex(passage.latex).names(.reused)) == passage.reused, "LaTeX")
  #expect(Set(AnalysisOfText.markdown(passage.markdown).names(.reused)) == passage.reused, "Markdown")
}

@Test(arguments: [
  Passage("Methods", "We did not compare against StarDist, and we did not evaluate Cellpose.", reused: []),
  Passage("Methods", "StarDist was excluded because it needs masks. We ran Cellpose on all images.", reused: ["Cellpose"]),
  Passage("Results", "Not only GPT-4 was prompted; we also queried Claude 2 for each note.", reused: ["GPT-4", "Claude 2"]),
  Passage("Discussion", "No zero-shot transfer with CLIP is yet possible.", reused: []),
])
func negationReachesItsClause(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Introduction", "Users can fine-tune BERT with this package, and researchers can load Cellpose.", reused: []),
  Passage("Discussion", "Future work will fine-tune RoBERTa on more notes.", reused: []),
  Passage("Methods", "Transcripts will be paired with the output of a trained wav2vec model.", reused: ["wav2vec"]),
  Passage("Methods", "GPT-4 was queried in May 2024 for each abstract.", reused: ["GPT-4"]),
])
func plansAndAdviceAreToldFromUse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Related work", "Smith et al. fine-tuned BERT for triage. In earlier work RoBERTa was applied to notes.", reused: []),
  Passage("Methods", "SynthSeg employs a 3D U-Net with five levels, and we ran SynthSeg on all scans.", reused: ["SynthSeg"]),
  Passage("Methods", "We used the Segment Anything Model (SAM); SAM's ViT-L encoder has 24 blocks.", reused: ["SAM"]),
  Passage("Results", "Our network reached 0.94, exceeding BERT and better than RoBERTa.", reused: []),
])
func othersModelsAndPartsOfModelsAreNotRun(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Results", "GPT-4 scored each answer from 0 to 10.", reused: ["GPT-4"]),
  Passage("Results", "We consider Claude 2 and GPT-4 as the closed models.", reused: ["Claude 2", "GPT-4"]),
  Passage("Results", "All models were prompted twice. Claude 2 has an overall accuracy of 0.61.", reused: ["Claude 2"]),
  Passage("Results", "Newer models did better (GPT-4o > GPT-4 > Claude 2).", reused: ["GPT-4o", "GPT-4", "Claude 2"]),
])
func useWithoutAUseVerbIsFound(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage(
    latex:
      #"\section{Results}\begin{table}\caption{Accuracy.}\begin{tabular}{lrl}Model & Accuracy & Source \\ BERT-Base & 0.93 & Devlin et al. \cite{d} \\ \end{tabular}\end{table} BERT-Base reached 0.93."#,
    markdown:
      "# Results\n\n| Model | Accuracy | Source |\n|---|---|---|\n| BERT-Base | 0.93 | Devlin et al. [@d] |\n\n: Accuracy.\n\nBERT-Base reached 0.93.\n",
    reused: []),
  Passage(
    latex:
      #"\section{Results} We fine-tuned each of the 2 evaluated LLMs. \begin{table}\caption{Accuracy.}\begin{tabular}{lr}Model & Accuracy \\ BioGPT \cite{b} & 0.62 \\ \end{tabular}\end{table}"#,
    markdown:
      "# Results\n\nWe fine-tuned each of the 2 evaluated LLMs.\n\n| Model | Accuracy |\n|---|---|\n| BioGPT [@b] | 0.62 |\n\n: Accuracy.\n",
    reused: ["BioGPT"]),
])
func rowsAreOwnRunsUnlessTheirNumbersAreCited(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "Signal peptides were predicted with SignalP 4.1.", reused: []),
  Passage("Methods", "Signal peptides were predicted with SignalP 6.0.", reused: ["SignalP"]),
])
func toolsFromBeforeTheyWereDeepAreNoReuse(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage(
    latex: #"\section{Methods} The QuuxSeg-type models were trained from scratch. We re-implemented the QuuxSeg model \cite{q} and trained it."#,
    markdown:
      "# Methods\n\nThe QuuxSeg-type models were trained from scratch. We re-implemented the QuuxSeg model [@q] and trained it.\n",
    reused: ["QuuxSeg"]),
  Passage("Methods", "We fine-tuned mental-xlnet-base-cased on our posts.", reused: ["mental-xlnet-base-cased"]),
  Passage("Methods", "We fine-tuned SoilBERT on our posts.", reused: ["SoilBERT"]),
  Passage(
    latex: #"\section{Methods} We ran the model \texttt{some-lab/quux\_cells\_run07} on all volumes."#,
    markdown: "# Methods\n\nWe ran the model `some-lab/quux_cells_run07` on all volumes.\n", reused: ["some-lab/quux_cells_run07"]),
  Passage("Methods", "We used the method of Quuxer et al. to segment all cells.", reused: ["Quuxer et al"]),
])
func unknownModelsAreFoundByWhatStandsBesideTheirNames(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage("Methods", "We prompted GPT-3.5/4 for each note.", reused: ["GPT-3.5", "GPT-4"]),
  Passage("Methods", "We fine-tuned ViT-B/16 on our plots.", reused: ["ViT-B/16"]),
])
func numbersBehindASlashShareTheName(passage: Passage) { check(passage) }

@Test(arguments: [
  Passage(
    latex:
      #"\section{Introduction}\begin{table}\caption{Capabilities of existing systems.}\begin{tabular}{lrr}System & Parameters & Zero-shot \\ CLIP & 400 & yes \\ BERT & 110 & no \\ \end{tabular}\end{table}"#,
    markdown:
      "# Introduction\n\n| System | Parameters | Zero-shot |\n|---|---|---|\n| CLIP | 400 | yes |\n| BERT | 110 | no |\n\n: Capabilities of existing systems.\n",
    reused: []),
  Passage(
    latex: "\\section{Methods} Labels were made by hand.\n% We fine-tuned BERT on 4,210 notes.\n\\newcommand{\\old}{We prompted GPT-4 twice.}\n",
    markdown: "# Methods\n\nLabels were made by hand.\n<!-- We fine-tuned BERT on 4,210 notes. -->\n", reused: []),
])
func capabilitiesAndCommentsAreNoUse(passage: Passage) { check(passage) }

/// The patterns of the model of that name, in both markups.
private func checkPatterns(_ text: String, _ model: String, _ patterns: [ReusePattern]) {
  #expect(AnalysisOfText.latex("\\section{Methods}\n" + text).model(model)?.patterns == patterns, "LaTeX: \(text)")
  #expect(AnalysisOfText.markdown("# Methods\n\n" + text + "\n").model(model)?.patterns == patterns, "Markdown: \(text)")
}

@Test func whatIsSaidOfAllModelsSpeaksWhereNothingElseDoes() {
  let text = "We used RoBERTa. We prompted Mixtral-8x7B for summaries of the notes. All models were fine-tuned on 812 notes."
  checkPatterns(text, "RoBERTa", [.adaptation])
  checkPatterns("We prompted GPT-4 for summaries. All models were fine-tuned on 812 notes.", "GPT-4", [.deployment])
}

@Test func aClassifierTrainedOnEmbeddingsIsAdaptation() {
  checkPatterns(
    "We trained a classifier using the embeddings of text-embedding-ada-002 of each note.", "text-embedding-ada-002",
    [.adaptation])
  checkPatterns("We clustered the embeddings of ESM-2 with k-means.", "ESM-2", [.deployment])
}

@Test func theOpeningOfAParagraphSpeaksForItsModels() {
  checkPatterns(
    "We trained two supervised baselines from scratch on the cases. PatchTST was used with patches of 16 steps.", "PatchTST",
    [.conceptual])
}

@Test func textsThatTellOfNoOwnWorkMustStateAUse() {
  let parts = [
    ("Attention everywhere", "Sentences were embedded with BERT."),
    ("Scaling up", "Larger models followed."), ("Outlook on speed", "More of the same."),
    ("Odd ends", "The rest."),
  ]
  let latex = parts.map { "\\section{\($0)}\n\($1)\n" }.joined(separator: "\n")
  let markdown = parts.map { "# \($0)\n\n\($1)\n" }.joined(separator: "\n")
  check(Passage(latex: latex, markdown: markdown, reused: []))
  let stated = "\n\nWe fine-tuned BERT on 4,210 images.\n"
  check(Passage(latex: latex + stated, markdown: markdown + stated, reused: ["BERT"]))
}

@Test(arguments: [
  Passage("Methods", "We detected animals with YOLO.", reused: ["YOLO"]),
  Passage("Methods", "We ran YOLO on all frames.", reused: ["YOLO"]),
  Passage("Methods", "We detected fish in the Yolo Bypass with nets.", reused: []),
  Passage("Methods", "We counted birds at 12 sites in Yolo County, California.", reused: []),
  Passage("Methods", "Students said YOLO when we asked about risk.", reused: []),
])
func aBareYOLOIsAModelBesideWhatItDoes(_ passage: Passage) { check(passage) }

@Test(arguments: ["GPT-4", "BERT embeddings", "GPT-4 scored 0.9. BERT embeddings were clustered.", "(BERT) embeddings"])
func aNameMayBeTheFirstAndTheLastWord(text: String) {
  for models in [AnalysisOfText.markdown(text).models, AnalysisOfText.latex(text).models] {
    #expect(!models.isEmpty)
  }
}
