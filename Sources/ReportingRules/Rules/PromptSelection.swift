import ReuseDetection

extension Rule {
  static let promptSelection = Rule(
    detail: .promptSelection, ask: .prompting, since: .v02, noun: "word on how the prompt was developed",
    summary: "How the prompt was developed and chosen is not stated.",
    why: "A prompt chosen on the test data is fitted to it.",
    remedy: "Say how many prompts were tried, on which data, and how one was chosen.",
    sentence:
      "The prompt of MODEL was chosen ⟨how, and on which data|among four drafts on 50 items of the development set⟩.",
    sources: [.of(.tripodLLM, "9a"), .of(.tripodLLM, "9b"), .of(.miClearLLM, "item 5")],
    applies: { facets in facets.isPrompted },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: [
        "We prompted ⟦GPT-4⟧ to label each abstract. The prompt was refined on 50 abstracts of a pilot set."
      ]))
}
