extension DetailRecogniser {
  /// Parsing, filtering or other handling of outputs.
  static let outputHandling = DetailRecogniser(
    .outputHandling,
    phrases: """
      pars(ed,ing,er);regular expression(,s);regex;json;post process(ed,ing);postprocess(ed,ing)
      (unparseable,invalid,malformed,unusable) (answers,outputs,responses,replies,output,answer,ones);refus(al,als,ed)
      (answers,responses,outputs) (were,are) (mapped,converted,extracted,coded,excluded,discarded)
      (replies,predictions,detections,masks) (were,are) (mapped,converted,extracted,coded,excluded,discarded)
      (answers,responses,outputs) (were,are) (scored,filtered,merged,removed,averaged,counted)
      (replies,predictions,detections,masks) (were,are) (scored,filtered,merged,removed,averaged,counted)
      non maximum suppression;connected components;string matching
      """
  ) { search in
    search.phrase(.wide) { sentence, tokens in
      !Self.formats.contains(search.key(tokens)) || search.holds(Self.outputs, sentence)
    } ?? .missing
  }

  /// Files are written as JSON too.
  private static let formats = KeySet(Lexicon.keys(of: "json"))
  private static let outputs = CueSet([
    "answer", "answers", "output", "outputs", "response", "responses", "reply", "replies", "generated", "llm", "prompt",
    "predictions",
  ])
}
