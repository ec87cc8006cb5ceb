import ReuseDetection

extension Rule {
  static let knowledgeCutoff = Rule(
    detail: .knowledgeCutoff, ask: .whichWeights, since: .v02, noun: "training cut-off date",
    summary: "The date at which the training data of a prompted model end is not stated.",
    why: "Whether a model can have seen the test data depends on that date.",
    remedy: "Give the cut-off that the provider states, or say that none is stated.",
    sentence: "The training data of MODEL end in ⟨month and year, as the provider states|September 2023⟩.",
    sources: [.of(.miClearLLM, "item 1"), .of(.tripodLLM, "5c")],
    applies: { facets in facets.isPrompted },
    severity: .hint(in: [.clinicalLLM]),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: [
        "We prompted ⟦GPT-4⟧, whose training data end in September 2021, to label each abstract."
      ]))
}
