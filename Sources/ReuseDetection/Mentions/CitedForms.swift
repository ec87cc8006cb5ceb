import Manuscripts
import ModelCatalogue

/// Names of models told by what stands beside them in a sentence: a citation, a known model, their authors.
struct CitedForms {
  private let reading: ReadManuscript

  init(_ reading: ReadManuscript) { self.reading = reading }

  /// True when the name at a token is cited as a model: "Name models [1]", or "Name [1], BYOL [2]" in a list of models.
  func isModel(_ token: Int, sentence: Int) -> Bool {
    isCitedModel(token, sentence) || isCitedBesideKnown(token, reading.sentences[sentence])
      || isCitedInList(token, reading.sentences[sentence])
  }

  /// "Name [1] model", "Name models [1]": the name's own citation and a word for a model.
  private func isCitedModel(_ index: Int, _ sentence: Int) -> Bool {
    var next = index + 1
    var isCited = false
    var noun: UInt64?
    let limit = min(next + 4, reading.sentences[sentence].tokens.upperBound)
    while next < limit {
      let token = reading.tokens[next]
      if token.kind == .citation {
        isCited = true
      } else if token.kind == .word, Self.nouns.contains(token.key) || Self.deepNouns.contains(token.key) {
        noun = token.key
      } else if !(token.kind == .word && token.flags.contains(.isHyphenated)) {
        break
      }
      next += 1
    }
    guard let noun else { return false }
    if isRebuilt(sentence, after: next) { return true }
    guard isCited else { return false }
    return Self.deepNouns.contains(noun) || speaksOfLearning(sentence)
  }

  /// "… were re-implemented according to the original paper [1]".
  private func isRebuilt(_ sentence: Int, after index: Int) -> Bool {
    let isRebuilt = reading.cues(inSentence: sentence).contains { hit in
      hit.cue == .reimplementation && Self.rebuilding.contains(reading.tokens[hit.tokens.lowerBound].key)
    }
    return isRebuilt
      && (index..<reading.sentences[sentence].tokens.upperBound).prefix(24).contains {
        reading.tokens[$0].kind == .citation
      }
  }

  private static let rebuilding = keys([
    "re", "reimplement", "reimplemented", "reimplementing", "reimplements", "reimplementation",
  ])

  /// Statistical models have names and citations too; words about training or tuning make it a learned one.
  private func speaksOfLearning(_ sentence: Int) -> Bool {
    reading.cues(inSentence: sentence).contains {
      [.pretrained, .fineTuning, .zeroShot, .prompt, .scratch, .peft, .reimplementation].contains($0.cue)
    }
  }

  private static let nouns = keys(["model", "models", "networks", "architecture", "classifier", "type"])
  private static let deepNouns = keys([
    "network", "encoder", "backbone", "embeddings", "checkpoint", "weights", "transformer", "autoencoder",
  ])

  /// "Name [1], BYOL [2]": right beside a model of the catalogue in a sentence about models.
  private func isCitedBesideKnown(_ index: Int, _ sentence: Sentence) -> Bool {
    let end = sentence.tokens.upperBound
    var next = index + 1
    while next < end, isHungOnName(next) { next += 1 }
    guard next < end, reading.tokens[next].kind == .citation else { return false }
    next += 1
    while next < end, isListSign(reading.tokens[next]) { next += 1 }
    guard next < end, next - index <= 6, reading.tokens[next].range.count >= 3,
      reading.tokens[next].flags.contains(.isCapitalised), isKnown(reading.tokens[next])
    else { return false }
    return sentence.tokens.contains { Self.plurals.contains(reading.tokens[$0].key) }
  }

  /// "three published denoisers: Name [1], …": cited in a list that a plural word for networks opens.
  private func isCitedInList(_ index: Int, _ sentence: Sentence) -> Bool {
    let end = sentence.tokens.upperBound
    var next = index + 1
    while next < end, isHungOnName(next) { next += 1 }
    guard next < end, reading.tokens[next].kind == .citation,
      let colon = (sentence.tokens.lowerBound..<index).last(where: {
        reading.tokens[$0].kind == .punctuation && reading.tokens[$0].key == 0x3A
      }), colon > sentence.tokens.lowerBound, index - colon <= Self.longestList
    else { return false }
    return Self.deepPlurals.contains(reading.tokens[colon - 1].key)
  }

  /// How far a list is followed behind its colon, in tokens.
  private static let longestList = 40
  private static let deepPlurals = keys([
    "networks", "encoders", "backbones", "denoisers", "detectors", "segmenters", "transformers", "autoencoders", "cnns",
    "basecallers", "llms",
  ])

  private func isKnown(_ token: Token) -> Bool { Catalogue.embedded.lookup(token.key).isWorthwhile }

  private func isHungOnName(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return token.flags.contains(.isHyphenated)
      || token.flags.contains(.isJoined) && (token.kind == .word || token.kind == .number)
  }

  private func isListSign(_ token: Token) -> Bool {
    token.kind == .punctuation && token.key == 0x2C || Self.and.contains(token.key)
  }

  private static let and = keys(["and"])
  private static let plurals = keys(["models", "networks", "encoders", "backbones"])

  /// `mental-foo-base-uncased`: three or more parts in lower case, one a known name, the last a size or flavour.
  func identifiers(in sentence: Sentence) -> [String] {
    var found: [String] = []
    var start = sentence.tokens.lowerBound
    while start < sentence.tokens.upperBound {
      var end = start + 1
      while end < sentence.tokens.upperBound, isHungOnIdentifier(end) { end += 1 }
      if end - start >= 3, isIdentifier(start..<end) {
        found.append(reading.text(start..<end, inBlock: sentence.block))
      }
      start = end
    }
    return found
  }

  private func isHungOnIdentifier(_ index: Int) -> Bool {
    isHungOnName(index) && !reading.tokens[index].flags.contains(.isCapitalised)
  }

  private func isIdentifier(_ range: Range<Int>) -> Bool {
    let first = reading.tokens[range.lowerBound]
    guard first.kind == .word, !first.flags.contains(.isCapitalised),
      Self.flavours.contains(reading.tokens[range.upperBound - 1].key)
    else { return false }
    return range.dropFirst().contains { !Catalogue.embedded.lookup(reading.tokens[$0].key).entries.isEmpty }
  }

  static let flavours = keys(["base", "large", "cased", "uncased", "instruct"])

  /// "the method of Smith et al.": a model that has no other name.
  func methodsOfAuthors(in sentence: Sentence) -> [String] {
    let tokens = reading.tokens
    return sentence.tokens.compactMap { index in
      guard Self.et.contains(tokens[index].key), index - 3 >= sentence.tokens.lowerBound,
        index + 1 < sentence.tokens.upperBound, Self.al.contains(reading.tokens[index + 1].key),
        reading.tokens[index - 1].flags.contains(.isCapitalised),
        Self.ofWords.contains(reading.tokens[index - 2].key), Self.methods.contains(reading.tokens[index - 3].key),
        !isNamed(beforeNounAt: index - 3, in: sentence)
      else { return nil }
      return reading.text((index - 1)..<(index + 2), inBlock: sentence.block)
    }
  }

  /// "the FooNet-S model of …": it has a name.
  private func isNamed(beforeNounAt index: Int, in sentence: Sentence) -> Bool {
    let name = index - 1
    guard sentence.tokens.contains(name), name > sentence.tokens.lowerBound else { return false }
    let token = reading.tokens[name]
    return token.kind == .number || token.kind == .word && token.flags.contains(.isCapitalised)
  }

  static let et = keys(["et"])
  private static let al = keys(["al"])
  private static let ofWords = keys(["of", "by", "from"])
  private static let methods = keys(["method", "model", "network", "architecture", "approach", "backbone"])

  private static func keys(_ words: [String]) -> KeySet { KeySet(words.flatMap(Lexicon.keys(of:))) }
}
