extension DetailRecogniser {
  /// Outputs or scores held against those of the model as released.
  static let conversionParity = DetailRecogniser(
    .conversionParity,
    phrases: """
      (agreed,agree,agreement,identical,compared) (with,to) the (original,unquantised,unquantized)
      (agreed,agree,agreement,identical,compared) (with,to) the (unconverted,full precision,full model)
      (same,identical) (outputs,predictions,results,answers);absolute difference
      before and after (conversion,quantisation,quantization,export);(loss,drop) (in,of) accuracy
      accuracy (loss,drop,fell,dropped,was unchanged);full precision (model,weights)
      """
  ) { search in
    search.phraseAnywhere() ?? .missing
  }
}
