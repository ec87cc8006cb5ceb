import ReuseDetection

extension Rule {
  static let modelVersion = Rule(
    detail: .modelVersion, ask: .whichWeights, since: .v01, noun: "version or snapshot",
    summary: "A reused model is named without checkpoint, revision or dated snapshot.",
    why: "The weights behind a name change: the name alone does not say which were used.",
    remedy: "Give the checkpoint, revision or dated API snapshot where the model is first used.",
    sentence: "We used MODEL, version ⟨code: version, checkpoint or dated snapshot|2024-05-13⟩.",
    sources: [
      .of(.tripodLLM, "6a"), .of(.miClearLLM, "item 1"), .of(.consortAI, "5(i)"), .of(.claim2024, "item 23"),
      .of(.neurIPS, "Q12"),
    ],
    applies: { facets in facets.hasWeights },
    severity: .byReuse { facets, profile in
      facets.isRemote || facets.isClosed ? .error : profile.isClinical ? .warning : .hint
    },
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ to label each abstract."],
      clean: ["We prompted ⟦GPT-4⟧ (gpt-4-0613) to label each abstract."]))
}
