extension DetailRecogniser {
  /// A setting of adapters with its number, or a recipe that stands elsewhere.
  static let peftConfiguration = DetailRecogniser(
    .peftConfiguration,
    phrases: """
      rank;alpha;r;target modules;lora (dropout,r,alpha,rank);bottleneck;prefix length;prompt length
      adapter (size,dimension)
      """
  ) { search in
    let setting = search.phrase(.wide) { sentence, tokens in
      search.reading.has(.peft, inSentence: sentence) && search.hasNumber(sentence, tokens, within: 3)
    }
    return setting ?? search.delegatedRecipe() ?? .missing
  }
}
