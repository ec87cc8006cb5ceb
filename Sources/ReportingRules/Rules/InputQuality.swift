import ReuseDetection

extension Rule {
  static let inputQuality = Rule(
    detail: .inputQuality, ask: nil, since: .v02, noun: "handling of poor inputs",
    summary: "What was done with inputs of poor quality or with gaps is not stated.",
    why: "In practice inputs are worse than in a study.",
    remedy: "Say how such inputs were found, and whether they were mended or left out.",
    sentence: "Inputs of poor quality were ⟨how handled|excluded before MODEL was run⟩.",
    sources: [.of(.consortAI, "5(iii)"), .of(.tripodAI, "27a"), .of(.tripodLLM, "19e")],
    applies: { facets in facets.hasWeights },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦ResNet-50⟧ on scans of 4,210 patients."],
      clean: ["We fine-tuned ⟦ResNet-50⟧ on scans of 4,210 patients; blurry scans were excluded."]))
}
