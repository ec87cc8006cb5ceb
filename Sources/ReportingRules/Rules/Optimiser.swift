import ReuseDetection

extension Rule {
  static let optimiser = Rule(
    detail: .optimiser, ask: .trainingRecipe, since: .v01, noun: "optimiser",
    summary: "A training is described without its optimiser.",
    why: "The optimiser and its learning rate decide what a training reaches.",
    remedy: "Name the optimiser with its learning rate and schedule.",
    sentence: "MODEL was trained with the optimiser ⟨name|AdamW⟩ and a peak learning rate of ⟨rate|2e-5⟩.",
    sources: [.of(.neurIPS, "Q6"), .of(.acl, "C2"), .of(.claim2024, "item 25"), .of(.mlReproducibility, "Results")],
    applies: { facets in facets.isTrained },
    severity: .byReuse { _, _ in .warning },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ [@liu2019] for 3 epochs on 4,210 labelled abstracts."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ [@liu2019] with AdamW for 3 epochs on 4,210 labelled abstracts."]))
}
