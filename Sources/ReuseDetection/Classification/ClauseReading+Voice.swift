import Manuscripts
import ModelCatalogue

/// Whose act a clause tells, and when: what tells the authors' own runs from descriptions and from earlier work.
extension ClauseReading {
  /// "our earlier evaluation", "we previously", "in previous work we": what was done is told elsewhere.
  func speaksOfEarlierWork(_ person: CueHit) -> Bool {
    let next = person.tokens.upperBound
    if context.clause.contains(next), Self.earlier.contains(reading.tokens[next].key) { return true }
    return context.hits.contains {
      $0.cue == .earlierWork && $0.tokens.upperBound <= person.tokens.lowerBound
        && person.tokens.lowerBound - $0.tokens.upperBound <= 2
    }
  }

  private static let earlier = keys(["earlier", "previous", "previously", "prior"])

  /// "our emphasis is", "to our knowledge": what the authors think, not what they ran.
  func isOfMind(_ person: CueHit) -> Bool {
    let next = person.tokens.upperBound
    return context.clause.contains(next) && Self.thoughts.contains(reading.tokens[next].key)
  }

  private static let thoughts = keys([
    "emphasis", "knowledge", "view", "opinion", "focus", "understanding", "hypothesis", "intuition", "belief",
    "discussion", "goal",
  ])

  /// "abstracts that have been annotated with X": how something came to be that the authors found ready.
  func describes(_ passive: CueHit) -> Bool {
    let first = passive.tokens.lowerBound
    let start = first - 2
    guard start >= context.clause.lowerBound, Self.perfect.contains(reading.tokens[first - 1].key),
      Self.been.contains(reading.tokens[first].key)
    else { return false }
    return Self.relatives.contains(reading.tokens[start].key)
  }

  /// All that the clause says was done was done before.
  var actsAreDescribed: Bool {
    let passives = context.hits.filter { $0.cue == .passive }
    return !passives.isEmpty && passives.allSatisfy(describes)
  }

  private static let perfect = keys(["have", "has"])
  private static let been = keys(["been"])

  /// "X is a model that was trained on all abstracts": how released weights came to be; methods and results tell of own
  /// training.
  func tellsOrigin(_ act: CueHit, after passive: CueHit) -> Bool {
    guard act.cue == .training, !facts.isArchitecture(mention), passive.tokens.lowerBound >= mention.tokens.upperBound
    else { return false }
    if Self.relatives.contains(reading.tokens[passive.tokens.lowerBound - 1].key) { return true }
    return !section.reportsOwnWork || section == .other || section == .frontMatter
  }

  /// "other models include X": a verb that lists kinds, in a clause in which nobody acts.
  func listsKinds(_ verb: CueHit) -> Bool {
    guard Self.listing.contains(reading.tokens[verb.tokens.lowerBound].key) else { return false }
    return !context.hits.contains { [.firstPerson, .evaluate, .allModels, .passive].contains($0.cue) }
  }

  private static let listing = keys(["include", "included", "includes"])

  /// An act in the past tense: what was done, not what is generally done.
  var hasPastAct: Bool {
    actionHits.contains { !context.isNegated($0) && (isParticiple($0) || isPast($0)) }
  }

  private func isPast(_ hit: CueHit) -> Bool {
    hit.tokens.contains { Self.pasts.contains(reading.tokens[$0].key) }
  }

  private static let pasts = keys(["ran", "chose", "took", "built", "fed"])

  /// "The backbone is X", "Encoder: X", "X served as judge": the part that the model has in the set-up.
  var isGivenPart: Bool {
    let tokens = mention.tokens
    return context.hits.contains { hit in
      guard hit.cue == .part else { return false }
      if hit.tokens.upperBound <= tokens.lowerBound {
        return tokens.lowerBound - hit.tokens.upperBound <= 8 && isEquated(hit.tokens.upperBound..<tokens.lowerBound)
      }
      guard hit.tokens.lowerBound >= tokens.upperBound else { return false }
      // "X, started from the public weights, served as our encoder".
      let near = max(tokens.upperBound, hit.tokens.lowerBound - 5)
      return hit.tokens.lowerBound - tokens.upperBound <= 14
        && (near..<hit.tokens.lowerBound).contains { Self.roles.contains(reading.tokens[$0].key) }
    }
  }

  /// "The masks (X) were dilated": what stands before the brackets was made with what they name.
  var isBracketedMeans: Bool {
    let head = context.listHead
    let end = mention.tokens.upperBound
    guard section == .methods, isPastPassive, head > context.clause.lowerBound, context.clause.contains(end),
      reading.tokens[head - 1].kind == .punctuation, reading.tokens[head - 1].key == 0x28
    else { return false }
    let closing = (end..<min(end + 4, context.clause.upperBound)).first {
      reading.tokens[$0].kind == .punctuation && reading.tokens[$0].key == 0x29
    }
    let isNamedBefore = context.previous.map { $0.lowerBound < head } ?? false
    return closing != nil && !isNamedBefore && AcronymDefinition.words(before: mention, in: reading) == nil
  }

  /// Between a part and a name stands a colon or a word that makes them one.
  private func isEquated(_ between: Range<Int>) -> Bool {
    guard
      let link = between.first(where: {
        let token = reading.tokens[$0]
        return token.kind == .punctuation && token.key == 0x3A || Self.equations.contains(token.key)
      })
    else { return false }
    return link == between.lowerBound || reading.tokens[link].kind == .word && link - between.lowerBound <= 2
  }

  /// "their results led us to choose X": the authors act, whoever came first.
  func turnsToUs(after other: Int) -> Bool {
    let between = other..<mention.tokens.lowerBound
    return between.contains { Self.us.contains(reading.tokens[$0].key) }
      && actionHits.contains { between.contains($0.tokens.lowerBound) && !context.isNegated($0) }
  }

  private static let us = keys(["us", "we"])

  /// "surpasses A (62.3%) and X": the last of several that a result is held against.
  var isListedBehindComparison: Bool {
    let start = mention.tokens.lowerBound
    guard
      let held = context.hits.last(where: { $0.cue == .exceeded && $0.tokens.upperBound <= start }),
      start - held.tokens.upperBound <= 16, context.previous.map({ $0.lowerBound >= held.tokens.upperBound }) ?? false
    else { return false }
    return !context.hits.contains {
      [.use, .evaluate, .result, .passive, .firstPerson].contains($0.cue)
        && $0.tokens.lowerBound >= held.tokens.upperBound && $0.tokens.upperBound <= start
    }
  }

  /// "X shows the best accuracy, so that others can …": what is possible comes after what was found.
  func isStated(before modal: CueHit) -> Bool {
    let end = mention.tokens.upperBound
    return section == .results
      && context.hits.contains {
        $0.cue == .result && $0.tokens.lowerBound >= end && $0.tokens.upperBound <= modal.tokens.lowerBound
      }
  }

  /// Participles that say of a model what it is, or who made it.
  static let descriptions = keys([
    "trained", "pretrained", "based", "called", "named", "used", "proposed", "introduced", "released", "published",
    "described", "adapted", "designed", "developed", "tuned", "inspired", "motivated", "shown", "demonstrated",
    "reported", "outperformed", "surpassed", "followed", "exceeded", "considered", "included", "popularised",
    "popularized", "pioneered", "provided", "supported", "discussed", "presented", "implemented", "needed",
  ])

  /// A word in the past tense or a past participle, known or not.
  func isPastForm(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .word, !token.flags.contains(.isCapitalised) else { return false }
    if Self.irregular.contains(token.key) { return true }
    let bytes = reading.bytes(ofToken: index, inBlock: reading.sentences[mention.sentence].block)
    return bytes.count >= 4 && bytes.suffix(2).elementsEqual("ed".utf8)
  }

  private static let irregular = keys([
    "found", "made", "gave", "given", "took", "taken", "ran", "chose", "chosen", "drawn", "fed", "built", "done",
    "read", "written", "led", "run", "spoke", "sent", "kept", "held", "split", "cut", "fit", "set",
  ])

  /// "faces were found by X", "participants chatted with X": whatever was done, it was done with the model.
  var isInstrumentOfAny: Bool {
    section.reportsOwnWork && (section != .other || !facts.isEssay) && instrumentVerb != nil
  }

  /// The same in the passive.
  var isInstrumentInPassive: Bool {
    guard isInstrumentOfAny, let verb = instrumentVerb else { return false }
    return context.hits.contains {
      $0.cue == .passive && !describes($0) && $0.tokens.upperBound <= verb && verb - $0.tokens.upperBound <= 3
    }
  }

  /// "were", "was": what was done, not what is generally done.
  var isPastPassive: Bool {
    context.hits.contains { $0.cue == .passive && Self.pastForms.contains(reading.tokens[$0.tokens.lowerBound].key) }
  }

  private static let pastForms = keys(["was", "were"])

  /// The verb before "by", "with", "using" and the model's name; words may stand between it and these, and a colon
  /// before a list: "were tagged by three encoders: A, B and C".
  private var instrumentVerb: Int? {
    let start = context.listHead
    let colon = (context.clause.lowerBound..<start).last {
      reading.tokens[$0].kind == .punctuation && reading.tokens[$0].key == 0x3A
    }
    let links = context.hits.filter { hit in
      guard hit.cue == .with, Self.instruments.contains(reading.tokens[hit.tokens.lowerBound].key) else { return false }
      if hit.tokens.upperBound <= start, start - hit.tokens.upperBound <= 3 { return !context.isNegated(hit) }
      guard let colon, hit.tokens.upperBound <= colon else { return false }
      return colon - hit.tokens.upperBound <= 6 && !context.isNegated(hit)
    }
    guard !context.hits.contains(where: { $0.cue == .earlierWork }) else { return nil }
    return links.reversed().lazy.compactMap(verb(before:)).first
  }

  private func verb(before link: CueHit) -> Int? {
    (max(context.clause.lowerBound, link.tokens.lowerBound - 6)..<link.tokens.lowerBound).last {
      isPastForm($0) && (!Self.descriptions.contains(reading.tokens[$0].key) || isCalling($0))
    }
  }

  /// "variants were called with X", unlike "a model called X".
  private func isCalling(_ index: Int) -> Bool {
    index > context.clause.lowerBound && Self.calling.contains(reading.tokens[index].key)
      && Self.pastForms.contains(reading.tokens[index - 1].key)
  }

  private static let calling = keys(["called"])
  private static let instruments = keys(["with", "via", "by", "through"])

  /// Inside quotation marks with some words around: another's words, or a model's.
  var isQuoted: Bool {
    let tokens = reading.sentences[mention.sentence].tokens
    var opening: Int?
    for index in tokens.lowerBound..<mention.tokens.lowerBound where reading.tokens[index].kind == .punctuation {
      switch reading.tokens[index].key {
      case 0x809C: opening = index
      case 0x809D: opening = nil
      case 0x22: opening = opening == nil ? index : nil
      default: break
      }
    }
    guard let opening else { return false }
    let closing = (mention.tokens.upperBound..<tokens.upperBound).first {
      reading.tokens[$0].kind == .punctuation && (reading.tokens[$0].key == 0x809D || reading.tokens[$0].key == 0x22)
    }
    return (closing ?? tokens.upperBound) - opening >= Self.quotedWords
  }

  /// Fewer tokens between quotation marks are a name or a term.
  private static let quotedWords = 7

  /// "instead of X": another was taken.
  var isReplaced: Bool { context.cueEndsBefore(.contrast, within: 1) }

  /// "we use X to implement our models": X is a library here.
  var isLibrary: Bool {
    let next = mention.tokens.upperBound
    guard next + 1 < context.clause.upperBound, Self.to.contains(reading.tokens[next].key) else { return false }
    return Self.implementing.contains(reading.tokens[next + 1].key)
  }

  private static let to = keys(["to"])
  private static let implementing = keys(["implement"])

  private static let equations = keys(["is", "was", "are", "were", "served", "serves"])
  private static let roles = keys(["as"])

  /// "the X dataset", "the X database": the name of a collection.
  var namesCollection: Bool {
    let next = mention.tokens.upperBound
    return next < reading.sentences[mention.sentence].tokens.upperBound
      && Self.collections.contains(reading.tokens[next].key) && !reading.tokens[next].flags.contains(.isHyphenated)
  }

  private static let collections = keys([
    "dataset", "datasets", "database", "databases", "corpus", "corpora", "leaderboard", "atlas", "consortium",
  ])

  /// A reference stands in the clause: the number may be another paper's.
  var isCited: Bool {
    context.clause.contains {
      reading.tokens[$0].kind == .citation || reading.tokens[$0].kind == .textualCitation
    }
  }
}
