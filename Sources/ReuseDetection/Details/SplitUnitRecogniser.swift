extension DetailRecogniser {
  /// A unit in a sentence on a split.
  static let splitUnit = DetailRecogniser(
    .splitUnit,
    phrases: """
      (by,per,of one,of the same,same) (patient,subject,participant,site,field,document)
      (by,per,of one,of the same,same) (author,animal,plot,station,species,journal)
      (by,per,of one,of the same,same) (family,study,hospital,speaker,scanner,slide)
      (by,per,of one,of the same,same) (video,individual,farm,cluster,year,location,donor)
      (patient,subject,participant,site,field,document) (level,wise,disjoint,independent)
      (author,animal,plot,station,species,journal) (level,wise,disjoint,independent)
      (family,study,hospital,speaker,scanner,slide) (level,wise,disjoint,independent)
      (video,individual,farm,cluster,year,location,donor) (level,wise,disjoint,independent)
      no (patient,subject,participant,site,field,document) (occurs,appears,is,was,occurred,appeared)
      no (author,animal,plot,station,species,journal) (occurs,appears,is,was,occurred,appeared)
      no (family,study,hospital,speaker,scanner,slide) (occurs,appears,is,was,occurred,appeared)
      no (video,individual,farm,cluster,year,location,donor) (occurs,appears,is,was,occurred,appeared);group k fold
      groupkfold;leave one (subject,patient,site,group,species,study) out;sequence identity;homology;disjoint
      (temporal,chronological,scaffold,geographic,spatial) split;split chronologically;kept together
      no overlap between
      """
  ) { search in
    let unit = search.phrase(.wide) { sentence, _ in search.reading.has(.split, inSentence: sentence) }
    return unit ?? .missing
  }
}
