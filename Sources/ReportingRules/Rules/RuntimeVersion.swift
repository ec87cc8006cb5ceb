import ReuseDetection

extension Rule {
  static let runtimeVersion = Rule(
    detail: .runtimeVersion, ask: nil, since: .v01, noun: "library version",
    summary: "The framework or library is not given with a version.",
    why: "Libraries change defaults between versions.",
    remedy: "Give the library with its version.",
    sentence: "MODEL was run with ⟨libraries and their versions|PyTorch 2.3.1 and transformers 4.44.0⟩.",
    sources: [.of(.claim2024, "item 23"), .of(.stardAI, "13"), .of(.acl, "C4")],
    applies: { _ in true },
    severity: .byReuse { _, _ in .reportOnly },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ with PyTorch on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ with PyTorch 2.3.1 on our corpus."]))
}
