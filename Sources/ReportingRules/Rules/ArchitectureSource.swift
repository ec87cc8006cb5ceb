import ReuseDetection

extension Rule {
  static let architectureSource = Rule(
    detail: .architectureSource, ask: .citeModel, since: "0.1",
    summary: "A rebuilt design stands without the paper or code that was followed.",
    why: "Designs of one name differ between papers and repositories.",
    remedy: "Cite the paper, and the repository where code was taken.",
    sentence: "We built MODEL ⟨reference: paper or code that was followed|key⟩ after its published design.",
    sources: [.of(.acl, "B1"), .of(.neurIPS, "Q12")],
    applies: { facets in facets.isConceptual },
    severity: { _, _ in .warning },
    examples: [
      .flagged(latex: #"\section{Methods} We trained a ⟦U-Net⟧ from scratch on our images."#),
      .clean(latex: #"\section{Methods} We trained a ⟦U-Net⟧~\citep{ronneberger2015} from scratch on our images."#),
    ])
}
