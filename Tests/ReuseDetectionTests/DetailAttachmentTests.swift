import Manuscripts
import ReuseDetection
import TestSupport
import Testing

/// The states of a detail of one model in a methods section, once in LaTeX and once in Markdown.
///
/// `CITE` stands for a citation.
private func states(_ detail: Detail, of name: String, _ text: String) -> [DetailFinding.State?] {
  let latex = AnalysisOfText.latex("\\section{Methods} " + text.replacing("CITE", with: "\\citep{key}"))
  let markdown = AnalysisOfText.markdown("# Methods\n\n" + text.replacing("CITE", with: "[@key]"))
  return [latex, markdown].map { $0.model(name)?.details[detail]?.state }
}

private func check(_ detail: Detail, of name: String, _ text: String, is state: DetailFinding.State) {
  #expect(states(detail, of: name, text) == [state, state], "\(detail.rawValue) of \(name) in: \(text)")
}

@Test(arguments: [
  "We used ResNet-50 CITE to embed tiles.", "We used the Segment Anything Model (SAM) CITE to embed tiles.",
  "We used the ResNet-50 network proposed in CITE to embed tiles.",
])
func aCitationOnTheNameIsTheModels(text: String) {
  check(.modelCitation, of: text.contains("SAM") ? "SAM" : "ResNet-50", text, is: .present)
}

@Test(arguments: [
  "We evaluated GPT-2 on the data set of CITE and measured surprisal.",
  "We used GPT-2 to label posts with the scheme of earlier authors CITE.",
  "We prompted GPT-2 to label posts after a scheme of earlier work CITE.",
])
func aCitationOfSomethingElseIsNotTheModels(text: String) {
  check(.modelCitation, of: "GPT-2", text, is: .missing)
}

@Test func aCitationOfOneSizeServesItsSiblings() {
  check(
    .modelCitation, of: "Llama 3.1 70B", "We prompted Llama 3.1 8B CITE and Llama 3.1 70B to label posts.", is: .present
  )
}

@Test(arguments: [
  (Detail.seed, "We fine-tuned RoBERTa on 4,210 posts. Clusters were drawn with UMAP at random state 42."),
  (.seed, "We fine-tuned RoBERTa on 4,210 posts. We report the mean over 5 random seeds."),
  (.seed, "We fine-tuned RoBERTa on 4,210 posts. Confidence intervals are from a bootstrap with seed 7."),
  (.computeHardware, "We fine-tuned RoBERTa on 4,210 posts. Molecular dynamics was run in GROMACS on an NVIDIA V100."),
  (.computeHardware, "We fine-tuned RoBERTa on 4,210 posts. The memory footprint on the GPU is small."),
  (.modelLicence, "We fine-tuned RoBERTa on a corpus under CC BY."),
  (.modelLicence, "We fine-tuned RoBERTa. The code is under the MIT licence."),
  (.modelLicence, "We fine-tuned RoBERTa, which is under an open licence."),
  (.runtimeVersion, "We fine-tuned RoBERTa (org/roberta-pytorch, 0.3 dropout) on 4,210 posts."),
  (.pretrainingData, "We fine-tuned RoBERTa. Images were scaled with ImageNet normalisation."),
  (.trainingLength, "We fine-tuned RoBERTa on 4,210 posts with a batch of GPT-4 prompts."),
])
func aDetailOfSomethingElseIsNotTheModels(detail: Detail, text: String) {
  check(detail, of: "RoBERTa", text, is: .missing)
}

@Test(arguments: [
  (Detail.seed, "We fine-tuned RoBERTa on 4,210 posts with seeds 0, 1 and 42."),
  (.seed, "We fine-tuned RoBERTa on 4,210 posts. The random seed was set to 13."),
  (.modelLicence, "We fine-tuned RoBERTa (Apache-2.0) on 4,210 posts."),
  (.computeHardware, "We fine-tuned RoBERTa on 4,210 posts. Training took 3 hours on 4 GPUs."),
  (.pretrainingData, "We fine-tuned RoBERTa. It was pre-trained on Common Crawl."),
  (.runtimeVersion, "We fine-tuned RoBERTa on 4,210 posts. We used PyTorch (version 2.3)."),
])
func aDetailOfTheModelIsFound(detail: Detail, text: String) {
  check(detail, of: "RoBERTa", text, is: .present)
}

@Test func whatTheTrainingRanOnIsNotSaidOfAPromptedModel() {
  let text =
    "We prompted Mixtral-8x7B with greedy decoding.\n\nWe fine-tuned RoBERTa on 4,210 posts.\n\n"
    + "Training took 3 hours on one NVIDIA A100 with PyTorch 2.3."
  for detail in [Detail.computeHardware, .runtimeVersion] {
    check(detail, of: "Mixtral-8x7B", text, is: .missing)
    check(detail, of: "RoBERTa", text, is: .present)
  }
}

@Test func oneSentenceSpeaksForAListAndForItsExceptions() {
  let list = "We fine-tuned RoBERTa, DeBERTa-v3-small and XLNet on 4,210 posts.\n\n"
  let shared = list + "We selected RoBERTa by F1 score. All models were trained with AdamW for 3 epochs."
  let excepted = list + "All models except XLNet were trained with AdamW."
  for name in ["RoBERTa", "DeBERTa-v3-small", "XLNet"] {
    check(.optimiser, of: name, shared, is: .present)
    check(.trainingLength, of: name, shared, is: .present)
  }
  check(.optimiser, of: "RoBERTa", excepted, is: .present)
  check(.optimiser, of: "XLNet", excepted, is: .missing)
}

@Test func decodingStatedForAllModelsIsFoundFromAfar() {
  let text =
    "We prompted GPT-4 through the API.\n\nWe prompted Claude 2 through the API.\n\n"
    + "We parsed the answers of Claude 2. For all models, we used greedy decoding."
  check(.decodingParameters, of: "GPT-4", text, is: .present)
  check(.decodingParameters, of: "Claude 2", text, is: .present)
}

@Test func anotherTrainedModelsParagraphKeepsItsRecipe() {
  let text = "We fine-tuned RoBERTa on 4,210 posts.\n\nWe fine-tuned XLNet on the same posts. The optimiser was AdamW."
  check(.optimiser, of: "RoBERTa", text, is: .missing)
  check(.optimiser, of: "XLNet", text, is: .present)
}

@Test func aToolOnTheWayOwnsNoTraining() {
  let text = "We fine-tuned RoBERTa.\n\nText was cut with spaCy. The training set has 4,210 posts."
  check(.trainingDataSize, of: "RoBERTa", text, is: .present)
}

@Test(arguments: [
  ("We used all-mpnet-base-v2 to embed posts.", "all-mpnet-base-v2", DetailFinding.State.present),
  ("We used Phikon-v2 to embed tiles.", "Phikon-v2", .missing),
  ("We used DeBERTa-v3-small to embed posts.", "DeBERTa-v3-small", .missing),
  ("We prompted gpt-4-0613 to label posts.", "GPT-4", .present),
])
func aVersionIsMoreThanAGeneration(text: String, name: String, state: DetailFinding.State) {
  check(.modelVersion, of: name, text, is: state)
}

@Test(arguments: [
  ("We prompted Claude 3.5 Sonnet to label posts.", "Claude 3.5 Sonnet", DetailFinding.State.present),
  ("We prompted GPT-4o to label posts.", "GPT-4o", .missing), ("We used ESM3 to embed chains.", "ESM3", .missing),
  ("We used DINOv2-S to embed tiles.", "DINOv2", .present),
  ("We used BiomedCLIP (ViT-B/16) to embed tiles.", "BiomedCLIP", .present),
  ("We used GPT-2 (large) to embed posts.", "GPT-2", .present),
])
func aVariantIsASizeOrFlavour(text: String, name: String, state: DetailFinding.State) {
  check(.modelVariant, of: name, text, is: state)
}

@Test func numbersOfAResultsTableAreNoVersions() {
  let latex = AnalysisOfText.latex(
    #"\section{Results} We ran StarDist. \begin{table}\caption{Scores}\begin{tabular}{lr} Tool & AP \\ StarDist & 0.91 \\"#
      + #" \end{tabular}\end{table}"#)
  let markdown = AnalysisOfText.markdown(
    "# Results\n\nWe ran StarDist.\n\n| Tool | AP |\n|---|---|\n| StarDist | 0.91 |\n")
  for analysis in [latex, markdown] {
    #expect(analysis.model("StarDist")?.details[.modelVersion]?.state == .missing)
    #expect(analysis.model("StarDist")?.details[.runtimeVersion]?.state == .missing)
  }
}

@Test func scriptsThatCanBeHadHoldPromptsSeedsAndRecipes() {
  let code = " Code is available at \\url{https://github.com/a/b}."
  let prompted = AnalysisOfText.latex("\\section{Methods} We prompted GPT-4 with a prompt for each task." + code)
  #expect(prompted.model("GPT-4")?.details[.promptText]?.state == .delegated)
  let trained = AnalysisOfText.latex(
    "\\section{Methods} We fine-tuned RoBERTa with fixed seeds. Configuration files are in the repository." + code)
  #expect(trained.model("RoBERTa")?.details[.seed]?.state == .delegated)
  #expect(trained.model("RoBERTa")?.details[.optimiser]?.state == .delegated)
}

@Test func oneCitationOfSeveralWorksServesAList() {
  for text in [
    "We used RoBERTa and XLNet as encoders of all posts \\citep{liu,yang}.",
    "We used XLNet~\\citep{yang}, GPT-2~\\citep{radford} and RoBERTa as a common encoder~\\citep{liu}.",
  ] {
    let models = AnalysisOfText.latex("\\section{Methods} " + text).models
    #expect(models.filter { $0.role == .reused }.allSatisfy { $0.details[.modelCitation]?.state == .present })
  }
  check(.modelCitation, of: "XLNet", "We used RoBERTa and XLNet on the posts of a survey CITE.", is: .missing)
}
