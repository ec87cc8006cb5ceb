import ReuseDetection

extension Rule {
  static let quantisation = Rule(
    detail: .quantisation, ask: nil, since: .v01, noun: "scheme of quantisation",
    summary: "A model was quantised and the text does not say how.",
    why: "Bits and calibration change outputs.",
    remedy: "Give the scheme, the bits and the calibration data.",
    sentence: "MODEL was quantised to ⟨scheme, and the data for calibration|int8 with 500 calibration images⟩.",
    sources: [.of(.huggingFaceCard, "base_model_relation: quantized")],
    applies: { facets in facets.subLabels.contains(.quantised) },
    severity: .byReuse { _, profile in profile.audience == .science ? .reportOnly : .hint },
    examples: Example.inBothMarkups(
      flagged: [],
      clean: ["The pre-trained ⟦RoBERTa⟧ was quantised to int8 for our phones."]))
}
