extension DetailRecogniser {
  /// A step of preparation in own work that may be said of the model.
  static let preprocessing = DetailRecogniser(
    .preprocessing,
    phrases: """
      preprocess(ed,ing);pre process(ed,ing);resi(zed,sed,zing,sing);rescaled;normali(zed,sed,zation,sation,zing,sing)
      cropp(ed,ing);tokeni(zed,sed,zation,sation);lower cased;lowercased;cleaned;(de,) duplicated;deduplicated;aligned
      trimmed;padded;standardi(zed,sed);denoised;background subtract(ed,ion);down sampled;downsampled;up sampled
      resampled;segmented into;scaled to;truncated
      (removed,stripped) (html,markup,stop words,punctuation,duplicates,headers,boilerplate);no preparation
      raw (images,text,audio,inputs)
      """
  ) { search in
    search.phrase(.wide) ?? .missing
  }
}
