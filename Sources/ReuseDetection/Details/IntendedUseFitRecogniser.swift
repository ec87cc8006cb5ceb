extension DetailRecogniser {
  /// A word on what the provider intends, beside the model or in own work.
  static let intendedUseFit = DetailRecogniser(
    .intendedUseFit,
    phrases: """
      intended (use,uses,purpose,purposes,application,applications);not intended for;out of scope use(,s)
      outside the intended;intended for (research,use);permitted use(,s);use is (permitted,allowed)
      for research use only;in line with (the,its) (licence,license,terms)
      """
  ) { search in
    search.phrase(.wide) ?? .missing
  }
}
