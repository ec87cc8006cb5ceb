import ReuseDetection

extension Rule {
  static let peftConfiguration = Rule(
    detail: .peftConfiguration, ask: .adaptationMethod, since: .v02, noun: "rank or other settings of the adapters",
    summary: "Adapters were trained and their rank and place are not stated.",
    why: "Rank, scaling and modules decide what adapters can learn.",
    remedy: "Give rank, scaling, target modules and the precision of the base weights.",
    sentence: "The adapters of MODEL had rank ⟨rank, scaling and modules|16, alpha 32, on query and value⟩.",
    sources: [.of(.acl, "C2"), .of(.neurIPS, "Q6")],
    applies: { facets in facets.subLabels.contains(.peft) },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ with LoRA on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ with LoRA (rank 16, alpha 32) on our corpus."]))
}
