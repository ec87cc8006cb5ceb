import ReuseDetection

extension Rule {
  static let toolsRetrieval = Rule(
    detail: .toolsRetrieval, ask: .prompting, since: .v02, noun: "word on tools, web or retrieval",
    summary: "Whether the model could use tools, the web or retrieved documents is not stated.",
    why: "What a model looks up is part of its answer.",
    remedy: "Name tools, indexes and web access, or say that there were none.",
    sentence: "MODEL had access to ⟨tools, web or documents, or none|no external tools⟩.",
    sources: [.of(.miClearLLM, "item 2"), .of(.miClearLLM, "item 4"), .of(.llmInSE)],
    applies: { facets in facets.isPrompted },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: ["We prompted ⟦GPT-4⟧ to label each abstract. Browsing and other tools were disabled."]))
}
