import ReuseDetection

extension Rule {
  static let adaptationMethod = Rule(
    detail: .adaptationMethod, ask: .adaptationMethod, since: .v01, noun: "way of adapting",
    summary: "A model is adapted and the text does not say how.",
    why: "Full fine-tuning, a probe and an adapter update different parameters.",
    remedy: "Say what was trained: all weights, a head, adapters.",
    sentence: "In the adaptation of MODEL, we trained ⟨all layers, a new head, or adapters|all layers⟩.",
    sources: [.of(.miClearLLM, "item 4"), .of(.tripodAI, "12c"), .of(.claim2024, "items 24-25")],
    applies: { facets in facets.isAdapted },
    severity: .byReuse { _, _ in .error },
    examples: Example.inBothMarkups(
      flagged: [],
      clean: ["We fine-tuned all layers of ⟦RoBERTa⟧ on 4,210 abstracts."]))
}
