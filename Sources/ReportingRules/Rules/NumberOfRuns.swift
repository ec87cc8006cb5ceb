import ReuseDetection

extension Rule {
  static let numberOfRuns = Rule(
    detail: .numberOfRuns, ask: .trainingRecipe, since: .v02, noun: "number of runs",
    summary: "How often a training was repeated, and which statistic is reported, is not stated.",
    why: "One lucky run looks like a better method.",
    remedy: "Give the number of runs and the statistic over them, or say that it was one.",
    sentence: "Results of MODEL are ⟨statistic and number of runs|the mean of five runs⟩.",
    sources: [.of(.acl, "C3"), .of(.mlReproducibility, "Results"), .of(.neurIPS, "Q7"), .of(.miClearLLM, "item 7")],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus. Results are the mean of five runs."]))
}
