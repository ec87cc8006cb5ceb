extension DetailRecogniser {
  /// A system message or custom instructions, or that there were none.
  static let systemPrompt = DetailRecogniser(
    .systemPrompt,
    phrases: """
      system (prompt,prompts,message,messages,instruction,instructions,role);custom instructions;developer message
      role system
      """
  ) { search in
    search.phrase(.wide) ?? .missing
  }
}
