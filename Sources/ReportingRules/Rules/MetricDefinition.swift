import ReuseDetection

extension Rule {
  static let metricDefinition = Rule(
    detail: .metricDefinition, ask: nil, since: .v02, noun: "metric",
    summary: "The metric by which the model was judged is not named.",
    why: #""Works well" cannot be compared."#,
    remedy: "Name the metrics, and define those that have several forms.",
    sentence: "MODEL was scored by ⟨metrics|F1 and AUROC⟩.",
    sources: [
      .of(.tripodAI, "12e"), .of(.tripodLLM), .of(.claim2024, "item 28"), .of(.mlReproducibility), .of(.reforms),
    ],
    applies: { _ in true },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["Nuclei were segmented with ⟦Cellpose⟧."],
      clean: ["Nuclei were segmented with ⟦Cellpose⟧; we report the Jaccard index."]))
}
