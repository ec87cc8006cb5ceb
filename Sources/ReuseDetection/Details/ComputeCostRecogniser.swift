extension DetailRecogniser {
  /// Time, energy, emissions or price.
  static let computeCost = DetailRecogniser(
    .computeCost,
    phrases: """
      (gpu,tpu,cpu) (hour,hours,day,days);kwh;co2;co2e;carbon (footprint,emissions);energy (use,consumption)
      training (took,time,times);took (about,approximately,around,less than);hours of (compute,training)
      (total,api) cost(,s);trained for
      """
  ) { search in
    let cost = search.phraseOnModel { sentence, tokens in
      search.hasNumber(sentence, tokens, within: 6) || search.holds(Self.inWords, sentence)
    }
    return cost ?? .missing
  }

  private static let inWords = CueSet(Cue.expanded("(one,two,three,a few,several) (hour,hours,day,days,minutes)"))
}
