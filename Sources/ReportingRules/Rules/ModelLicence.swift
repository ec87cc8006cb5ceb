import ReuseDetection

extension Rule {
  static let modelLicence = Rule(
    detail: .modelLicence, ask: nil, since: .v01, noun: "licence",
    summary: "The licence or terms of the weights are not stated.",
    why: "Terms decide whether others may repeat the work and release what they derive.",
    remedy: "State the licence of the weights and that the use is within it.",
    sentence: "The weights of MODEL are released under ⟨licence or terms|the MIT licence⟩.",
    sources: [.of(.neurIPS, "Q12"), .of(.acl, "B2"), .of(.modelCards, "4.1"), .of(.huggingFaceCard, "license")],
    applies: { facets in facets.hasWeights },
    severity: .byReuse { _, _ in .reportOnly },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on 4,210 abstracts."],
      clean: ["We fine-tuned ⟦RoBERTa⟧, which is released under the MIT licence, on 4,210 abstracts."]))
}
