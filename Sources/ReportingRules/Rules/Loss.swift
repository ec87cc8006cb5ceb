import ReuseDetection

extension Rule {
  static let loss = Rule(
    detail: .loss, ask: .trainingRecipe, since: .v02, noun: "loss",
    summary: "A training is described without its loss.",
    why: "What is minimised decides what is learnt.",
    remedy: "Name the loss and its weights.",
    sentence: "The loss of MODEL was ⟨name|weighted cross-entropy⟩.",
    sources: [.of(.claim2024, "item 25"), .of(.dome, "optimisation protocol")],
    applies: { facets in facets.isTrained },
    severity: .hint(in: [.imaging]),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus. The loss was cross-entropy."]))
}
