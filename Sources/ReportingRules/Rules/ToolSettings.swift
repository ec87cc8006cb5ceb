import ReuseDetection

extension Rule {
  static let toolSettings = Rule(
    detail: .toolSettings, ask: nil, since: "0.1",
    summary: "A wrapped tool stands without its settings or a word that defaults were used.",
    why: "Diameters, thresholds and organism groups decide what a tool finds.",
    remedy: "Give settings that differ from the defaults, or say that defaults were used.",
    sentence: "MODEL was run with ⟨settings, or a word that defaults were used|default settings⟩.",
    sources: [.of(.acl, "C4"), .of(.stardAI, "15a")],
    applies: { facets in facets.isWrappedTool },
    severity: { _, _ in .reportOnly },
    examples: [
      .flagged(latex: #"\section{Methods} Nuclei were segmented with ⟦Cellpose⟧."#),
      .clean(latex: #"\section{Methods} Nuclei were segmented with ⟦Cellpose⟧ with default parameters."#),
    ])
}
