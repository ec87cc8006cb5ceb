extension DetailRecogniser {
  /// Drift, updates or locks; not asked where nothing runs outside the study.
  static let monitoring = DetailRecogniser(
    .monitoring,
    phrases: """
      monitor(ed,ing);drift;re validat(ed,ion);revalidat(ed,ion)
      (weights,version,model) (was,were) (locked,pinned,frozen,fixed,not updated);locked (weights,model,version)
      no updates;model updates;audit(,ed,s,able)
      """
  ) { search in
    if let found = search.phraseAnywhere() { return found }
    return search.isTold(Subject.operation) ? .missing : .notApplicable
  }
}
