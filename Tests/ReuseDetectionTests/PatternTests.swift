import ReuseDetection
import TestSupport
import Testing

/// The patterns of the only reused model of a methods section.
private func patterns(_ text: String) -> [ReusePattern] {
  AnalysisOfText.latex("\\section{Methods} " + text).models.first { $0.role == .reused }?.patterns ?? []
}

@Test(arguments: [
  ("We fine-tuned RoBERTa on 4,210 abstracts.", ReusePattern.adaptation),
  ("We extracted frozen embeddings with RoBERTa and trained a linear probe on them.", .adaptation),
  ("We adapted RoBERTa with LoRA.", .adaptation),
  ("We prompted GPT-4 to label abstracts.", .deployment),
  ("We embedded all abstracts with RoBERTa and clustered the embeddings.", .deployment),
  ("Nuclei were segmented with the pre-trained StarDist model.", .deployment),
  ("A U-Net was trained from scratch on our images.", .conceptual),
  ("We trained a ResNet-50 with random initialisation.", .conceptual),
  ("We fine-tuned a ResNet-50 from ImageNet weights.", .adaptation),
])
func patternsFollowTheText(text: String, pattern: ReusePattern) {
  #expect(patterns(text) == [pattern])
}

@Test func aStatementForAllModelsCountsForEach() {
  let text =
    #"\section{Methods} We evaluated RoBERTa and SciBERT on our corpus. All models were fine-tuned for 3 epochs."#
  let analysis = AnalysisOfText.latex(text)
  #expect(analysis.models.map(\.patterns) == [[.adaptation], [.adaptation]])
}

@Test func fineTuningOfTheNeighbourIsNotTaken() {
  let text = #"\section{Methods} We detected animals with MegaDetector and sorted them with a fine-tuned ResNet-50."#
  let analysis = AnalysisOfText.latex(text)
  #expect(analysis.model("MegaDetector")?.patterns == [.deployment])
}

@Test func anUnstatedInitialisationIsLowConfidence() {
  let model = AnalysisOfText.latex(#"\section{Methods} We trained a U-Net~\citep{r} on our images."#).models.first
  #expect(model?.confidence == .low)
  #expect(model?.facets.initialisation == .unknown)
}
