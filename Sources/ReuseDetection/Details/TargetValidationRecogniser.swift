extension DetailRecogniser {
  /// A test against a reference on own data.
  static let targetValidation = DetailRecogniser(
    .targetValidation,
    phrases: """
      validat(ed,ion,e) (on,against,with,by,in,using);external validation
      (ground,gold,reference) (truth,standard,labels);(manually,hand) (labelled,labeled,annotated,counted,segmented)
      manual (counts,annotation,annotations,labels,segmentation,segmentations)
      (compared,agreement) (with,against,between) (the,manual,human,expert,experts,ground,two,our)
      (correlation,correlated,agreed) (with,against,between) (the,manual,human,expert,experts,ground,two,our)
      (test,validation,held out) (set,data,images,split);cohen s kappa;inter rater
      (human,expert) (annotations,labels,judgements,judgments,ratings)
      """
  ) { search in
    search.phraseOnModel() ?? .missing
  }
}
