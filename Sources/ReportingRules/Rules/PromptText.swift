import ReuseDetection

extension Rule {
  static let promptText = Rule(
    detail: .promptText, ask: .prompting, since: .v01, noun: "prompt",
    summary: "A prompted model stands without its prompt.",
    why: "Small changes of wording change the answers.",
    remedy: "Give the prompt, or say where it stands.",
    sentence: "The full prompt for MODEL is given in ⟨appendix, supplement or repository|the appendix⟩.",
    sources: [.of(.miClearLLM, "item 5"), .of(.tripodLLM, "9a")],
    applies: { facets in facets.isPrompted },
    severity: .byReuse { _, _ in .error },
    examples: Example.inBothMarkups(
      flagged: ["We queried ⟦GPT-4⟧ for a label of each abstract."],
      clean: ["We queried ⟦GPT-4⟧ for a label of each abstract. The full prompt is given in the Supplement."]))
}
