import ReuseDetection

extension Rule {
  static let uncertainty = Rule(
    detail: .uncertainty, ask: nil, since: .v02, noun: "uncertainty of the results",
    summary: "Results stand without an interval, a spread or a test.",
    why: "A difference may be smaller than chance.",
    remedy: "Give confidence intervals, a spread over runs, or a test, and say over what.",
    sentence: "Results of MODEL are given with ⟨interval, spread or test|bootstrap confidence intervals⟩.",
    sources: [
      .of(.dome), .of(.neurIPS, "Q7"), .of(.acl, "C3"), .of(.claim2024, "item 29"), .of(.claim2024, "item 38"),
      .of(.tripodAI, "23a"), .of(.stardAI, "31"), .of(.mlReproducibility, "Results"),
    ],
    applies: { _ in true },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["Nuclei were segmented with ⟦Cellpose⟧."],
      clean: [
        "Nuclei were segmented with ⟦Cellpose⟧; counts are given with their standard deviation."
      ]))
}
