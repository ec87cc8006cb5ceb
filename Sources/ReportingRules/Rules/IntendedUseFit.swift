import ReuseDetection

extension Rule {
  static let intendedUseFit = Rule(
    detail: .intendedUseFit, ask: nil, since: .v02, noun: "word on intended use",
    summary: "The text does not say whether the use is one that the provider of the model intends.",
    why: "A model may fail, or may not be used, outside what it was made for.",
    remedy: "Say which use the card or licence intends, and that yours is among them.",
    sentence: "The intended use that the provider of MODEL states is ⟨use|research on text⟩, which covers our task.",
    sources: [
      .of(.acl, "B3"), .of(.modelCards, "4.2"), .of(.fair4ml, "intendedUse"), .of(.tripodLLM, "3b"),
      .of(.tripodLLM, "19d"), .of(.stardAI, "3"),
    ],
    applies: { facets in facets.hasWeights },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: [
        "We fine-tuned ⟦RoBERTa⟧ on our corpus. Its model card names research on text as the intended use, which covers our task."
      ]))
}
