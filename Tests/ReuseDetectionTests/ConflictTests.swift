import ReuseDetection
import TestSupport
import Testing

/// The conflicts of an abstract and a methods section, in LaTeX and in Markdown.
private func conflicts(_ abstract: String, _ methods: String) -> [[ConflictCheck.Conflict]] {
  let latex = AnalysisOfText.latex("\\begin{abstract}\(abstract)\\end{abstract}\n\\section{Methods} \(methods)")
  let markdown = AnalysisOfText.markdown("# Abstract\n\n\(abstract)\n\n# Methods\n\n\(methods)\n")
  return [latex, markdown].map { ConflictCheck.conflicts(in: $0.reading, models: $0.models) }
}

private func check(_ abstract: String, _ methods: String, finds detail: Detail, _ text: String, _ other: String) {
  for found in conflicts(abstract, methods) {
    #expect(found.map(\.detail) == [detail])
    #expect(found.map(\.text) == [text])
    #expect(found.map(\.otherText) == [other])
  }
}

@Test func aSizeInTheAbstractThatTheMethodsContradictIsFound() {
  check(
    "We fine-tuned ResNet-50 on 12,000 images.", "We fine-tuned ResNet-50 with Adam on 11,800 labelled images.",
    finds: .trainingDataSize, "11,800 labelled images", "12,000 images")
  check(
    "We fine-tuned ResNet-50 on 200 images.", "ResNet-50 was fine-tuned on 500 images.", finds: .trainingDataSize,
    "500 images", "200 images")
  check(
    "We fine-tuned ResNet-50 with a dataset of 12,000 images.",
    "We fine-tuned ResNet-50. The dataset contains a total of 11,800 images.", finds: .trainingDataSize,
    "11,800 images", "12,000 images")
}

@Test func anotherSizeOfTheFamilyInTheAbstractIsFound() {
  check(
    "We fine-tuned BERT-base to label posts.", "We fine-tuned BERT-large to label posts with Adam.",
    finds: .modelVariant, "BERT-large", "BERT-base")
}

@Test func settingsThatTheAbstractContradictsAreFound() {
  check(
    "We fine-tuned RoBERTa for 3 epochs.", "We fine-tuned RoBERTa with AdamW for 5 epochs.", finds: .trainingLength,
    "5 epochs", "3 epochs")
  check(
    "We prompted GPT-4 at temperature 0.", "We prompted GPT-4 with a temperature of 0.7.", finds: .decodingParameters,
    "temperature of 0.7", "temperature 0")
}

@Test func aTableOfSettingsThatContradictsTheTextIsFound() {
  let latex = AnalysisOfText.latex(
    #"\section{Methods} We fine-tuned RoBERTa for 3 epochs. \begin{table}\caption{Settings}\begin{tabular}{lr}"#
      + #"Setting & Value \\ Epochs & 5 \\ \end{tabular}\end{table}"#)
  let markdown = AnalysisOfText.markdown(
    "# Methods\n\nWe fine-tuned RoBERTa for 3 epochs.\n\n| Setting | Value |\n|---|---|\n| Epochs | 5 |\n")
  for analysis in [latex, markdown] {
    let found = ConflictCheck.conflicts(in: analysis.reading, models: analysis.models)
    #expect(found.map(\.text) == ["Epochs | 5"])
    #expect(found.map(\.otherText) == ["3 epochs"])
  }
}

@Test(arguments: [
  (
    "We fine-tuned ResNet-50 on 12,000 images.", "ResNet-50 was fine-tuned on 12,000 images and tested on 2,000 images."
  ),
  ("We fine-tuned ResNet-50 on 12,000 images.", "We trained ResNet-50 on 10,000 images and validated on 2,000 images."),
  ("We fine-tuned ResNet-50 on about 12,000 images.", "ResNet-50 was fine-tuned on 11,800 images."),
  ("We fine-tuned ResNet-50 on 12,000 images.", "ResNet-50 was fine-tuned on 11,800 images of 40 patients."),
  ("We fine-tuned ResNet-50 on 12,000 images.", "ResNet-50 was fine-tuned on 640 patients."),
  ("We fine-tuned ResNet-50 on 12,000 images.", "We fine-tuned VGG-16 with Adam on 9,000 images."),
  ("A dataset of 12,000 images is released.", "We fine-tuned ResNet-50. The second dataset contains 500 images."),
])
func differentThingsAreNoConflictOfSizes(abstract: String, methods: String) {
  let isSame = methods.contains("11,800 images of 40 patients")
  for found in conflicts(abstract, methods) { #expect(found.isEmpty != isSame, "\(found.map(\.text))") }
}

@Test(arguments: [
  ("We fine-tuned RoBERTa for 3 epochs.", "In the second stage we fine-tuned RoBERTa for 5 epochs."),
  ("We fine-tuned RoBERTa.", "We fine-tuned RoBERTa for 3 epochs. For the ablation, RoBERTa was trained for 5 epochs."),
  ("We fine-tuned RoBERTa for 10 epochs.", "RoBERTa converged after 7 epochs."),
  ("We fine-tuned RoBERTa for 3 epochs.", "We fine-tuned RoBERTa and XLNet. XLNet was trained for 5 epochs."),
  ("We fine-tuned RoBERTa with seed 1.", "We fine-tuned RoBERTa with seeds 1, 2 and 3."),
  ("We fine-tuned BERT-base.", "We fine-tuned BERT-base and BERT-large to label posts."),
  ("We fine-tuned BERT-base and BERT-large.", "We fine-tuned BERT-large to label posts."),
  ("We fine-tuned RoBERTa at a learning rate of 2e-5.", "We fine-tuned RoBERTa at a learning rate of 0.00002."),
])
func stagesSeriesAndSiblingsAreNoConflict(abstract: String, methods: String) {
  for found in conflicts(abstract, methods) { #expect(found.isEmpty, "\(found.map(\.text))") }
}

@Test func valuesStandWithTheirQuantities() {
  let text =
    "We fine-tuned RoBERTa on 4,210 posts with AdamW, learning rate 2e-5, batch size of 16, for 3 epochs with "
    + "seed 42 on 4 NVIDIA A100 GPUs."
  for analysis in [AnalysisOfText.latex("\\section{Methods} " + text), AnalysisOfText.markdown("# Methods\n\n" + text)]
  {
    let values = analysis.models.first?.values ?? []
    #expect(
      values.map { "\($0.quantity.rawValue): \($0.text)" } == [
        "training items: 4,210 posts", "epochs: 3 epochs", "batch size: batch size of 16",
        "learning rate: learning rate 2e-5", "seed: seed 42", "hardware: 4 NVIDIA A100 GPUs",
      ])
  }
}
