extension DetailRecogniser {
  /// A word on overlap, leakage or contamination anywhere in own work.
  static let contaminationCheck = DetailRecogniser(
    .contaminationCheck,
    phrases: """
      contaminat(e,ed,ion);leak(age,ed);memori(zed,sed,zation,sation);overlap (of,with,between);no overlap
      without overlap;sequence (identity,similarity);published after;released after
      seen (during,in) (training,pre training,pretraining)
      (not,never) (part of,in,included in,seen in) (the,its) (training,pre training,pretraining);unseen (by,during)
      held out from
      """
  ) { search in
    search.phraseOnModel { sentence, _ in search.holds(Subject.parts, sentence) } ?? .missing
  }
}
