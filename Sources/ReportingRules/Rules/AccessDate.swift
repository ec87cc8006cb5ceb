import ReuseDetection

extension Rule {
  static let accessDate = Rule(
    detail: .accessDate, ask: .whichWeights, since: .v01, noun: "query date",
    summary: "The text does not say when an API or server was queried.",
    why: "Services change behind an unchanged name; the date narrows down what answered.",
    remedy: "Give the days or months of the queries.",
    sentence: "MODEL was queried on ⟨day, or first and last day|3 to 9 May 2025⟩.",
    sources: [.of(.miClearLLM, "item 1"), .of(.tripodLLM, "6a")],
    applies: { facets in facets.hasWeights && (facets.isRemote || facets.isClosed) },
    severity: .byReuse { _, profile in profile.audience == .clinicalLLM ? .error : .warning },
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦Claude 3.5 Sonnet⟧ through the API."],
      clean: ["We prompted ⟦Claude 3.5 Sonnet⟧ through the API, accessed in May 2025."]))
}
