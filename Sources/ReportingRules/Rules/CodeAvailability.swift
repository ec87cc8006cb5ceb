import ReuseDetection

extension Rule {
  static let codeAvailability = Rule(
    detail: .codeAvailability, ask: .codeAvailability, since: "0.1",
    summary: "Where the code of the training can be had is not stated.",
    why: "Code answers what a methods section leaves open.",
    remedy: "Give the repository with a tag or commit, or an archive.",
    sentence: "The code is available at ⟨address: address with tag or commit|https://github.com/ORG/REPOSITORY⟩.",
    sources: [
      .of(.reforms, "2b"), .of(.tripodAI, "18f"), .of(.tripodLLM, "14f"), .of(.claim2024, "item 43"),
      .of(.neurIPS, "Q5"),
    ],
    applies: { facets in facets.isAdapted || facets.isConceptual },
    severity: { _, profile in profile == .clinicalLLM ? .error : .warning },
    examples: [
      .flagged(latex: #"\section{Methods} We fine-tuned ⟦RoBERTa⟧ on our corpus."#),
      .clean(
        latex:
          #"\section{Methods} We fine-tuned ⟦RoBERTa⟧ on our corpus. Our code is available at \url{https://github.com/ORG/REPOSITORY}."#
      ),
      .flagged(markdown: #"# Methods\#n\#nWe fine-tuned ⟦RoBERTa⟧ on our corpus.\#n"#),
    ])
}
