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

  private static let numberless = KeySet(Lexicon.keys(of: "greedy beam nucleus deterministic"))
  private static let defaults = KeySet(Lexicon.keys(of: "default"))
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
  func saysAPI(_ sentence: Int, _ hit: CueHit) -> Bool {
    reading.tokens[hit.tokens.lowerBound].key != Self.vendor
      && (naming.contains(sentence) || Self.served.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil)
  }

  /// What tells an interface of language models from one of archives and data bases.
  private static let served = CueSet([
    "model", "models", "llm", "llms", "chat", "completion", "completions", "inference", "azure", "bedrock",
    "openrouter",
    "vertex ai", "together ai", "openai", "anthropic", "prompt", "prompts", "prompted", "batch api",
  ])

  private static let vendor = Lexicon.keys(of: "openai").first

  /// A prompt set as a listing, quotation or table near words on prompts, or inside a section on prompts.
  func promptListing() -> DetailFinding? {
    ground.promptListings.first(where: isOwnListing).map {
      DetailFinding(state: .present, value: nil, span: reading.manuscript.blocks[$0.block].span)
    }
  }

  /// Neither the prompt of a training that this model did not go through, nor one that is announced for others by name.
  private func isOwnListing(_ listing: PromptListings.Listing) -> Bool {
    if listing.announcers.contains(where: isOfOthersTraining) { return false }
    let named = listing.announcers.filter { !ground.named(inSentence: $0).isEmpty }
    return named.isEmpty
      || named.contains { ground.owners.concerns($0, model: query.index, among: .promptedModels) }
      || named.contains(where: ground.owners.speaksForAll)
  }

  /// The sentence speaks of the prompt of a training that this model did not go through.
  private func isOfOthersTraining(_ sentence: Int) -> Bool {
    model.facets.patterns == [.deployment] && !naming.contains(sentence)
      && Self.trainingPrompts.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  private static let trainingPrompts = CueSet([
    "training prompt", "training prompts", "training system prompt", "fine tuning prompt", "fine tuning prompts",
    "instruction tuning prompt", "during training", "during fine tuning", "during grpo training", "grpo training",
    "sft training", "dpo training", "rl training",
  ])

  /// A prompt in quotation marks in a sentence that speaks of one, or "the following prompt".
  func quotedPrompt() -> DetailFinding? {
    let quoted = hit(of: .promptNoun, .wide) { sentence, _ in
      !isOfOthersTraining(sentence) && (quotation(in: sentence) != nil || announcesPrompt(sentence))
    }
    guard let sentence = quoted?.sentence else { return nil }
    return quotation(in: sentence).map { present($0, sentence) } ?? finding(.present, at: sentence)
  }

  /// The first stretch of five tokens or more between two quotation marks, which may end in a later sentence of the
  /// block: a prompt has sentences of its own.
  private func quotation(in sentence: Int) -> Range<Int>? {
    let block = reading.sentences[sentence].block
    let start = reading.sentences[sentence].tokens
    let last = min(sentence + Self.quotedSentences, (reading.blockSentences[block].last ?? sentence))
    let marks = (start.lowerBound..<reading.sentences[last].tokens.upperBound).filter {
      reading.tokens[$0].kind == .punctuation && Self.quotes.contains(reading.tokens[$0].key)
    }
    for opening in stride(from: 0, to: marks.count - 1, by: 2)
    where start.contains(marks[opening]) && marks[opening + 1] - marks[opening] >= 5 {
      return marks[opening]..<(marks[opening + 1] + 1)
    }
    return nil
  }

  /// How many sentences behind the one that opens a quotation may belong to it.
  private static let quotedSentences = 12

  private func announcesPrompt(_ sentence: Int) -> Bool {
    Self.announcements.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  /// Straight and typographic double quotation marks as tokens.
  private static let quotes: KeySet = [0x22, 0x809C, 0x809D]
  private static let announcements = CueSet([
    "following prompt", "prompt was", "prompt is as follows", "prompts are shown", "prompt shown", "prompts used are",
    "prompt used is",
    "prompt is shown", "prompt template shown", "prompt templates are shown", "shows the prompt", "shows the prompts",
    "shows the instructions", "lists the prompt", "lists the prompts", "gives the prompt", "contains the prompt",
  ])

  /// A prompt that stands elsewhere: in a supplement, with others' work that was followed, or in the code.
  func delegatedPrompt() -> DetailFinding? {
    let word =
      hit(of: .promptNoun, .wide) { sentence, hit in
        !isOfOthersTraining(sentence) && reading.has(.supplement, inSentence: sentence)
      }
      ?? hit(of: .promptNoun, .wide) { sentence, hit in
        if isOfOthersTraining(sentence) { return false }
        return ground.codePlace != nil && isOwnPrompt(sentence, hit)
          || Self.followed.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil && isFollowing(sentence)
      }
    return word.map { finding(.delegated, at: $0.sentence) }
  }

  /// A prompt of the own work, which its code holds: said in the first person or of a use, and not of others by name.
  private func isOwnPrompt(_ sentence: Int, _ hit: CueHit) -> Bool {
    Self.promptKeys.contains(reading.tokens[hit.tokens.lowerBound].key)
      && (ground.isFree(sentence, besides: query.index) || ground.owners.speaksForAll(sentence))
      && (reading.has(.firstPerson, inSentence: sentence) || reading.has(.use, inSentence: sentence))
  }

  /// "We used the original prompts", not "appended to the original prompt".
  private func isFollowing(_ sentence: Int) -> Bool {
    Self.following.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  private static let following = CueSet([
    "follow", "followed", "following", "use", "used", "using", "adopt", "adopted", "from", "kept", "taken",
  ])
  private static let promptKeys = KeySet(Lexicon.keys(of: "prompt prompts system"))

  private static let followed = CueSet([
    "original prompt", "original prompts", "same prompt", "same prompts", "default prompt", "default prompts",
    "official prompt", "official prompts", "prompts from", "prompts of", "prompts provided by",
  ])
}
