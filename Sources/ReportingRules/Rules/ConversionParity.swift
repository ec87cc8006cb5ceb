import ReuseDetection

extension Rule {
  static let conversionParity = Rule(
    detail: .conversionParity, ask: nil, since: .v02, noun: "comparison before and after conversion",
    summary: "A model was converted or quantised and the text does not say whether its outputs stayed the same.",
    why: "Exporters and low precision change outputs without a word.",
    remedy: "Compare outputs or scores before and after on the same inputs.",
    sentence:
      "Before and after conversion, outputs of MODEL ⟨how far they agree|agreed with the original on all test images⟩.",
    sources: [.of(.jiang2023)],
    applies: { facets in facets.subLabels.contains(.converted) || facets.subLabels.contains(.quantised) },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["The pre-trained ⟦RoBERTa⟧ was quantised to int8 for our phones."],
      clean: [
        "The pre-trained ⟦RoBERTa⟧ was quantised to int8 for our phones; its answers agreed with the original on all test texts."
      ]))
}
