import ReuseDetection

extension Rule {
  static let trainingDataName = Rule(
    detail: .trainingDataName, ask: .trainingData, since: .v01, noun: "training data",
    summary: "The data a model was trained on are not named.",
    why: "Without the data neither the training nor its limits can be judged.",
    remedy: "Name the data set, or say where your own data come from.",
    sentence: "MODEL was trained on the data set ⟨name, or origin of own data|PlantVillage⟩.",
    sources: [
      .of(.reforms, "2a"), .of(.reforms, "3a"), .of(.tripodLLM, "5a"), .of(.tripodAI, "5a"),
      .of(.claim2024, "item 7"), .of(.fair4ml, "trainedOn"),
    ],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: .byReuse { _, _ in .error },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ for 3 epochs."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on the PubMed corpus for 3 epochs."]))
}
