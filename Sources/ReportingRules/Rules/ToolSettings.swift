import ReuseDetection

extension Rule {
  static let toolSettings = Rule(
    detail: .toolSettings, ask: nil, since: .v01, noun: "settings",
    summary: "A wrapped tool stands without its settings or a word that defaults were used.",
    why: "Diameters, thresholds and organism groups decide what a tool finds.",
    remedy: "Give settings that differ from the defaults, or say that defaults were used.",
    sentence: "MODEL was run with ⟨settings, or a word that defaults were used|default settings⟩.",
    sources: [.of(.acl, "C4"), .of(.stardAI, "15a")],
    applies: { facets in facets.isWrappedTool },
    severity: .byReuse { _, _ in .reportOnly },
    examples: Example.inBothMarkups(
      flagged: ["Nuclei were segmented with ⟦Cellpose⟧."],
      clean: ["Nuclei were segmented with ⟦Cellpose⟧ with default parameters."]))
}
