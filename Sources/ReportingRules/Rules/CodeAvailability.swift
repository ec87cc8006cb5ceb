import ReuseDetection

extension Rule {
  static let codeAvailability = Rule(
    detail: .codeAvailability, ask: .codeAvailability, since: .v01, noun: "place of the code",
    summary: "Where the code of the training can be had is not stated.",
    why: "Code answers what a methods section leaves open.",
    remedy: "Give the repository with a tag or commit, or an archive.",
    sentence: "The code is available at ⟨address: address with tag or commit|https://github.com/ORG/REPOSITORY⟩.",
    sources: [
      .of(.reforms, "2b"), .of(.tripodAI, "18f"), .of(.tripodLLM, "14f"), .of(.claim2024, "item 43"),
      .of(.neurIPS, "Q5"),
    ],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .byReuse { _, _ in .warning },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: [
        "We fine-tuned ⟦RoBERTa⟧ on our corpus. Our code is available at <https://github.com/ORG/REPOSITORY>.",
      ]))
}
