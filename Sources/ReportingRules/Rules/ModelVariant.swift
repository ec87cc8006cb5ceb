import ReuseDetection

extension Rule {
  static let modelVariant = Rule(
    detail: .modelVariant, ask: .whichWeights, since: .v01, noun: "size or variant",
    summary: "A model that comes in several sizes is named without the one used.",
    why: "Sizes of one family differ in results as much as families do.",
    remedy: "Name the size, depth or flavour that was run.",
    sentence: "The variant of MODEL was ⟨size or variant|650M parameters⟩.",
    sources: [.of(.acl, "C1"), .of(.claim2024, "item 22")],
    applies: { _ in true },
    severity: .byReuse { facets, profile in
      // A closed service's sizes are names of their own.
      if facets.isClosed { return .reportOnly }
      return profile.audience == .ml || facets.knownVariantCount > 1 ? .warning : .reportOnly
    },
    examples: Example.inBothMarkups(
      flagged: ["We computed per-residue embeddings with the pretrained ⟦ESM-2⟧ model."],
      clean: ["We computed per-residue embeddings with the pretrained ⟦ESM-2⟧ model (650M parameters)."]))
}
