import ReuseDetection

extension Rule {
  static let dataToThirdParty = Rule(
    detail: .dataToThirdParty, ask: nil, since: .v02, noun: "word on data sent to others",
    summary: "Data on people go to a service and the text does not say how they were protected.",
    why: "What leaves the house cannot be called back.",
    remedy: "Say what was sent, how it was de-identified and under which agreement.",
    sentence: "Of the data sent to MODEL, ⟨what was sensitive, and how it was protected|all were de-identified⟩.",
    sources: [.of(.claim2024, "item 11"), .of(.tripodLLM)],
    applies: { facets in facets.isPrompted && (facets.isClosed || facets.isRemote) },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to code the clinical notes of 120 patients."],
      clean: ["We prompted ⟦GPT-4⟧ to code the de-identified notes of 120 patients."]))
}
