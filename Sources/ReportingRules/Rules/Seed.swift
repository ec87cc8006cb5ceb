import ReuseDetection

extension Rule {
  static let seed = Rule(
    detail: .seed, ask: nil, since: .v01, noun: "seed",
    summary: "No random seed is given for a training.",
    why: "Runs differ by their seed; a reader who gets other numbers needs to know.",
    remedy: "Give the seeds.",
    sentence: "MODEL was trained with random seed ⟨number|42⟩.",
    sources: [.of(.tripodLLM), .of(.neurIPS, "Q7")],
    applies: { facets in facets.isTrained || facets.isAdapted },
    severity: .byReuse { _, _ in .reportOnly },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus. UMAP was run with random seed 42."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus with seed 42."]))
}
