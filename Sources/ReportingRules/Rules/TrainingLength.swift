import ReuseDetection

extension Rule {
  static let trainingLength = Rule(
    detail: .trainingLength, ask: .trainingRecipe, since: .v01, noun: "epochs or batch size",
    summary: "A training is described without epochs, steps or batch size.",
    why: "How long a model was trained decides what it learned and what it overfitted.",
    remedy: "Give epochs or steps, batch size and the stopping rule.",
    sentence: "MODEL was trained for ⟨epochs or steps|30 epochs⟩ with a batch size of ⟨number|16⟩.",
    sources: [.of(.neurIPS, "Q6"), .of(.acl, "C2"), .of(.claim2024, "item 25"), .of(.mlReproducibility, "Results")],
    applies: { facets in facets.isTrained },
    severity: .byReuse { _, _ in .warning },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ [@liu2019] with AdamW on 4,210 labelled abstracts."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ [@liu2019] with AdamW for 3 epochs on 4,210 labelled abstracts."]))
}
