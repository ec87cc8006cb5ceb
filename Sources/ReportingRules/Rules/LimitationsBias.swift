import ReuseDetection

extension Rule {
  static let limitationsBias = Rule(
    detail: .limitationsBias, ask: nil, since: .v02, noun: "word on limits of the model",
    summary: "Limits and biases that come with the model are not discussed.",
    why: "A model brings its own errors into the work.",
    remedy: "Say what the model is known to get wrong, and what that means here.",
    sentence: "A limitation of MODEL is ⟨limit or bias|that few texts of this kind were in its training data⟩.",
    sources: [
      .of(.neurIPS, "Q2"), .of(.acl, "A1"), .of(.tripodAI, "26"), .of(.tripodLLM, "19b"), .of(.claim2024, "item 40"),
      .of(.stardAI, "33"), .of(.modelCards, "4.8"), .of(.fair4ml, "modelRisksBiasLimitations"),
    ],
    applies: { _ in true },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: [
        "We fine-tuned ⟦RoBERTa⟧ on our corpus. A limitation is that the model knows few of our terms."
      ]))
}
