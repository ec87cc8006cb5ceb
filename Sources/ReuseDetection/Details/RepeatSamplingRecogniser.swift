extension DetailRecogniser {
  /// A number of answers, a vote, or that there was one.
  static let repeatSampling = DetailRecogniser(
    .repeatSampling,
    phrases: """
      (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10) (times,calls,samples,repetitions,repeats)
      (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10) (attempts,completions,responses)
      (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10) (answers,generations,independent runs)
      majority (vote,voting,label);self consistency
      (queried,called,sampled,prompted,run,sent,asked) (once,twice,repeatedly)
      single (call,query,response,attempt,run,answer,completion);once (per,for each);best of;pass 1
      """
  ) { search in
    search.phrase(.wide) ?? .missing
  }
}
