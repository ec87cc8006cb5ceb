import ReuseDetection

extension Rule {
  static let trainingDataAvailability = Rule(
    detail: .trainingDataAvailability, ask: .trainingData, since: "0.1",
    summary: "Where the training data can be had, or why not, is not stated.",
    why: "Others can retrain only with the data.",
    remedy: "Give an accession, DOI or the restriction.",
    sentence: "The training data of MODEL are available at ⟨address: accession, DOI or restriction|https://doi.org/10.5281/zenodo.N⟩.",
    sources: [
      .of(.reforms, "2a"), .of(.tripodAI, "18e"), .of(.tripodLLM, "14e"), .of(.claim2024, "item 43"),
      .of(.neurIPS, "Q5"),
    ],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: { _, _ in .hint },
    examples: [
      .flagged(latex: #"\section{Methods} We fine-tuned ⟦RoBERTa⟧ on our corpus."#),
      .clean(
        latex:
          #"\section{Methods} We fine-tuned ⟦RoBERTa⟧ on our corpus. \section{Data availability} The data are available at Zenodo."#
      ),
    ])
}
