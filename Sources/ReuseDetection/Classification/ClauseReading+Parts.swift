import Manuscripts
import ModelCatalogue

/// Names that stand for less than the model: parts of it, kinds, and what other models are made of.
extension ClauseReading {
  /// "SAM's ViT-L encoder", "SynthSeg employs a U-Net", "BiomedCLIP (ViT-B/16)".
  var isComponent: Bool {
    guard let other = context.previous else { return false }
    let start = mention.tokens.lowerBound
    if other.upperBound == start {
      let block = reading.sentences[mention.sentence].block
      return reading.bytes(ofToken: start - 1, inBlock: block).elementsEqual("s".utf8)
    }
    if other.upperBound + 1 == start, isBracket(reading.tokens[start - 1]) { return facts.isArchitecture(mention) }
    if isApposition(to: other) || isGenus(of: other) || isBracketedPart(of: other) { return true }
    return context.hits.contains { hit in
      guard hit.cue == .use || hit.cue == .builtUpon, hit.tokens.lowerBound >= other.upperBound,
        hit.tokens.lowerBound - other.upperBound <= (hit.cue == .builtUpon ? 14 : 2), hit.tokens.upperBound <= start,
        start - hit.tokens.upperBound <= 4, !isAppended(hit), hit.cue == .builtUpon || isComposing(hit)
      else { return false }
      if hit.cue == .builtUpon, isPresented(other) { return false }
      if hit.cue == .builtUpon { return !Self.plurals.contains(reading.tokens[hit.tokens.lowerBound - 1].key) }
      return !context.hits.contains { $0.cue == .passive && $0.tokens.upperBound == hit.tokens.lowerBound }
    }
  }

  /// "X employs Y"; "X predicted more than Y" composes nothing.
  private func isComposing(_ hit: CueHit) -> Bool {
    !Self.acts.contains(reading.tokens[hit.tokens.lowerBound].key)
  }

  private static let acts = keys([
    "predict", "predicted", "predicts", "generate", "generated", "generates", "classify", "classified", "classifies",
    "detected", "detects", "segment", "segmented", "segments", "score", "scored", "obtain", "obtained", "ran", "run",
    "track", "tracked", "label", "labeled", "labelled", "perform", "performed", "annotate", "annotated", "annotates",
  ])

  /// "with X, using Y": what is used beside a model is no part of it, unless it is a design.
  private func isAppended(_ hit: CueHit) -> Bool {
    let before = reading.tokens[hit.tokens.lowerBound - 1]
    return before.kind == .punctuation && before.key == 0x2C && !facts.isArchitecture(mention)
      && Self.means.contains(reading.tokens[hit.tokens.lowerBound].key)
  }

  private static let means = keys(["using", "applying", "employing"])

  /// "we introduce X, a method based on Y": Y is what the own product was built upon.
  private func isPresented(_ other: Range<Int>) -> Bool {
    context.hits.contains {
      $0.cue == .selfDevelopment && $0.tokens.upperBound <= other.lowerBound
        && other.lowerBound - $0.tokens.upperBound <= 3
    }
  }

  /// "X, a 3D U-Net with …": the design of a model that has just been named.
  private func isApposition(to other: Range<Int>) -> Bool {
    let start = mention.tokens.lowerBound
    let distance = start - other.upperBound
    guard facts.isArchitecture(mention), distance >= 2, distance <= 4 else { return false }
    let comma = reading.tokens[other.upperBound]
    return comma.kind == .punctuation && comma.key == 0x2C
      && Self.articles.contains(reading.tokens[other.upperBound + 1].key)
  }

  /// "X (version 2, U-Net backbone)".
  private func isBracketedPart(of other: Range<Int>) -> Bool {
    let start = mention.tokens.lowerBound
    let next = mention.tokens.upperBound
    guard facts.isArchitecture(mention), context.clause.contains(next), start - other.upperBound <= 12,
      Self.bodies.contains(reading.tokens[next].key)
    else { return false }
    let bracket = (other.upperBound..<start).last { isBracket(reading.tokens[$0]) || reading.tokens[$0].key == 0x29 }
    return bracket.map { isBracket(reading.tokens[$0]) } ?? false
  }

  private static let bodies = keys(["backbone", "encoder", "decoder", "trunk", "architecture", "body"])

  static let articles: KeySet = keys(["a", "an"])
  /// "four models based on X" are things of their own, not a part of what was named before.
  private static let plurals: KeySet = keys([
    "models", "networks", "encoders", "versions", "variants", "classifiers",
  ])

  private func isBracket(_ token: Token) -> Bool { token.kind == .punctuation && token.key == 0x28 }

  /// "X's gradient tracking": a part of the model is spoken of.
  var isPossessive: Bool {
    let last = mention.tokens.upperBound - 1
    let block = reading.sentences[mention.sentence].block
    guard last > mention.tokens.lowerBound, reading.bytes(ofToken: last, inBlock: block).elementsEqual("s".utf8) else {
      return false
    }
    let text = reading.manuscript.blocks[block].text.bytes
    let before = Int(reading.tokens[last].start) - 1
    return before >= 0 && (text[before] == 0x27 || text[before] == 0x99)
  }

  /// "X-based", "X-like": the name qualifies something else.
  var isDerivative: Bool {
    let next = mention.tokens.upperBound
    guard next < reading.sentences[mention.sentence].tokens.upperBound else { return false }
    let token = reading.tokens[next]
    return token.flags.contains(.isHyphenated) && Self.derivativeTails.contains(token.key)
  }

  private static let derivativeTails: KeySet = keys(["based", "style", "like", "type", "inspired", "derived"])

  /// "X is a Y model": Y is the kind of thing that X is.
  func isGenus(of other: Range<Int>) -> Bool {
    let start = mention.tokens.lowerBound
    guard start - 2 >= other.upperBound, start - other.upperBound <= 8,
      Self.articles.contains(reading.tokens[start - 1].key)
    else { return false }
    return Self.copulas.contains(reading.tokens[start - 2].key)
  }

  private static let copulas = keys(["is", "are", "was"])

  /// "the tokeniser of X", "X's loss": what is taken over is not the model.
  var isPartOnly: Bool {
    let start = mention.tokens.lowerBound
    var index = start - 1
    if context.clause.contains(index), Self.definite.contains(reading.tokens[index].key) { index -= 1 }
    if context.clause.contains(index - 1), Self.of.contains(reading.tokens[index].key) {
      return Self.parts.contains(reading.tokens[index - 1].key)
    }
    let next = mention.tokens.upperBound
    return context.clause.contains(next) && Self.parts.contains(reading.tokens[next].key)
  }

  private static let definite = keys(["the"])
  private static let of = keys(["of"])
  private static let parts = keys([
    "vocabulary", "tokenizer", "tokeniser", "loss", "schedule", "objective", "definition", "paper", "protocol",
    "hyperparameters", "authors", "benchmark", "notation", "recipe", "study",
  ])
}
