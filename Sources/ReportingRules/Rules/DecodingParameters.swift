import ReuseDetection

extension Rule {
  static let decodingParameters = Rule(
    detail: .decodingParameters, ask: .prompting, since: .v01, noun: "sampling parameters",
    summary: "A prompted model stands without its sampling parameters.",
    why: "Temperature and sampling decide how much answers vary.",
    remedy: "Give temperature, top-p and the limit of tokens, or say that they could not be set.",
    sentence: "MODEL was sampled with temperature ⟨number|0⟩ and at most ⟨number|256⟩ new tokens.",
    sources: [.of(.tripodLLM), .of(.miClearLLM, "item 7")],
    applies: { facets in facets.isPrompted },
    severity: .byReuse { _, profile in
      profile.audience == .clinicalLLM || profile.audience == .ml ? .error : .warning
    },
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ (gpt-4-0613) to label each abstract."],
      clean: ["We prompted ⟦GPT-4⟧ (gpt-4-0613) with temperature 0 to label each abstract."]))
}
