extension DetailRecogniser {
  /// A deviation, or that there is none.
  static let architectureDifferences = DetailRecogniser(
    .architectureDifferences,
    phrases: """
      unlike the original;instead of;rather than;in contrast to the original
      (differ,differs,differed,differences,deviates,deviations,changes) (from,to) the original;as in the original
      same (architecture,design) as;(no,without) (change,changes,modification,modifications,deviation,deviations)
      unchanged;unmodified;follow(ed,s,ing) the original
      replac(e,ed,es,ing) the (original,encoder,decoder,output,last,final);modified (version,the)
      we (changed,modified,replaced,extended,reduced,removed,omitted,added)
      """
  ) { search in
    search.phrase(.near) ?? .missing
  }
}
