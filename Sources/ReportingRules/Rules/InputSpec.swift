import ReuseDetection

extension Rule {
  static let inputSpec = Rule(
    detail: .inputSpec, ask: nil, since: .v02, noun: "form of the inputs",
    summary: "The form in which the model got its inputs, such as resolution or greatest length, is not stated.",
    why: "What is cut off or scaled away cannot be found again.",
    remedy: "Give resolution and channels, or tokeniser and greatest length.",
    sentence: "Inputs of MODEL had ⟨resolution, or greatest length|a maximum length of 512 tokens⟩.",
    sources: [.of(.claim2024, "item 22"), .of(.miClearLLM, "item 3"), .of(.acl, "C4")],
    applies: { _ in true },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus, with inputs cut at 512 tokens."]))
}
