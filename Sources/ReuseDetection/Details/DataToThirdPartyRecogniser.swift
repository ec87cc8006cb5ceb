extension DetailRecogniser {
  /// Protection of data; not asked where a work tells of no data on people.
  static let dataToThirdParty = DetailRecogniser(
    .dataToThirdParty,
    phrases: """
      de identif(ied,ication,ying);deidentif(ied,ication);anonymi(zed,sed,zation,sation);pseudonymi(zed,sed)
      data (processing,protection,use) agreement;business associate;hipaa;gdpr;zero data retention
      no (patient,identifiable,personal,sensitive) (data,information);protected health information;left the hospital
      synthetic (notes,data,cases)
      """
  ) { search in
    if let found = search.phraseOnModel(or: Subject.sensitive) { return found }
    return search.isTold(Subject.sensitive) ? .missing : .notApplicable
  }
}
