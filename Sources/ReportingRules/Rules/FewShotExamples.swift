import ReuseDetection

extension Rule {
  static let fewShotExamples = Rule(
    detail: .fewShotExamples, ask: .prompting, since: .v02, noun: "number and source of the examples",
    summary: "A prompt holds examples and their number, choice or source is not stated.",
    why: "Examples from the test data give the answers away.",
    remedy: "Give the number of examples, how they were chosen, and that they are not from the test data.",
    sentence:
      "The few-shot examples of MODEL were ⟨number, choice and source|five examples drawn from the training set⟩.",
    sources: [.of(.tripodLLM, "9b"), .of(.miClearLLM, "item 5"), .of(.miClearLLM, "item 8")],
    applies: { facets in facets.subLabels.contains(.inContext) },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We prompted ⟦GPT-4⟧ with few-shot exemplars to label each abstract."],
      clean: [
        "We prompted ⟦GPT-4⟧ (few-shot, with five examples drawn from the training set) to label each abstract."
      ]))
}
