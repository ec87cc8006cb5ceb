import ReuseDetection

extension Rule {
  static let pretrainedOrScratch = Rule(
    detail: .pretrainedOrScratch, ask: .pretrainedOrScratch, since: .v01, noun: "word on pre-trained or random weights",
    summary: "A named network is trained and the text does not say from which weights.",
    why: "Training from scratch and from released weights are different experiments.",
    remedy: "Say whether the weights were released ones (and which) or random.",
    sentence: "The weights of MODEL were initialised ⟨at random, or from which released weights|at random⟩.",
    sources: [.of(.claim2024, "item 24")],
    applies: { facets in facets.isTrained },
    severity: .byReuse { facets, _ in facets.isArchitecture || facets.isConceptual ? .warning : .hint },
    examples: Example.inBothMarkups(
      flagged: ["We trained a ⟦ResNet-50⟧ [@he2016] on 4,210 leaf images."],
      clean: ["We trained a ⟦ResNet-50⟧ [@he2016] from scratch on 4,210 leaf images."]))
}
