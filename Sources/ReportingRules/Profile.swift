/// A named set of severities for a readership.
package enum Profile: String, Sendable, CaseIterable {
  /// Any natural-science manuscript.
  case science
  /// Studies of language models in medicine (TRIPOD-LLM, MI-CLEAR-LLM).
  case clinicalLLM = "clinical-llm"
  /// Machine-learning venues (NeurIPS, ACL).
  case ml
}
