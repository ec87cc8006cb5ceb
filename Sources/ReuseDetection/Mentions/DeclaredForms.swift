import Manuscripts
import ModelCatalogue

/// Names that a sentence itself says are models': "Foo v1.2 [3], a deep-learning tool for …", "the neural network
/// FooNet", "the weights of FooNet", "BarFormer [4]".
struct DeclaredForms {
  private let reading: ReadManuscript

  init(_ reading: ReadManuscript) { self.reading = reading }

  /// True when the words around the name that begins at a token say that it is a model.
  func isModel(_ index: Int, sentence: Int) -> Bool {
    let tokens = reading.sentences[sentence].tokens
    guard reading.tokens[index].flags.contains(.hasCapitals) || hasSpecialFollower(index, in: tokens) else {
      return false
    }
    let form = NameForm(index, in: reading, block: reading.sentences[sentence].block, end: tokens.upperBound)
    guard form.isNameLike, !form.isPlural, !isTrainedOn(index, in: tokens) else { return false }
    let after = NameFollower(of: form.end, in: reading, end: tokens.upperBound)
    if form.isDistinctive || after.isCited || after.hasVersion, isExplained(after, end: tokens.upperBound) {
      return true
    }
    guard form.isDistinctive else { return false }
    if followsKind(index, in: tokens) || namesWeights(index, after: form.end, in: tokens, sentence) { return true }
    return after.isCited && form.endsLikeNetwork
  }

  /// A version, a citation or something hung on stands right behind: a word with one capital is no name without.
  private func hasSpecialFollower(_ index: Int, in tokens: Range<Int>) -> Bool {
    guard index + 1 < tokens.upperBound else { return false }
    let next = reading.tokens[index + 1]
    switch next.kind {
    case .citation, .textualCitation, .number: return true
    case .word:
      return !next.flags.isDisjoint(with: [.isHyphenated, .isJoined]) || NameFollower.versions.contains(next.key)
    case .punctuation: return NameBorders.successor(of: index, in: reading.tokens, end: tokens.upperBound) != nil
    case .formula, .cellBorder: return false
    }
  }

  /// "trained on FooNet": a data set.
  private func isTrainedOn(_ index: Int, in tokens: Range<Int>) -> Bool {
    let before = index - 1
    guard tokens.contains(before) else { return false }
    if Self.on.contains(reading.tokens[before].key) { return true }
    return Self.the.contains(reading.tokens[before].key) && tokens.contains(before - 1)
      && Self.on.contains(reading.tokens[before - 1].key)
  }

  private static let on = keys(["on"])
  private static let the = keys(["the"])

  /// ", a deep-learning-based tool for …": what follows the name says what it is.
  private func isExplained(_ after: NameFollower, end: Int) -> Bool {
    var index = after.end
    guard index + 2 < end, reading.tokens[index].kind == .punctuation,
      reading.tokens[index].key == 0x2C || reading.tokens[index].key == 0x28
    else { return false }
    index += 1
    guard Self.articles.contains(reading.tokens[index].key) else { return false }
    var isDeep = false
    for token in reading.tokens[index..<min(index + Self.explanation, end)] {
      if token.kind == .punctuation { return false }
      if Self.deepWords.contains(token.key) { isDeep = true }
      if Self.kinds.contains(token.key), isDeep { return true }
      if Self.deepKinds.contains(token.key) { return true }
    }
    return false
  }

  /// How many words may lie between a name's comma and the noun that says what it is.
  private static let explanation = 9

  /// "the neural network Foo", "the deep-learning tool Foo".
  private func followsKind(_ index: Int, in tokens: Range<Int>) -> Bool {
    guard index - 2 >= tokens.lowerBound else { return false }
    let noun = reading.tokens[index - 1]
    guard noun.kind == .word, Self.kinds.contains(noun.key) || Self.deepKinds.contains(noun.key) else { return false }
    if Self.deepKinds.contains(noun.key) { return true }
    let before = max(tokens.lowerBound, index - 4)..<(index - 1)
    return before.contains { Self.deepWords.contains(reading.tokens[$0].key) }
  }

  /// "the weights of Foo", "the Foo checkpoint", "fine-tuned the Foo", "initialised from Foo".
  private func namesWeights(_ index: Int, after end: Int, in tokens: Range<Int>, _ sentence: Int) -> Bool {
    // "the USPTO checkpoint", "COCO weights": capitals alone name the data that weights were trained on.
    let isInCapitals = end == index + 1 && reading.tokens[index].flags.contains(.isUpperCase)
    if end < tokens.upperBound, Self.weights.contains(reading.tokens[end].key), !isInCapitals { return true }
    var before = index - 1
    while before > tokens.lowerBound, Self.fillers.contains(reading.tokens[before].key) { before -= 1 }
    guard before > tokens.lowerBound else { return false }
    if Self.ofWords.contains(reading.tokens[before].key), Self.weights.contains(reading.tokens[before - 1].key) {
      return true
    }
    return reading.cues(inSentence: sentence).contains {
      guard $0.cue == .fineTuning || $0.cue == .pretrained, $0.tokens.upperBound == before + 1 else { return false }
      let first = reading.tokens[$0.tokens.lowerBound].key
      // "initialised from ERA5" is about a run's data.
      if Self.initialised.contains(first) { return reading.has(.pretrained, inSentence: sentence) }
      return !Self.generic.contains(first)
    }
  }

  private static let articles = keys(["a", "an", "the"])
  private static let deepWords = keys([
    "deep", "neural", "convolutional", "pretrained", "trained", "transformer", "foundation", "learned", "learning",
    "recurrent", "diffusion", "generative", "cnn", "attention", "language", "embedding",
  ])
  private static let kinds = keys([
    "network", "model", "tool", "classifier", "detector", "segmenter", "encoder", "predictor", "architecture",
    "basecaller", "method", "pipeline", "algorithm", "approach", "potential", "software", "system",
  ])
  private static let deepKinds = keys(["cnn", "transformer", "autoencoder", "llm", "gan", "vae"])
  private static let weights = keys(["weights", "checkpoint", "checkpoints", "backbone"])
  private static let ofWords = keys(["of", "from"])
  private static let fillers = keys([
    "the", "a", "an", "original", "published", "released", "public", "available", "publicly", "official", "standard",
  ])
  private static let initialised = keys(["initialised", "initialized"])
  /// Words on a treatment that stand before names of anything.
  private static let generic = keys(["transfer", "weights", "hugging", "huggingface", "checkpoint", "checkpoints"])

  private static func keys(_ words: [String]) -> KeySet { KeySet(words.flatMap(Lexicon.keys(of:))) }
}

/// The letters of a name, with what is hung on it.
private struct NameForm {
  /// The token after the name and its hyphenated parts.
  let end: Int
  /// Three letters or more, one of them a capital.
  let isNameLike: Bool
  /// "LLMs", "CNNs": a kind of models.
  let isPlural: Bool
  /// A capital inside, all capitals, or a number hung on.
  let isDistinctive: Bool
  /// Capitals and small letters.
  private let isMixed: Bool
  private let name: ArraySlice<UInt8>

  init(_ index: Int, in reading: ReadManuscript, block: Int, end limit: Int) {
    var last = index
    while let next = NameBorders.successor(of: last, in: reading.tokens, end: limit) {
      let flags = reading.tokens[next].flags
      guard flags.contains(.isHyphenated) || flags.contains(.isJoined) else { break }
      last = next
    }
    end = last + 1
    let bytes = reading.bytes(ofToken: index, inBlock: block)
    var capitals = 0
    var lower = 0
    for byte in bytes {
      if (0x41...0x5A).contains(byte) { capitals += 1 }
      if (0x61...0x7A).contains(byte) { lower += 1 }
    }
    isNameLike = capitals >= 1 && bytes.count >= 3
    isPlural = lower == 1 && bytes.last == 0x73
    isDistinctive = capitals >= 2 && lower >= 1 || capitals >= 4 || last > index && capitals >= 2
    isMixed = capitals >= 2 && lower >= 1
    name = bytes
  }

  /// "Net", "Former", "GAN" and the like end it.
  var endsLikeNetwork: Bool {
    isMixed && Self.tails.contains { name.count >= $0.count + 2 && name.suffix($0.count).elementsEqual($0) }
  }

  private static let tails = [
    "Net", "Former", "former", "GAN", "VAE", "GPT", "Fold", "Seg", "CNN", "RNN", "GNN", "LLM",
  ]
  .map { Array($0.utf8) }
}

/// What stands right behind a name: a version and a citation.
private struct NameFollower {
  /// The token after them.
  let end: Int
  let isCited: Bool
  let hasVersion: Bool

  init(of start: Int, in reading: ReadManuscript, end limit: Int) {
    var index = start
    var isCited = false
    var hasVersion = false
    while index < limit, index < start + 4 {
      let token = reading.tokens[index]
      if token.kind == .citation || token.kind == .textualCitation {
        isCited = true
      } else if token.kind == .number {
        hasVersion = true
      } else if !(token.kind == .word && Self.versions.contains(token.key)) {
        break
      }
      index += 1
    }
    end = index
    self.isCited = isCited
    self.hasVersion = hasVersion
  }

  static let versions = KeySet(["v", "version"].flatMap(Lexicon.keys(of:)))
}
