import Manuscripts

extension DetailRecogniser {
  /// Limits, biases or hallucinations anywhere in own work.
  static let limitationsBias = DetailRecogniser(
    .limitationsBias,
    phrases: """
      limitation(,s);limited (by,to);bias(,es,ed);hallucinat(e,ed,es,ion,ions);caveat(,s);shortcoming(,s)
      generali(ze,se) (poorly,to);with caution;weakness(,es);threats to validity;spurious
      """
  ) { search in
    search.phraseOnModel { sentence, _ in
      !search.holds(Self.overcome, sentence) && !Self.isOfOthers(search.reading.sectionKind(ofSentence: sentence))
    } ?? .missing
  }

  /// Where the work tells what it sets out to mend.
  private static func isOfOthers(_ section: Section.Kind) -> Bool {
    section == .introduction || section == .abstract || section == .frontMatter
  }

  private static let overcome = CueSet(
    Cue.expanded(
      """
      (address,addresses,addressed,addressing,overcome,overcomes,overcoming) (the,these,this,those,such,its,their,both)
      (mitigate,mitigates,mitigating,circumvent,circumvents,alleviate,alleviates) (the,these,this,those,such,its,their)
      we propose;we therefore propose;bias correction;bias corrected;bias (field,fields)
      (reduced,reducing,reduce,reduces) bias
      """))
}
