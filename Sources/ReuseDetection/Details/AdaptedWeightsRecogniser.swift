extension DetailRecogniser {
  /// Trained weights with a place, or a word that they are not given.
  static let adaptedWeights = DetailRecogniser(
    .adaptedWeights,
    phrases: """
      (fine tuned,finetuned,trained,tuned,adapted,resulting,final,our) (weights,checkpoint,checkpoints,model weights)
      model weights;weights of (the,our,all) (trained,final,fine tuned) (model,models,networks)
      """
  ) { search in
    search.releasedWeights() ?? .missing
  }
}
