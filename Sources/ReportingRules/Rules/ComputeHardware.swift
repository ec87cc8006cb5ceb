import ReuseDetection

extension Rule {
  static let computeHardware = Rule(
    detail: .computeHardware, ask: nil, since: .v01, noun: "hardware",
    summary: "The hardware is not stated.",
    why: "Memory and precision limit what can be repeated where.",
    remedy: "Name the processor or accelerator and its memory.",
    sentence: "MODEL was run on ⟨processors and their memory|one NVIDIA A100 GPU with 40 GB⟩.",
    sources: [.of(.neurIPS, "Q8"), .of(.acl, "C1"), .of(.reforms, "2c"), .of(.tripodLLM, "12")],
    applies: { facets in !(facets.isClosed && facets.isRemote) },
    severity: .byReuse { _, _ in .reportOnly },
    examples: Example.inBothMarkups(
      flagged: ["We fine-tuned ⟦RoBERTa⟧ on our corpus."],
      clean: ["We fine-tuned ⟦RoBERTa⟧ on our corpus with one NVIDIA A100."]))
}
