import ReuseDetection

extension Rule {
  static let trainingDataSplit = Rule(
    detail: .trainingDataSplit, ask: .trainingData, since: .v01, noun: "split of the data",
    summary: "How data were split for training and testing is not stated.",
    why: "Leakage between the parts is the commonest cause of results that do not hold.",
    remedy: "Give the shares or the folds, and the unit that was kept together.",
    sentence:
      "Data were split ⟨shares or folds, and the unit kept together|70/15/15 into training, validation and test set, by patient⟩.",
    sources: [
      .of(.dome, "exact splits"), .of(.claim2024, "item 19"), .of(.tripodAI, "12a"), .of(.neurIPS, "Q6"),
      .of(.acl, "B6"),
    ],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .byReuse { _, _ in .warning },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on the PubMed corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on the PubMed corpus with 5-fold cross-validation."]))
}
