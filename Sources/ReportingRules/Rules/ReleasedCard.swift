import ReuseDetection

extension Rule {
  static let releasedCard = Rule(
    detail: .releasedCard, ask: nil, since: .v02, noun: "model card of the trained weights",
    summary: "Trained weights are released and no card with their licence and limits is named.",
    why: "Those who take the weights need to know what they are for.",
    remedy: "Publish a card with licence, intended use and limits beside the weights, and name it.",
    sentence:
      "A model card with licence and limits of MODEL as trained here is at ⟨address: address|https://huggingface.co/ORG/NAME⟩.",
    sources: [.of(.neurIPS, "Q13"), .of(.modelCards), .of(.fair4ml, "usageInstructions")],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus. The fine-tuned weights are archived at Zenodo."],
      clean: [
        "We fine-tuned ⟦RoBERTa⟧ on our corpus. The fine-tuned weights are archived at Zenodo with a model card."
      ]))
}
