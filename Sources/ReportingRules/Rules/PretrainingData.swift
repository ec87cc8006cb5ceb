import ReuseDetection

extension Rule {
  static let pretrainingData = Rule(
    detail: .pretrainingData, ask: nil, since: .v01, noun: "pre-training data",
    summary: "What the model was pre-trained on is neither stated nor said to be undisclosed.",
    why: "Overlap between pre-training and test data inflates results.",
    remedy: "Name the pre-training data, or say that the provider does not disclose them.",
    sentence: "MODEL was pre-trained on ⟨data, or a word that they are not disclosed|UniRef50⟩.",
    sources: [.of(.tripodLLM, "5a"), .of(.modelCards, "4.6"), .of(.claim2024, "item 24"), .of(.fair4ml, "trainedOn")],
    applies: { facets in facets.hasWeights },
    severity: .byReuse { _, _ in .reportOnly },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on 4,210 abstracts."],
      clean: ["We fine-tuned ⟦RoBERTa⟧, pre-trained on Wikipedia and news, on 4,210 abstracts."]))
}
