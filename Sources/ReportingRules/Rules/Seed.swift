import ReuseDetection

extension Rule {
  static let seed = Rule(
    detail: .seed, ask: nil, since: "0.1",
    summary: "No random seed is given for a training.",
    why: "Runs differ by their seed; a reader who gets other numbers needs to know.",
    remedy: "Give the seeds.",
    sentence: "MODEL was trained with random seed ⟨number|42⟩.",
    sources: [.of(.tripodLLM), .of(.neurIPS, "Q7")],
    applies: { facets in facets.isTrained || facets.isAdapted },
    severity: { _, _ in .reportOnly },
    examples: [
      .flagged(latex: #"\section{Methods} We fine-tuned ⟦RoBERTa⟧ on our corpus. UMAP was run with random seed 42."#),
      .clean(latex: #"\section{Methods} We fine-tuned ⟦RoBERTa⟧ on our corpus with seed 42."#),
    ])
}
