import ReuseDetection

extension Rule {
  static let distillationConfiguration = Rule(
    detail: .distillationConfiguration, ask: .adaptationMethod, since: .v02, noun: "settings of the distillation",
    summary: "A model was distilled and the text does not say with which loss or temperature.",
    why: "Temperature, loss and the start of the student decide what is passed on.",
    remedy: "Name the teacher, the temperature, the loss and how the student was initialised.",
    sentence:
      "MODEL was distilled with ⟨temperature, loss and start of the student|temperature 4 and a KL divergence⟩.",
    sources: [.of(.dome)],
    applies: { facets in facets.subLabels.contains(.distillation) },
    severity: .hint(in: [.clinical, .clinicalLLM, .imaging, .ml]),
    examples: Example.inBothMarkups(
      flagged: ["We distilled ⟦RoBERTa⟧, with a new classification head, on our corpus."],
      clean: [
        "We distilled ⟦RoBERTa⟧, with a new classification head, on our corpus, with temperature 4 and a KL divergence."
      ]))
}
