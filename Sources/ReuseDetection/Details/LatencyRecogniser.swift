extension DetailRecogniser {
  /// Times or rates with their numbers.
  static let latency = DetailRecogniser(
    .latency,
    phrases: """
      latency;throughput;inference time;ms;milliseconds;fps;frames per second
      (images,samples,tokens,sentences,frames) per (second,minute);seconds per;memory footprint
      """
  ) { search in
    search.phraseOnModel { search.hasNumber($0, $1) } ?? .missing
  }
}
