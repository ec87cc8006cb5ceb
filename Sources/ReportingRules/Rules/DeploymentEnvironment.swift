import ReuseDetection

extension Rule {
  static let deploymentEnvironment = Rule(
    detail: .deploymentEnvironment, ask: nil, since: .v01, noun: "place where it runs",
    summary: "Where a converted or tool model runs is not stated.",
    why: "Results of deployed models depend on device and container.",
    remedy: "Name the device, container or service.",
    sentence: "MODEL was run in ⟨container, machine or service|a container on one workstation⟩.",
    sources: [.of(.consortAI, "4b"), .of(.miClearLLM, "item 2"), .of(.decideAI, "item 5")],
    applies: { facets in facets.subLabels.contains(.converted) || facets.subLabels.contains(.quantised) },
    severity: .byReuse { _, _ in .reportOnly },
    examples: Example.inBothMarkups(
      flagged: ["The pre-trained ⟦RoBERTa⟧ was quantised to int8."],
      clean: ["The pre-trained ⟦RoBERTa⟧ was quantised to int8 and run on a laptop."]))
}
