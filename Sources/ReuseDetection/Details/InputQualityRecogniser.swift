extension DetailRecogniser {
  /// Poor, missing or unusable inputs; not asked where a work is not about people.
  static let inputQuality = DetailRecogniser(
    .inputQuality,
    phrases: """
      (poor,low,insufficient,inadequate) (quality,image quality);quality (control,check,checks,assessment,criteria)
      (blurry,blurred,unreadable,corrupt) (scans,images,inputs,slides,notes,records,data,values,files)
      (corrupted,incomplete,missing,unusable) (scans,images,inputs,slides,notes,records,data,values,files)
      were (excluded,imputed);was (excluded,imputed);imputation;(artefacts,artifacts)
      """
  ) { search in
    if let found = search.phraseOnModel(or: Subject.data) { return found }
    return search.isTold(Subject.people) ? .missing : .notApplicable
  }
}
