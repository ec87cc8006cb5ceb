import ReuseDetection

extension Rule {
  static let contaminationCheck = Rule(
    detail: .contaminationCheck, ask: nil, since: .v02, noun: "check of overlap with the training data",
    summary: "Whether the test data were part of what the model was trained on is not discussed.",
    why: "A model that has seen its test repeats it.",
    remedy: "Say how overlap was checked, or why it cannot be.",
    sentence:
      "We checked the overlap of our test data with the training data of MODEL: ⟨what was found|no test item is older than its cut-off⟩.",
    sources: [
      .of(.miClearLLM, "item 8"), .of(.dome, "independence of training and test data"), .of(.reforms, "module 6"),
      .of(.tripodLLM), .of(.claim2024, "item 20"), .of(.stardAI, "29"),
    ],
    applies: { facets in facets.hasWeights },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: [
        "We fine-tuned ⟦RoBERTa⟧ on our corpus. Contamination is unlikely: the test texts were published after the training of the model."
      ]))
}
