import ReuseDetection

extension Rule {
  static let trainableLayers = Rule(
    detail: .trainableLayers, ask: .adaptationMethod, since: .v02, noun: "word on the layers trained",
    summary: "A model is adapted and the text does not say which of its layers were updated.",
    why: "A frozen encoder and a fully tuned one are different models.",
    remedy: "Say which layers or blocks were updated and which were frozen.",
    sentence: "Of MODEL, ⟨which layers|all layers⟩ were updated.",
    sources: [.of(.claim2024, "item 25"), .of(.tripodAI, "12c"), .of(.neurIPS, "Q6")],
    applies: { facets in facets.isAdapted },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned all layers of ⟦RoBERTa⟧ on our corpus."]))
}
