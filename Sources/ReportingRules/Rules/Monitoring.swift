import ReuseDetection

extension Rule {
  static let monitoring = Rule(
    detail: .monitoring, ask: nil, since: .v02, noun: "word on watching the model in operation",
    summary: "A model is at work outside the study and the text does not say how it is watched or updated.",
    why: "Inputs drift and services change their models.",
    remedy: "Say whether the version was locked, and how drift and updates are handled.",
    sentence: "In operation, MODEL was ⟨how watched, updated or locked|locked to one version and monitored for drift⟩.",
    sources: [
      .of(.decideAI, "item 11"), .of(.tripodLLM, "18"), .of(.tripodAI, "12f"), .of(.tripodAI, "24"),
      .of(.stardAI, "40b"),
    ],
    applies: { facets in facets.patterns.contains(.deployment) },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["In our prospective trial, we prompted ⟦GPT-4⟧ to sort each letter."],
      clean: [
        "In our prospective trial, we prompted ⟦GPT-4⟧ to sort each letter; the model version was locked."
      ]))
}
