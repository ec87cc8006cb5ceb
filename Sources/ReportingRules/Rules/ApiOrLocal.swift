import ReuseDetection

extension Rule {
  static let apiOrLocal = Rule(
    detail: .apiOrLocal, ask: .whichWeights, since: .v01, noun: "word on API or local run",
    summary: "The text does not say whether a model was reached by API, web page or run locally.",
    why: "The same name behaves differently by channel: system prompts, sampling and filters differ.",
    remedy: "Say how the model was run.",
    sentence: "MODEL was run ⟨through an API, on a web page, or locally|through the API of its provider⟩.",
    sources: [.of(.miClearLLM, "item 2")],
    applies: { facets in facets.isPrompted },
    severity: .byReuse { _, profile in profile.audience == .clinicalLLM ? .error : .hint },
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: ["We prompted ⟦GPT-4⟧ through the API to label each abstract."]))
}
