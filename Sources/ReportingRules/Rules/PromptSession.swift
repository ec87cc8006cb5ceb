import ReuseDetection

extension Rule {
  static let promptSession = Rule(
    detail: .promptSession, ask: .prompting, since: .v02, noun: "word on sessions",
    summary: "Whether each item was sent in a session of its own is not stated.",
    why: "Earlier items of a session change the answer to the next.",
    remedy: "Say whether items were sent alone, in batches or in one conversation.",
    sentence: "Each item was sent to MODEL in ⟨session of its own, or batches|a fresh session⟩.",
    sources: [.of(.miClearLLM, "item 6")],
    applies: { facets in facets.isPrompted },
    severity: .hint(in: [.clinicalLLM]),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: [
        "We prompted ⟦GPT-4⟧ to label each abstract. Each abstract was sent in a fresh session."
      ]))
}
