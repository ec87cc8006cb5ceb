import ReuseDetection

extension Rule {
  static let decodingParameters = Rule(
    detail: .decodingParameters, ask: .prompting, since: "0.1",
    summary: "A prompted model stands without its sampling parameters.",
    why: "Temperature and sampling decide how much answers vary.",
    remedy: "Give temperature, top-p and the limit of tokens, or say that they could not be set.",
    sentence: "MODEL was sampled with temperature ⟨number|0⟩ and at most ⟨number|256⟩ new tokens.",
    sources: [.of(.tripodLLM), .of(.miClearLLM, "item 7")],
    applies: { facets in facets.isPrompted },
    severity: { _, profile in profile == .science ? .warning : .error },
    examples: [
      .flagged(latex: #"\section{Methods} We prompted ⟦GPT-4⟧ (gpt-4-0613) to label each abstract."#),
      .clean(latex: #"\section{Methods} We prompted ⟦GPT-4⟧ (gpt-4-0613) with temperature 0 to label each abstract."#),
    ])
}
