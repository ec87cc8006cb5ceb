import ReuseDetection

extension Rule {
  static let matchesOriginal = Rule(
    detail: .matchesOriginal, ask: nil, since: .v02, noun: "comparison with the published figures",
    summary: "A design was rebuilt and its figures are not set beside the published ones.",
    why: "Only that shows whether what was rebuilt is the same.",
    remedy: "Give your own figure beside the published one on the same data.",
    sentence:
      "Our implementation of MODEL reached ⟨own figure beside the published one|0.712, against the published 0.716⟩.",
    sources: [.of(.claim2024, "item 28"), .of(.dome), .of(.jiang2023)],
    applies: { facets in facets.isConceptual },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We trained a ⟦U-Net⟧ [@ronneberger2015] from scratch on our images."],
      clean: [
        "We trained a ⟦U-Net⟧ [@ronneberger2015] from scratch on our images; it reached the published accuracy."
      ]))
}
