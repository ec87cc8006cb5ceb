extension DetailRecogniser {
  /// A development or choice in a sentence on prompts.
  static let promptSelection = DetailRecogniser(
    .promptSelection,
    phrases: """
      prompt (engineering,tuning,optimisation,optimization,development)
      prompt (design,variants,selection,candidates,iterations);iterat(ively,ed,ion,ions,ive);pilot(,ed);drafts;dspy
      (refined,tuned,optimised,optimized,chosen,selected,developed,tested,revised,adjusted,compared);several prompts
      different prompts;alternative prompts
      (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10) (prompts,prompt variants,variants,versions)
      """
  ) { search in
    let choice = search.phrase(.wide) { sentence, tokens in
      search.reading.cues(inSentence: sentence).contains {
        $0.cue == .promptNoun
          && (tokens.count > 1
            || abs($0.tokens.lowerBound - tokens.lowerBound) <= 6 && !search.isPartOfCompound(tokens))
      }
    }
    return choice ?? .missing
  }
}
