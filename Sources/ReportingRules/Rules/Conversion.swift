import ReuseDetection

extension Rule {
  static let conversion = Rule(
    detail: .conversion, ask: nil, since: .v01, noun: "way of conversion",
    summary: "A model was converted and the text does not say how.",
    why: "Exporters change operators and precision.",
    remedy: "Name source and target format with the exporter.",
    sentence: "MODEL was exported to ⟨format with its version|ONNX opset 17⟩.",
    sources: [.of(.davis2023)],
    applies: { facets in facets.subLabels.contains(.converted) },
    severity: .byReuse { _, profile in profile.audience == .science ? .reportOnly : .hint },
    examples: Example.inBothMarkups(
      flagged: [],
      clean: ["The pre-trained ⟦RoBERTa⟧ was exported to ONNX for our phones."]))
}
