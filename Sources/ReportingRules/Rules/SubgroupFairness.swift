import ReuseDetection

extension Rule {
  static let subgroupFairness = Rule(
    detail: .subgroupFairness, ask: nil, since: .v02, noun: "performance by group",
    summary: "Performance for groups of people or sites is not given.",
    why: "A model may work for some and fail for others.",
    remedy: "Give the results by sex, age, site or what else may matter, or say why not.",
    sentence: "Performance of MODEL was compared by ⟨groups|sex and site⟩.",
    sources: [
      .of(.tripodAI, "3c"), .of(.tripodAI, "14"), .of(.tripodAI, "23a"), .of(.stardAI, "23"), .of(.stardAI, "35"),
      .of(.claim2024, "items 36-37"), .of(.modelCards, "4.3"), .of(.modelCards, "4.7"),
    ],
    applies: { _ in true },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦ResNet-50⟧ on scans of 4,210 patients."],
      clean: ["We fine-tuned ⟦ResNet-50⟧ on scans of 4,210 patients and report its accuracy by sex."]))
}
