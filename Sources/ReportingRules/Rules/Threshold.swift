import ReuseDetection

extension Rule {
  static let threshold = Rule(
    detail: .threshold, ask: nil, since: .v02, noun: "threshold",
    summary: "The cut-off that turns scores into decisions is not stated.",
    why: "Counts and rates move with the threshold.",
    remedy: "Give the threshold and how it was chosen, or say that the default was kept.",
    sentence:
      "Outputs of MODEL under a threshold of ⟨value, and how chosen|0.4, set on the validation set⟩ were dropped.",
    sources: [.of(.tripodAI, "15"), .of(.stardAI, "15c"), .of(.tripodLLM), .of(.modelCards, "4.4")],
    applies: { facets in facets.hasWeights && !facets.isPrompted },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["Nuclei were segmented with ⟦Cellpose⟧."],
      clean: ["Nuclei were segmented with ⟦Cellpose⟧; masks under a threshold of 0.4 were dropped."]))
}
