import ReuseDetection

extension Rule {
  static let outputHandling = Rule(
    detail: .outputHandling, ask: nil, since: .v02, noun: "handling of the outputs",
    summary: "How outputs were read, and what became of unusable ones, is not stated.",
    why: "Answers that are dropped in silence change the score.",
    remedy: "Say how outputs were parsed or filtered, and how refusals were counted.",
    sentence:
      "Outputs of MODEL were ⟨how read, and what became of unusable ones|parsed as JSON, and unusable ones counted as wrong⟩.",
    sources: [.of(.tripodLLM), .of(.miClearLLM, "item 6"), .of(.consortAI, "5(v)")],
    applies: { facets in facets.patterns.contains(.deployment) },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: [
        "We prompted ⟦GPT-4⟧ to label each abstract. Answers were parsed with a regular expression."
      ]))
}
