import ReuseDetection

extension Rule {
  static let modelIdentity = Rule(
    detail: .modelIdentity, ask: .whichModel, since: .v01, noun: "name",
    summary: "A model is used that the text never names.",
    why: "A reader cannot repeat a step whose model has no name.",
    remedy: "Give the published name of the model where it is first used.",
    sentence: "The model used here was ⟨name and version of the model|ResNet-50⟩ ⟨reference: its paper|key⟩.",
    sources: [.of(.tripodLLM, "6a"), .of(.miClearLLM, "item 1"), .of(.acl, "C4")],
    applies: { _ in true },
    severity: .byReuse { _, profile in profile.audience == .science ? .reportOnly : .hint },
    examples: Example.inBothMarkups(
      flagged: [],
      clean: ["We prompted ⟦GPT-4⟧ to label each abstract."]))
}
