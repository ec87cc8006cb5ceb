import ReuseDetection

extension Rule {
  static let hyperparameterSearch = Rule(
    detail: .hyperparameterSearch, ask: .trainingRecipe, since: .v02, noun: "search of hyper-parameters",
    summary: "How hyper-parameters were chosen is not stated.",
    why: "A model tuned on its test data looks better than it is.",
    remedy: "Give the ranges that were tried and the rule of choice, or say that nothing was tuned.",
    sentence:
      "The hyper-parameters of MODEL were chosen by ⟨ranges and rule of choice|grid search over three learning rates, by validation F1⟩.",
    sources: [
      .of(.mlReproducibility, "Results"), .of(.acl, "C2"), .of(.neurIPS, "Q6"), .of(.claim2024, "item 26"),
      .of(.reforms),
    ],
    applies: { facets in facets.isTrained },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: [
        "We fine-tuned ⟦RoBERTa⟧ on our corpus. The learning rate was chosen on the validation set."
      ]))
}
