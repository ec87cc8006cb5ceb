import Manuscripts

extension DetailSearch {
  /// A parameter with a number, or words that need none (greedy, beam search, defaults of the sampling); temperature of
  /// physics or of a loss is none.
  func isSampling(_ sentence: Int, _ hit: CueHit) -> Bool {
    if isOthersTraining(sentence) { return false }
    if Self.otherTemperatures.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil { return false }
    let words = hit.tokens.map { reading.tokens[$0].key }
    if words.contains(where: Self.numberless.contains) { return true }
    if words.contains(where: Self.defaults.contains) { return near.contains(sentence) }
    return number(near: hit.tokens, within: 5, sentence) != nil
  }

  private static let numberless = Set(Lexicon.keys(of: "greedy beam nucleus deterministic"))
  private static let defaults = Set(Lexicon.keys(of: "default"))
  private static let otherTemperatures = CueSet([
    "room temperature", "contrastive", "logit scale", "softmax temperature", "degrees", "kelvin", "surface temperature",
    "learnable temperature", "distillation", "temperature scaling",
  ])

  /// An open model that is prompted, of which the text says that an API answered and nowhere near that it ran locally.
  var isReachedByAPI: Bool {
    guard model.facets.isPrompted, !model.facets.isClosed else { return false }
    return first(.localRun, .near) == nil && first(.api, .wide, where: saysAPI) != nil
  }

  /// The vendor's name alone is no interface: "OpenAI's CLIP".
  private func saysAPI(_ sentence: Int, _ hit: CueHit) -> Bool {
    reading.tokens[hit.tokens.lowerBound].key != Self.vendor
  }

  private static let vendor = Lexicon.keys(of: "openai").first

  /// A prompt set as a listing, quotation or table near words on prompts, or inside a section on prompts.
  func promptListing() -> DetailFinding? {
    ground.promptListings.first.map {
      DetailFinding(state: .present, value: nil, span: reading.manuscript.blocks[$0].span)
    }
  }

  /// A prompt in quotation marks in a sentence that speaks of one, or "the following prompt".
  func quotedPrompt() -> DetailFinding? {
    let quoted = hit(of: .promptNoun, .wide) { sentence, _ in
      quotation(in: sentence) != nil || announcesPrompt(sentence)
    }
    guard let sentence = quoted?.sentence else { return nil }
    return quotation(in: sentence).map { present($0, sentence) } ?? finding(.present, at: sentence)
  }

  /// Five tokens or more between quotation marks.
  private func quotation(in sentence: Int) -> Range<Int>? {
    let marks = reading.sentences[sentence].tokens.filter {
      reading.tokens[$0].kind == .punctuation && Self.quotes.contains(reading.tokens[$0].key)
    }
    guard let first = marks.first, let last = marks.last, last - first >= 5 else { return nil }
    return first..<(last + 1)
  }

  private func announcesPrompt(_ sentence: Int) -> Bool {
    Self.announcements.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  /// Straight and typographic double quotation marks as tokens.
  private static let quotes: Set<UInt64> = [0x22, 0x809C, 0x809D]
  private static let announcements = CueSet([
    "following prompt", "prompt was", "prompt is as follows", "prompts are shown", "prompt shown", "prompts used are",
    "prompt used is",
    "prompt is shown", "prompt template shown", "prompt templates are shown",
  ])

  /// A prompt that stands elsewhere: in a supplement, with others' work that was followed, or in the code.
  func delegatedPrompt() -> DetailFinding? {
    if let stated = delegated(.promptNoun, .wide) { return stated }
    let word = sentence(with: .promptNoun, .wide) { sentence in
      ground.codePlace != nil || Self.followed.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
    }
    return word.map { finding(.delegated, at: $0) }
  }

  private static let followed = CueSet([
    "original prompt", "original prompts", "same prompt", "same prompts", "default prompt", "default prompts",
    "official prompt", "official prompts", "prompts from", "prompts of", "prompts provided by",
  ])
}
