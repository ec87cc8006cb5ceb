extension DetailRecogniser {
  /// Published figures beside own ones.
  static let matchesOriginal = DetailRecogniser(
    .matchesOriginal,
    phrases: """
      (reported,published,original) (accuracy,results,result,performance,numbers,score,scores,values,figures,figure)
      (against,versus,of,with,to,match,matches,matched) the (published,reported)
      reproduc(e,ed,es,ing) the (reported,published,original);on par with the original
      against the (published,reported);the published (0,1,2,3,4,5,6,7,8,9)
      """
  ) { search in
    search.phrase(.wide) ?? .missing
  }
}
