import ReuseDetection

extension Rule {
  static let architectureSource = Rule(
    detail: .architectureSource, ask: .citeModel, since: .v01, noun: "source of the architecture",
    summary: "A rebuilt design stands without the paper or code that was followed.",
    why: "Designs of one name differ between papers and repositories.",
    remedy: "Cite the paper, and the repository where code was taken.",
    sentence: "We built MODEL ⟨reference: paper or code that was followed|key⟩ after its published design.",
    sources: [.of(.acl, "B1"), .of(.neurIPS, "Q12")],
    applies: { facets in facets.isConceptual },
    severity: .byReuse { _, profile in profile.audience == .science ? .reportOnly : .hint },
    examples: Example.inBothMarkups(
      flagged: ["We trained a ⟦U-Net⟧ from scratch on our images."],
      clean: ["We trained a ⟦U-Net⟧ [@ronneberger2015] from scratch on our images."]))
}
