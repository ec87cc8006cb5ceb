import ReuseDetection

extension Rule {
  static let weightsSource = Rule(
    detail: .weightsSource, ask: .whichWeights, since: .v01, noun: "source of the weights",
    summary: "The text does not say where the weights came from.",
    why: "Several hubs carry different weights under one name.",
    remedy: "Give the address, hub id or package that the weights were taken from.",
    sentence: "The weights of MODEL were taken from ⟨address: address, hub id or package|https://huggingface.co/ORG/NAME⟩.",
    sources: [.of(.claim2024, "item 24"), .of(.neurIPS, "Q12"), .of(.tripodAI, "22"), .of(.fair4ml, "fineTunedFrom")],
    applies: { facets in facets.hasWeights && !facets.isClosed && !facets.isRemote },
    severity: .byReuse { facets, profile in
      facets.isWrappedTool && !profile.isClinical ? .reportOnly : .warning
    },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦DeBERTa-v3⟧ on 4,210 labelled abstracts."],
      clean: [
        "We fine-tuned ⟦DeBERTa-v3⟧ (<https://huggingface.co/microsoft/deberta-v3-small>) on 4,210 labelled abstracts.",
      ]))
}
