import ReuseDetection

extension Rule {
  static let targetValidation = Rule(
    detail: .targetValidation, ask: nil, since: .v02, noun: "test on data of this study",
    summary: "Evidence that the model works on the data of this study is not stated.",
    why: "Scores from elsewhere do not carry over.",
    remedy: "Test the model on labelled data of your own and give the result.",
    sentence: "On our own data, MODEL was validated against ⟨reference and its size|200 hand-labelled frames⟩.",
    sources: [
      .of(.reforms), .of(.claim2024, "items 32-33"), .of(.stardAI, "28-29"), .of(.tripodAI, "16"),
      .of(.tripodAI, "20c"), .of(.llmInSE),
    ],
    applies: { _ in true },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["Nuclei were segmented with ⟦Cellpose⟧."],
      clean: ["Nuclei were segmented with ⟦Cellpose⟧ and compared with manual counts of 200 images."]))
}
