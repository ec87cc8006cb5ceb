import ReuseDetection

extension Rule {
  static let weightsSource = Rule(
    detail: .weightsSource, ask: .whichWeights, since: "0.1",
    summary: "The text does not say where the weights came from.",
    why: "Several hubs carry different weights under one name.",
    remedy: "Give the address, hub id or package that the weights were taken from.",
    sentence: "The weights of MODEL were taken from ⟨address: address, hub id or package|https://huggingface.co/ORG/NAME⟩.",
    sources: [.of(.claim2024, "item 24"), .of(.neurIPS, "Q12"), .of(.tripodAI, "22"), .of(.fair4ml, "fineTunedFrom")],
    applies: { facets in facets.hasWeights && !facets.isClosed && !facets.isRemote },
    severity: { facets, profile in profile == .clinicalLLM ? .error : facets.isWrappedTool ? .reportOnly : .warning },
    examples: [
      .flagged(latex: #"\section{Methods} We fine-tuned ⟦DeBERTa-v3⟧ on 4,210 labelled abstracts."#),
      .clean(
        latex:
          #"\section{Methods} We fine-tuned ⟦DeBERTa-v3⟧ (\url{https://huggingface.co/microsoft/deberta-v3-small}) on 4,210 labelled abstracts."#
      ),
    ])
}
