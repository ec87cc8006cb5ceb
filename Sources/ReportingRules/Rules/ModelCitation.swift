import ReuseDetection

extension Rule {
  static let modelCitation = Rule(
    detail: .modelCitation, ask: .citeModel, since: .v01, noun: "citation",
    summary: "A reused model stands without a reference.",
    why: "Names are shared between models; the reference says which is meant and credits its authors.",
    remedy: "Cite the paper or release of the model where it is first used.",
    sentence: "We used MODEL ⟨reference: the paper on the model|key⟩.",
    sources: [.of(.acl, "B1"), .of(.neurIPS, "Q12"), .of(.joss, "References")],
    applies: { _ in true },
    severity: .byReuse { _, _ in .warning },
    examples: Example.inBothMarkups(
      flagged: ["Nuclei were segmented with ⟦StarDist⟧."],
      clean: ["Nuclei were segmented with ⟦StarDist⟧ [@schmidt2018]."]))
}
