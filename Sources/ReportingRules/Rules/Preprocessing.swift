import ReuseDetection

extension Rule {
  static let preprocessing = Rule(
    detail: .preprocessing, ask: nil, since: .v02, noun: "preparation of the inputs",
    summary: "How inputs were prepared for the model is not stated.",
    why: "A model fed otherwise than it was trained answers otherwise.",
    remedy: "Say how inputs were resized, normalised, cleaned or aligned, or that they were not.",
    sentence: "Inputs of MODEL were ⟨steps of preparation|resized and normalised⟩.",
    sources: [
      .of(.claim2024, "item 9"), .of(.tripodAI, "7"), .of(.tripodLLM), .of(.stardAI, "14"), .of(.reforms),
      .of(.mlReproducibility, "Datasets"),
    ],
    applies: { _ in true },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus. Texts were lower-cased and cleaned of markup."]))
}
