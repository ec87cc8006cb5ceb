import ReuseDetection

extension Rule {
  static let architectureChanges = Rule(
    detail: .architectureChanges, ask: .adaptationMethod, since: .v02, noun: "word on changes of the architecture",
    summary: "Layers may have been added or replaced, and the text does not say so.",
    why: "A new output layer, or its absence, decides what a model can answer.",
    remedy: "Name the layers that were added, removed or replaced, or say that none were.",
    sentence:
      "The architecture of MODEL was changed as follows: ⟨layers added, removed or replaced|its output layer became a 4-way layer⟩.",
    sources: [.of(.claim2024, "item 22"), .of(.mlReproducibility, "model description"), .of(.tripodAI, "12c")],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .hint(in: [.clinical, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: [
        "We fine-tuned ⟦RoBERTa⟧ on our corpus; its output layer was replaced by a 4-way layer."
      ]))
}
