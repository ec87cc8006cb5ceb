import ReuseDetection

extension Rule {
  static let latency = Rule(
    detail: .latency, ask: nil, since: .v02, noun: "time for each input",
    summary: "A model was converted or quantised and its speed is not stated.",
    why: "Speed is why models are converted.",
    remedy: "Give time or memory for each input on the device named.",
    sentence: "MODEL took ⟨time for each input|38 ms per frame⟩.",
    sources: [.of(.dome, "execution time"), .of(.tripodLLM, "12"), .of(.neurIPS, "Q8")],
    applies: { facets in facets.subLabels.contains(.converted) || facets.subLabels.contains(.quantised) },
    severity: .hint(in: []),
    examples: Example.inBothMarkups(
      flagged: ["The pre-trained ⟦RoBERTa⟧ was quantised to int8 for our phones."],
      clean: [
        "The pre-trained ⟦RoBERTa⟧ was quantised to int8 for our phones, where it took 38 ms per text."
      ]))
}
