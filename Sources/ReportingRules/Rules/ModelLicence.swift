import ReuseDetection

extension Rule {
  static let modelLicence = Rule(
    detail: .modelLicence, ask: nil, since: "0.1",
    summary: "The licence or terms of the weights are not stated.",
    why: "Terms decide whether others may repeat the work and release what they derive.",
    remedy: "State the licence of the weights and that the use is within it.",
    sentence: "The weights of MODEL are released under ⟨licence or terms|the MIT licence⟩.",
    sources: [.of(.neurIPS, "Q12"), .of(.acl, "B2"), .of(.modelCards, "4.1"), .of(.huggingFaceCard, "license")],
    applies: { facets in facets.hasWeights },
    severity: { _, _ in .reportOnly },
    examples: [
      .flagged(latex: #"\section{Methods} We fine-tuned ⟦RoBERTa⟧ on 4,210 abstracts."#),
      .clean(
        latex:
          #"\section{Methods} We fine-tuned ⟦RoBERTa⟧, which is released under the MIT licence, on 4,210 abstracts."#),
    ])
}
