import ReuseDetection

extension Rule {
  static let humanOversight = Rule(
    detail: .humanOversight, ask: nil, since: .v02, noun: "word on who checked the outputs",
    summary: "Whether people checked or could overrule the outputs is not stated.",
    why: "An output that nobody checked is the only authority for what follows from it.",
    remedy: "Say who checked which outputs, and what they could change.",
    sentence:
      "Outputs of MODEL were ⟨by whom checked, and what they could change|checked by two curators, who could overrule them⟩.",
    sources: [
      .of(.consortAI, "5(iv)"), .of(.consortAI, "5(vi)"), .of(.tripodLLM, "19d"), .of(.tripodLLM, "19f"),
      .of(.tripodAI, "27b"), .of(.stardAI, "15d"), .of(.llmInSE),
    ],
    applies: { facets in facets.hasWeights },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: ["We prompted ⟦GPT-4⟧ to label each abstract. Two authors checked all labels."]))
}
