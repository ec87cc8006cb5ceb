import ReuseDetection

extension Rule {
  static let failureAnalysis = Rule(
    detail: .failureAnalysis, ask: nil, since: .v02, noun: "analysis of errors",
    summary: "Where the model fails is not shown.",
    why: "A mean hides the cases that matter.",
    remedy: "Show a confusion matrix, typical errors or the inputs on which it fails.",
    sentence: "Among the misclassified inputs of MODEL were ⟨kinds of input|short and ironic texts⟩.",
    sources: [.of(.claim2024, "item 39"), .of(.consortAI, "19"), .of(.stardAI, "23")],
    applies: { _ in true },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus. Most misclassified texts are short."]))
}
