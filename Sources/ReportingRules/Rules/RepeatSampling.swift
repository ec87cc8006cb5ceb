import ReuseDetection

extension Rule {
  static let repeatSampling = Rule(
    detail: .repeatSampling, ask: .prompting, since: .v02, noun: "number of answers for each item",
    summary: "How often each item was put to the model, and how answers were joined, is not stated.",
    why: "One answer of a sampling model is a draw.",
    remedy: "Give the number of answers for each item and the rule that joins them.",
    sentence: "Each item was sent to MODEL ⟨how often, and how answers were joined|three times, with a majority vote⟩.",
    sources: [.of(.miClearLLM, "item 7")],
    applies: { facets in facets.isPrompted },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: [
        "We prompted ⟦GPT-4⟧ to label each abstract. Each abstract was sent three times, and the majority label was kept."
      ]))
}
