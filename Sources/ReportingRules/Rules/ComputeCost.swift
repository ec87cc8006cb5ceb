import ReuseDetection

extension Rule {
  static let computeCost = Rule(
    detail: .computeCost, ask: nil, since: .v02, noun: "time, energy or cost of the computing",
    summary: "How much computing the work took is not stated.",
    why: "Readers plan by it, and it is the greater part of the footprint.",
    remedy: "Give hours of processors, energy, emissions or price.",
    sentence: "Training MODEL took ⟨time, energy or price|38 GPU-hours⟩ in all.",
    sources: [
      .of(.neurIPS, "Q8"), .of(.acl, "C1"), .of(.mlReproducibility, "Results"), .of(.tripodLLM, "12"),
      .of(.fair4ml, "hasCO2eEmissions"),
    ],
    applies: { facets in facets.isAdapted || facets.isTrained },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus. This took 38 GPU-hours."]))
}
