extension DetailRecogniser {
  /// A resolution or a length with its number, or a tokeniser.
  static let inputSpec = DetailRecogniser(
    .inputSpec,
    phrases: """
      pixel(,s);px;resolution;(input,image,patch,tile) size;(sequence,input,maximum,max,context) length;context window
      token(,s);residues;channels;sampling rate;khz;hz;tokeni(zer,ser);wordpiece;byte pair;bpe;sentencepiece
      truncat(ed,ion,ing);rgb;grayscale;greyscale
      """
  ) { search in
    let form = search.phrase(.wide) { sentence, tokens in
      if search.holds(Self.outputs, sentence) { return false }
      return search.hasNumber(sentence, tokens, within: 3) || Self.numberless.contains(search.key(tokens))
    }
    return form ?? .missing
  }

  private static let outputs = CueSet(["new tokens", "max tokens", "output tokens", "tokens per second"])
  private static let numberless = KeySet(
    Lexicon.keys(
      of: "tokenizer tokeniser wordpiece byte bpe sentencepiece truncated truncation truncating rgb grayscale greyscale"
    ))
}
