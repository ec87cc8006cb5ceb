extension DetailRecogniser {
  /// Groups whose results are told apart; not asked where a work is not about people.
  static let subgroupFairness = DetailRecogniser(
    .subgroupFairness,
    phrases: """
      subgroup(,s);(by,across,per,between,for each,for both) (sex,sexes,gender,genders,age,ethnicity,race,site)
      (by,across,per,between,for each,for both) (sites,hospital,hospitals,language,languages,group,groups,skin)
      fairness;stratified by;demographic(,s);disparit(y,ies);women and men;men and women
      """
  ) { search in
    if let found = search.phraseOnModel() { return found }
    return search.isTold(Subject.people) ? .missing : .notApplicable
  }
}
