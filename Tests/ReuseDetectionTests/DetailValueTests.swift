import ManuscriptAnalysis
import ReuseDetection
import TestSupport
import Testing

/// The value of a detail of RoBERTa, once in LaTeX and once in Markdown.
private func check(_ detail: Detail, _ text: String, is value: String?) {
  let found = DetailPassage("# Methods\n\(text)").models("RoBERTa").map { $0?.details[detail]?.value }
  #expect(found == [value, value], "\(detail.rawValue) in: \(text)")
}

/// The values of one quantity of RoBERTa.
private func texts(_ quantity: DetailValue.Quantity, _ passage: DetailPassage) -> [[String]] {
  passage.models("RoBERTa").map { $0?.values.filter { $0.quantity == quantity }.map(\.text) ?? [] }
}

@Test(arguments: [
  ("We fine-tuned RoBERTa on the SST-2 benchmark.", "SST-2 benchmark"),
  ("We fine-tuned RoBERTa. Our data come from the Tabula Sapiens cohort.", "Tabula Sapiens cohort"),
  ("We fine-tuned RoBERTa on our data set.", "our data set"),
  ("We split the Train and Test datasets. We fine-tuned RoBERTa on the CIFAR-10 dataset.", "CIFAR-10 dataset"),
])
func dataAreGivenByName(text: String, value: String) { check(.trainingDataName, text, is: value) }

@Test(arguments: [
  ("We fine-tuned RoBERTa on 4 NVIDIA A800 80GB GPUs with DeepSpeed.", "4 NVIDIA A800 80GB GPUs"),
  ("We fine-tuned RoBERTa on an NVIDIA T4 GPU.", "NVIDIA T4 GPU"),
  ("We fine-tuned RoBERTa on one A100 GPU in a day.", "A100 GPU"),
  ("We fine-tuned RoBERTa. Support came from the NVIDIA Corporation.", nil),
])
func machinesAreGivenWithCountAndMemory(text: String, value: String?) { check(.computeHardware, text, is: value) }

@Test func aReleaseIsPartOfTheVersion() {
  let models = DetailPassage("# Methods\nPosts were tagged with scispaCy 0.4.0 on a server.").models("scispaCy")
  #expect(models.map { $0?.details[.modelVersion]?.value } == ["scispaCy 0.4.0", "scispaCy 0.4.0"])
}

@Test func exponentsBelongToTheLearningRate() {
  let passage = DetailPassage(
    latex: #"\section{Methods} We fine-tuned RoBERTa with a learning rate of $1e^{-4}$, and batches of 8."#,
    markdown: "# Methods\n\nWe fine-tuned RoBERTa with a learning rate of $1e^{-4}$, and batches of 8.\n")
  for rates in texts(.learningRate, passage) { #expect(rates == ["learning rate of 1e^-4"]) }
}

@Test func patienceAndPointsInTimeAreNoLengths() {
  let passage = DetailPassage(
    "# Methods\nWe fine-tuned RoBERTa for 50 epochs. It stopped after 3 consecutive epochs without gain.\n"
      + "We kept step 1,800 (epoch 1.44) of RoBERTa.")
  #expect(texts(.epochs, passage) == [["50 epochs"], ["50 epochs"]])
}

@Test func aVersionInARowOfSettingsIsNoSetting() {
  let passage = DetailPassage(
    latex: #"\section{Methods} We fine-tuned RoBERTa. \begin{table}\caption{Settings}\begin{tabular}{lll} "#
      + #"& Learning rate & 8e-7 \\ & Transformers & 4.36.0 (with RoBERTa) \\ \end{tabular}\end{table}"#,
    markdown:
      "# Methods\n\nWe fine-tuned RoBERTa.\n\n| | Setting | Value |\n|---|---|---|\n| | Learning rate | 8e-7 |\n"
      + "| | Transformers | 4.36.0 (with RoBERTa) |\n")
  for rates in texts(.learningRate, passage) { #expect(!rates.contains { $0.contains("4.36") }) }
}

@Test func anotherSectionsLengthIsNoValueOfTheModel() {
  let passage = DetailPassage(
    """
    # Labelling
    The labelling model was trained for 250 epochs.
    # Classification
    We fine-tuned RoBERTa on 4,210 posts.
    The posts were cut at sentence borders. They were then sorted. Nothing else was done.
    Training ran for 10 epochs.
    """)
  #expect(texts(.epochs, passage) == [["10 epochs"], ["10 epochs"]])
}

@Test(arguments: [
  (Detail.modelVariant, "Geneformer", "We embedded all cells with Geneformer V2-316M CITE."),
  (.weightsSource, "en_core_web_sm", "We parsed all sentences with `en_core_web_sm`."),
  (
    .weightsSource, "BioBERT",
    "We chose BioBERT. We downloaded a pre-trained version of this model using the package of Hugging Face and fine-tuned it."
  ),
])
func sizesAndSourcesBesideTheNameCount(detail: Detail, name: String, text: String) {
  let latex = text.replacing("`en_core_web_sm`", with: #"\texttt{en\_core\_web\_sm}"#)
  let passage = DetailPassage("# Methods\n" + text)
  let other = DetailPassage(latex: "\\section{Methods} " + latex.replacing("CITE", with: "\\citep{key}"), markdown: passage.markdown)
  other.check(detail, of: name, is: .present)
}

@Test(arguments: ["We embedded 650 million cells with Geneformer. 12M of them were new.", "We ran Geneformer 3 times on 2M cells."])
func numbersThatCountOtherThingsAreNoSize(text: String) {
  DetailPassage("# Methods\n" + text).check(.modelVariant, of: "Geneformer", is: .missing)
}
