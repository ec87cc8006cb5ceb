import ReuseDetection

extension Rule {
  static let systemPrompt = Rule(
    detail: .systemPrompt, ask: .prompting, since: .v02, noun: "system prompt",
    summary: "Whether a system message or custom instructions were set is not stated.",
    why: "What stands before the prompt changes every answer.",
    remedy: "Give the system message, or say that none was set.",
    sentence: "The system message of MODEL was ⟨text, or a word that none was set|left empty⟩.",
    sources: [.of(.miClearLLM, "item 2"), .of(.miClearLLM, "item 5")],
    applies: { facets in facets.isPrompted },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: ["We prompted ⟦GPT-4⟧ to label each abstract. No system message was set."]))
}
