import ReuseDetection

extension Rule {
  static let architectureDifferences = Rule(
    detail: .architectureDifferences, ask: nil, since: .v02, noun: "differences from the original",
    summary: "A design was rebuilt and the text does not say where it differs from the original.",
    why: "Small changes to a design are why rebuilt models reach other numbers.",
    remedy: "List what differs from the paper that was followed, or say that nothing does.",
    sentence:
      "Our implementation of MODEL differs from the original in ⟨what was changed, or nothing|its normalisation, where batch norm replaces dropout⟩.",
    sources: [.of(.claim2024, "item 22"), .of(.mlReproducibility, "model description")],
    applies: { facets in facets.isConceptual },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["We trained a ⟦U-Net⟧ [@ronneberger2015] from scratch on our images."],
      clean: [
        "We trained a ⟦U-Net⟧ [@ronneberger2015] from scratch on our images, with batch normalisation instead of dropout."
      ]))
}
