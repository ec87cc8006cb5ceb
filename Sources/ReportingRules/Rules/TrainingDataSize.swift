import ReuseDetection

extension Rule {
  static let trainingDataSize = Rule(
    detail: .trainingDataSize, ask: .trainingData, since: .v01, noun: "size of the training data",
    summary: "The size of the training data is not stated.",
    why: "Results cannot be compared without knowing how much data they took.",
    remedy: "Give the number of items, with class counts where they matter.",
    sentence: "MODEL was trained on ⟨number of items, with their unit|4,210 images⟩.",
    sources: [.of(.acl, "B6"), .of(.reforms, "3d"), .of(.tripodAI, "10"), .of(.mlReproducibility, "Datasets")],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .byReuse { _, profile in profile.audience == .science ? .warning : .error },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on the PubMed corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on 4,210 abstracts of the PubMed corpus."]))
}
