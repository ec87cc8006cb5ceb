import ReuseDetection

extension Rule {
  static let adaptedWeights = Rule(
    detail: .adaptedWeights, ask: nil, since: .v02, noun: "place of the trained weights",
    summary: "Whether the weights that resulted can be had is not stated.",
    why: "Without them others must train again and get other weights.",
    remedy: "Give the address of the trained weights, or say why they are not released.",
    sentence: "The trained weights of MODEL are available at ⟨address: address|https://doi.org/10.5281/zenodo.N⟩.",
    sources: [
      .of(.tripodAI, "22"), .of(.claim2024, "item 43"), .of(.mlReproducibility, "Code"), .of(.dome),
      .of(.neurIPS, "Q13"),
    ],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus. The fine-tuned weights are archived at Zenodo."]))
}
