import ReuseDetection

extension Rule {
  static let promptText = Rule(
    detail: .promptText, ask: .prompting, since: "0.1",
    summary: "A prompted model stands without its prompt.",
    why: "Small changes of wording change the answers.",
    remedy: "Give the prompt, or say where it stands.",
    sentence: "The full prompt for MODEL is given in ⟨appendix, supplement or repository|the appendix⟩.",
    sources: [.of(.miClearLLM, "item 5"), .of(.tripodLLM, "9a")],
    applies: { facets in facets.isPrompted },
    severity: { _, _ in .error },
    examples: [
      .flagged(latex: #"\section{Methods} We queried ⟦GPT-4⟧ for a label of each abstract."#),
      .clean(
        latex:
          #"\section{Methods} We queried ⟦GPT-4⟧ for a label of each abstract. The full prompt is given in the Supplement."#
      ),
    ])
}
