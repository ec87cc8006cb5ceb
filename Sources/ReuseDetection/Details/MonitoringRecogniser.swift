extension DetailRecogniser {
  /// Drift, updates or locks; not asked where nothing runs outside the study.
  static let monitoring = DetailRecogniser(
    .monitoring,
    phrases: """
      (model,performance,output,accuracy,error) monitoring;(model,data,concept,dataset,distribution,performance) drift
      monitor(,ed,ing) (the,its,their,model,for) (model,models,performance,outputs,output,accuracy,predictions,drift)
      (model,models,performance,outputs,output,accuracy,predictions) (is,are,was,were,will be) monitored
      re validat(ed,ion);revalidat(ed,ion)
      (weights,version,model) (was,were) (locked,pinned,frozen,fixed,not updated);locked (weights,model,version)
      no model updates;model updates;(were,was,are,is,regularly) audited;audit (log,logs,trail)
      """
  ) { search in
    if let found = search.phraseOnModel() { return found }
    return search.isTold(Subject.operation) ? .missing : .notApplicable
  }
}
