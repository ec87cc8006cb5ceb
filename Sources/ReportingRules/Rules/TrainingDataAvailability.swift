import ReuseDetection

extension Rule {
  static let trainingDataAvailability = Rule(
    detail: .trainingDataAvailability, ask: .trainingData, since: .v01, noun: "place of the training data",
    summary: "Where the training data can be had, or why not, is not stated.",
    why: "Others can retrain only with the data.",
    remedy: "Give an accession, DOI or the restriction.",
    sentence: "The training data of MODEL are available at ⟨address: accession, DOI or restriction|https://doi.org/10.5281/zenodo.N⟩.",
    sources: [
      .of(.reforms, "2a"), .of(.tripodAI, "18e"), .of(.tripodLLM, "14e"), .of(.claim2024, "item 43"),
      .of(.neurIPS, "Q5"),
    ],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .byReuse { _, profile in profile.audience == .science ? .reportOnly : .hint },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus.\n\n# Data availability\n\nThe data are available at Zenodo."]))
}
