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
    search.phraseOnModel { sentence, _ in
      search.reading.has(.conversion, inSentence: sentence) || search.reading.has(.quantisation, inSentence: sentence)
        || search.holds(Self.originals, sentence)
    } ?? .missing
  }

  /// What a conversion starts from.
  private static let originals = CueSet([
    "original", "unquantised", "unquantized", "unconverted", "full precision", "full model", "conversion", "export",
    "quantisation", "quantization",
  ])
}
