extension DetailRecogniser {
  /// A number of runs, seeds or repetitions.
  static let numberOfRuns = DetailRecogniser(
    .numberOfRuns,
    phrases: """
      (two,three,four,five,six,seven,eight,nine,ten) (runs,seeds,repetitions,repeats,replicates,random seeds)
      (2,3,4,5,6,7,8,9,10,20) (runs,seeds,repetitions,repeats,replicates,random seeds)
      (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10,20) (independent runs,training runs,trials)
      (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10,20) (restarts,initialisations,initializations)
      repeated (two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10) times
      (independent,repeated) (runs,trainings,repetitions);averaged over;(trained,run) once
      single (run,training run,seed);one (run,training run,seed);over (seeds,runs);across (seeds,runs)
      different (random,) seeds
      """
  ) { search in
    search.phraseAnywhere() ?? .missing
  }
}
