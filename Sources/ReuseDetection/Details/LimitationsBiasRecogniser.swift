extension DetailRecogniser {
  /// Limits, biases or hallucinations anywhere in own work.
  static let limitationsBias = DetailRecogniser(
    .limitationsBias,
    phrases: """
      limitation(,s);limited (by,to);bias(,es,ed);hallucinat(e,ed,es,ion,ions);caveat(,s);shortcoming(,s)
      generali(ze,se) (poorly,to);with caution;weakness(,es);threats to validity;spurious
      """
  ) { search in
    search.phraseAnywhere() ?? .missing
  }
}
