import ReuseDetection

extension Rule {
  static let splitUnit = Rule(
    detail: .splitUnit, ask: .trainingData, since: .v02, noun: "unit of the split",
    summary: "The level at which training and test data are disjoint is not stated.",
    why: "Images of one patient on both sides of a split make a test easy.",
    remedy: "Name the unit that was kept together: patient, site, document, family of sequences.",
    sentence: "Training and test data of MODEL were split by ⟨unit that is kept together|patient⟩.",
    sources: [.of(.claim2024, "item 20"), .of(.dome, "independence of training and test data")],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging]),
    examples: Example.inBothMarkups(
      flagged: [
        "We fine-tuned ⟦RoBERTa⟧ on our corpus. Data were split at random into training and test set.",
      ],
      clean: [
        "We fine-tuned ⟦RoBERTa⟧ on our corpus. Data were split by author into training and test set."
      ]))
}
