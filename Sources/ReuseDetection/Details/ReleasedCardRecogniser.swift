extension DetailRecogniser {
  /// A card, where trained weights are released at all.
  static let releasedCard = DetailRecogniser(
    .releasedCard,
    phrases: "model card(,s);usage instructions;data sheet;datasheet"
  ) { search in
    if search.releasedWeights()?.state != .present { return .notApplicable }
    return search.phraseOnModel() ?? .missing
  }
}
