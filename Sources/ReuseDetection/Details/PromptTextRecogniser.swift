import Manuscripts

extension DetailRecogniser {
  /// The prompt itself, in a listing or in quotation marks, or where it stands.
  static let promptText = DetailRecogniser(.promptText) { search in
    search.promptListing() ?? search.quotedPrompt() ?? search.delegatedPrompt() ?? .missing
  }
}
