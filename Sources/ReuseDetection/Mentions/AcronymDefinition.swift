import Manuscripts
import ModelCatalogue

/// How a text spells out an acronym: "Southern Annular Mode (SAM)".
enum AcronymDefinition {
  /// The tokens of the words whose initials spell a name that stands alone in parentheses, or nil.
  static func words(before mention: CandidateMention, in reading: ReadManuscript) -> Range<Int>? {
    let sentence = reading.sentences[mention.sentence].tokens
    let first = mention.tokens.lowerBound
    guard first - 1 >= sentence.lowerBound, isBracket(reading.tokens[first - 1], 0x28) else { return nil }
    let block = reading.sentences[mention.sentence].block
    var letters = [UInt8](reading.bytes(ofToken: first, inBlock: block)).filter { $0 < 0x80 }
    if letters.last == 0x73, letters.count > 2 { letters.removeLast() }
    guard letters.count >= 2, letters.count <= 8 else { return nil }
    return words(
      spelling: letters.map { $0 | 0x20 }, endingBefore: first - 1, from: sentence.lowerBound, reading, block)
  }

  /// Walks back over words, matching initials from the last letter to the first; small words may be skipped.
  private static func words(
    spelling letters: [UInt8], endingBefore end: Int, from start: Int, _ reading: ReadManuscript, _ block: Int
  ) -> Range<Int>? {
    var remaining = letters.count
    var index = end - 1
    var skipped = 0
    while index >= start, remaining > 0, end - index <= 2 * letters.count + 2 {
      let token = reading.tokens[index]
      guard token.kind == .word, let initial = reading.bytes(ofToken: index, inBlock: block).first else {
        guard token.kind == .citation else { return nil }
        index -= 1
        continue
      }
      if initial | 0x20 == letters[remaining - 1] {
        remaining -= 1
        if remaining == 0 { return index..<end }
      } else {
        skipped += 1
        if skipped > 2 { return nil }
      }
      index -= 1
    }
    return nil
  }

  private static func isBracket(_ token: Token, _ byte: UInt64) -> Bool {
    token.kind == .punctuation && token.key == byte
  }

  /// Words in a spelt-out name that make it a model's.
  static let modelWords = KeySet(
    [
      "network", "networks", "model", "models", "learning", "transformer", "transformers", "encoder", "encoders",
      "autoencoder", "autoencoders", "embedding", "embeddings", "neural", "attention", "language", "segment",
      "pretraining", "pre", "deep", "recognition", "prediction", "representations", "foundation",
    ].flatMap(Lexicon.keys(of:)))
}

/// The words right beside a mention.
enum NearbyWords {
  /// True when a word such as "model", "weights" or "encoder" stands right after the name, or "pre-trained" before it.
  static func namesModel(_ mention: CandidateMention, in reading: ReadManuscript) -> Bool {
    let sentence = reading.sentences[mention.sentence].tokens
    let after = mention.tokens.upperBound
    for index in after..<min(after + 2, sentence.upperBound) where heads.contains(reading.tokens[index].key) {
      return true
    }
    let before = mention.tokens.lowerBound
    for index in (max(sentence.lowerBound, before - 3)..<before).reversed() {
      let token = reading.tokens[index]
      if qualifiers.contains(token.key) { return true }
      // "the climate model and the MAE" names no model MAE.
      if token.kind == .punctuation || joints.contains(token.key) { break }
    }
    return hasVersion(after: after, in: sentence, reading, block: reading.sentences[mention.sentence].block)
  }

  /// "Name v1.5", "Name (version 2)", "Name (ViT-B)": the name of a program or a network.
  private static func hasVersion(after: Int, in sentence: Range<Int>, _ reading: ReadManuscript, block: Int) -> Bool {
    var index = after
    if sentence.contains(index), reading.tokens[index].kind == .punctuation, reading.tokens[index].key == 0x28 {
      index += 1
    }
    if isRelease(after - 1, reading, inBlock: block) { return true }
    guard sentence.contains(index) else { return false }
    // "Name (ViT-B)".
    if index > after, backbones.contains(reading.tokens[index].key) { return true }
    if isRelease(index, reading, inBlock: block) { return true }
    return sentence.contains(index + 1) && versions.contains(reading.tokens[index].key)
      && reading.tokens[index + 1].kind == .number
  }

  /// "6.0.1": two points make no measurement.
  private static func isRelease(_ index: Int, _ reading: ReadManuscript, inBlock block: Int) -> Bool {
    reading.tokens[index].kind == .number
      && reading.bytes(ofToken: index, inBlock: block).filter { $0 == 0x2E }.count == 2
  }

  private static let backbones = KeySet(
    ["vit", "resnet", "swin", "convnext", "base", "large"].flatMap(Lexicon.keys(of:)))
  private static let versions = KeySet(["v", "version", "release"].flatMap(Lexicon.keys(of:)))
  private static let joints = KeySet(["and", "or"].flatMap(Lexicon.keys(of:)))

  private static let heads = KeySet(
    [
      "model", "models", "weights", "encoder", "backbone", "network", "embeddings", "embedding", "checkpoint",
      "checkpoints", "llm", "predictions", "architecture", "api", "features", "baseline",
    ].flatMap(Lexicon.keys(of:)))

  private static let qualifiers = KeySet(
    [
      "pretrained", "trained", "tuned", "finetuned", "llm", "llms", "model", "models", "transformer", "encoder",
      "prompted", "network",
    ]
    .flatMap(Lexicon.keys(of:)))
}
