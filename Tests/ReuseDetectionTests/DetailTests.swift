import Manuscripts
import ReuseDetection
import TestSupport
import Testing

/// The state of a detail of the first reused model of a methods section.
private func finding(_ detail: Detail, _ text: String) -> DetailFinding? {
  AnalysisOfText.latex("\\section{Methods} " + text).models.first { $0.role == .reused }?.details[detail]
}

@Test(arguments: [
  (Detail.modelVersion, "We prompted GPT-4 (gpt-4-0613) to label abstracts."),
  (.modelVariant, "We embedded sequences with ESM-2 (650M parameters)."),
  (.weightsSource, #"We fine-tuned RoBERTa (\url{https://huggingface.co/roberta-base})."#),
  (.modelCitation, #"We fine-tuned RoBERTa~\citep{liu}."#),
  (.modelLicence, "We fine-tuned RoBERTa, which is released under the MIT licence."),
  (.accessDate, "We prompted GPT-4. GPT-4 was queried between 3 and 9 May 2024."),
  (.apiOrLocal, "We prompted GPT-4 through the API."), (.pretrainingData, "We used ResNet-50 pre-trained on ImageNet."),
  (.adaptationMethod, "We fine-tuned RoBERTa with LoRA."),
  (.trainingDataName, "We fine-tuned RoBERTa on the SQuAD dataset."),
  (.trainingDataSize, "We fine-tuned RoBERTa on 4,210 abstracts."),
  (.trainingDataSplit, "We fine-tuned RoBERTa. We held out a test set of 10 percent."),
  (.optimiser, "We fine-tuned RoBERTa with AdamW."), (.trainingLength, "We fine-tuned RoBERTa for 3 epochs."),
  (.seed, "We fine-tuned RoBERTa with seed 42."),
  (.computeHardware, "We fine-tuned RoBERTa on one NVIDIA A100."),
  (.runtimeVersion, "We fine-tuned RoBERTa with PyTorch 2.3.1."),
  (.decodingParameters, "We prompted GPT-4 with temperature 0."),
  (.codeAvailability, #"We fine-tuned RoBERTa. Code is available at \url{https://github.com/a/b}."#),
  (.pretrainedOrScratch, "We trained a U-Net from scratch."),
  (.architectureSource, #"We trained a U-Net~\citep{r} from scratch."#),
  (.promptText, "We prompted GPT-4. The prompt was: \\begin{verbatim}Label this.\\end{verbatim}"),
  (.toolSettings, "Nuclei were segmented with Cellpose with default parameters."),
])
func statedDetailsArePresent(detail: Detail, text: String) {
  #expect(finding(detail, text)?.state == .present)
}

@Test(arguments: [
  (Detail.modelVersion, "We prompted GPT-4 to label abstracts."), (.weightsSource, "We fine-tuned RoBERTa."),
  (.modelCitation, "We fine-tuned RoBERTa."),
  (.accessDate, "We prompted GPT-4 to label abstracts."), (.optimiser, "We fine-tuned RoBERTa."),
  (.trainingLength, "We fine-tuned RoBERTa."),
  (.seed, "We fine-tuned RoBERTa. UMAP was run with random seed 42."), (.computeHardware, "We fine-tuned RoBERTa."),
  (.runtimeVersion, "We fine-tuned RoBERTa with PyTorch."),
  (.decodingParameters, "We prompted GPT-4 about room temperature 20."),
  (.promptText, "We prompted GPT-4 to label abstracts."), (.codeAvailability, "We fine-tuned RoBERTa."),
])
func unstatedDetailsAreMissing(detail: Detail, text: String) {
  #expect(finding(detail, text)?.state == .missing)
}

@Test func pointersAreDelegated() {
  #expect(finding(.promptText, "We prompted GPT-4. All prompts are given in the Supplement.")?.state == .delegated)
  #expect(
    finding(.optimiser, "We fine-tuned RoBERTa. Hyperparameters are listed in the Supplement.")?.state == .delegated)
}

@Test func promisesAndSecretsAreDeclared() {
  #expect(
    finding(.codeAvailability, "We fine-tuned RoBERTa. Code will be released upon acceptance.")?.state
      == .declaredUnavailable)
  #expect(
    finding(.pretrainingData, "We prompted GPT-4. The vendor does not disclose the training data of GPT-4.")?.state
      == .declaredUnavailable)
}

@Test func aDetailMayStandInAnyFileTableOrLockfile() {
  let analysis = AnalysisOfText.files(
    [
      "main.tex": #"\section{Methods} We fine-tuned RoBERTa. \input{table}"#,
      "table.tex":
        #"\begin{table}\caption{Settings}\begin{tabular}{lr} Optimiser & AdamW \\ Epochs & 3 \\ \end{tabular}\end{table}"#,
    ], main: "main.tex", lockfiles: [SourceFile(path: "requirements.txt", bytes: Array("torch==2.3.1\n".utf8))])
  let details = analysis.models[0].details
  #expect(details[.optimiser]?.state == .present)
  #expect(details[.trainingLength]?.value == "Epochs | 3")
  #expect(details[.runtimeVersion]?.value == "torch 2.3.1 (requirements.txt)")
}

@Test func aNeighboursDetailIsNotTaken() {
  let text =
    "We prompted GPT-4 to label abstracts.\n\nWe prompted Claude 2 (release 2023-07-11, version 2.0) to check them."
  #expect(finding(.modelVersion, text)?.state == .missing)
}

@Test func placeholdersAreFoundAndChromosomesAreNot() {
  let diagnostics = AnalysisOfText.latex(
    "We used XX images and INSERT BATCH SIZE; XX chromosomes and XXL shirts."
  ).diagnostics
  #expect(
    diagnostics.filter { $0.code == "placeholder-left" }.map(\.message) == [
      "'XX images' is still a placeholder", "'INSERT BATCH SIZE' is still a placeholder",
    ])
}

@Test(arguments: [
  (Detail.humanOversight, "Questions for GPT-4 were manually curated."),
  (.humanOversight, "Predictions of GPT-4 should be flagged for manual review."),
  (.humanOversight, "Users of GPT-4 may override settings of the model."),
  (.limitationsBias, "GPT-4 is robust to bias fields."), (.threshold, "GPT-4 reached an F1-score of 0.66."),
  (.outputHandling, "Tracks of cells are stored as JSON beside those of GPT-4."),
])
func wordsOnOtherThingsAreNoAnswer(detail: Detail, text: String) {
  DetailPassage("# Methods\nWe prompted GPT-4 to label each abstract.\n\(text)").check(detail, of: "GPT-4", is: .missing)
}
