import ReuseDetection

extension Rule {
  static let baseline = Rule(
    detail: .baseline, ask: nil, since: .v02, noun: "baseline",
    summary: "The model is compared with no simple baseline and no other model.",
    why: "Often a simple method does as well.",
    remedy: "Compare with a simple method on the same data.",
    sentence: "MODEL was compared with ⟨baseline or other model|a logistic regression⟩.",
    sources: [.of(.dome), .of(.tripodLLM), .of(.llmInSE), .of(.reforms)],
    applies: { _ in true },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["Nuclei were segmented with ⟦Cellpose⟧."],
      clean: ["Nuclei were segmented with ⟦Cellpose⟧ and, as a baseline, by Otsu thresholding."]))
}
