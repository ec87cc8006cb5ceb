extension DetailRecogniser {
  /// People who check, correct or overrule.
  static let humanOversight = DetailRecogniser(
    .humanOversight,
    phrases: """
      (reviewed,checked,verified,corrected) by (a,an,two,three,one,the,expert,experts,hand,human,humans,both,us)
      (validated,inspected,confirmed,curated,approved) by (a,an,two,three,one,the)
      (validated,inspected,confirmed,curated,approved) by (expert,experts,hand,human,humans,both,us)
      (manual,manually) (review,reviewed,check,checked,checks,verified,verification)
      (manual,manually) (corrected,correction,inspected,inspection,curated,curation,validated)
      human (review,oversight,in the loop,validation,verification,reviewers,raters,check)
      overr(ule,ode,ide,iding,uled);spot check(,s,ed);visual(ly,) inspect(ed,ion);no human (review,check)
      (expert,experts,curators,clinicians) (reviewed,checked,verified,corrected,inspected,confirmed,validated)
      authors (checked,verified,corrected,inspected,confirmed,validated)
      (annotators,raters,reviewers,radiologists,pathologists) (reviewed,checked,verified)
      (annotators,raters,reviewers,radiologists,pathologists) (corrected,inspected,confirmed,validated)
      """
  ) { search in
    search.phraseOnModel { sentence, tokens in
      !search.holds(Self.wishes, sentence)
        && (!Self.ofAnything.contains(search.key(tokens)) || search.holds(Self.outputs, sentence))
    } ?? .missing
  }

  /// First words of what is done to questions, keywords and settings too.
  private static let ofAnything = KeySet(
    Lexicon.keys(of: "manual manually overrule overrode override overriding overruled"))
  private static let outputs = CueSet([
    "output", "outputs", "answer", "answers", "response", "responses", "prediction", "predictions", "label", "labels",
    "mask", "masks", "segmentation", "segmentations", "annotations", "extractions", "classifications", "detections",
    "transcripts", "transcriptions", "translations", "summaries", "completions", "suggestions", "decision",
    "decisions", "querying",
  ])
  /// What others should or could do.
  private static let wishes = CueSet(["should", "recommend", "can be used", "users"])
}
