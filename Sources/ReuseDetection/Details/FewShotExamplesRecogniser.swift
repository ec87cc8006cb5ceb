extension DetailRecogniser {
  /// A number or source of examples; a prompt that stands elsewhere holds them too.
  static let fewShotExamples = DetailRecogniser(
    .fewShotExamples,
    phrases: """
      (one,two,three,four,five,six,seven,eight,nine,ten,2,3,4,5,6,7,8,9,10,1,16,20,32) (shot,shots,example,examples)
      (one,two,three,four,five,six,seven,eight,nine,ten,2) (exemplars,demonstrations)
      (one,two,three,four,five,six,seven,eight,nine,ten,2) (labelled examples,labeled examples)
      (3,4,5,6,7,8,9,10,1,16,20,32) (exemplars,demonstrations,labelled examples,labeled examples)
      (examples,exemplars,demonstrations) (were,are) (drawn,taken,chosen,selected,sampled)
      (examples,exemplars,demonstrations) (drawn,taken,chosen,selected,sampled,from);k shot
      """
  ) { search in
    search.phrase(.wide) ?? search.delegated(.promptNoun, .wide) ?? .missing
  }
}
