import Manuscripts
import ModelCatalogue

/// What the clause of a mention says about who did what with the model.
struct ClauseReading {
  let context: MentionContext
  private let actionHits: [CueHit]
  /// An action that no negation stands right before: "we did not evaluate X" is none.
  let hasAction: Bool
  private let facts: ManuscriptFacts
  private let section: Section.Kind
  private var mention: CandidateMention { context.mention }
  private var reading: ReadManuscript { facts.reading }
  private var cues: CueKinds { context.cues }

  init(_ mention: CandidateMention, _ facts: ManuscriptFacts) {
    self.facts = facts
    let context = MentionContext(mention, in: facts.reading, facts.neighbours)
    self.context = context
    actionHits =
      context.cues.isDisjoint(with: Self.actions) ? [] : context.hits.filter { Self.actions.contains($0.cue) }
    hasAction = actionHits.contains { !context.isNegated($0) }
    section = facts.reading.sectionKind(ofSentence: mention.sentence)
  }

  private static let actions: CueKinds = [
    .use, .evaluate, .prompt, .fineTuning, .training, .reimplementation, .embedding, .distillation, .quantisation,
    .conversion, .peft, .continuedPretraining, .zeroShot, .judge,
  ]

  /// A link of a ranking: "A > B > C".
  var isRanked: Bool {
    let tokens = reading.sentences[mention.sentence].tokens
    let neighbours = [mention.tokens.lowerBound - 1, mention.tokens.upperBound].filter(tokens.contains)
    return neighbours.contains { reading.tokens[$0].kind == .punctuation && reading.tokens[$0].key == 0x3E }
  }

  /// "We compared our network with X": who ran X is left open.
  var isOnlyCompared: Bool {
    let acts = actionHits.filter { !context.isNegated($0) }
    guard let first = acts.first, acts.allSatisfy({ isComparison($0) }) else { return false }
    let start = mention.tokens.lowerBound
    return first.tokens.upperBound < start
      && (first.tokens.upperBound..<start).contains { Self.against.contains(reading.tokens[$0].key) }
  }

  private func isComparison(_ hit: CueHit) -> Bool {
    hit.cue == .evaluate && Self.compare.contains(reading.tokens[hit.tokens.lowerBound].key)
  }

  private static let compare: Set<UInt64> = keys(["compare", "compared", "compares", "comparing"])
  private static let against: Set<UInt64> = keys(["with", "to", "against"])

  /// "exceeding X", "better than X": what is spoken of is another model.
  var isComparand: Bool { context.cueEndsBefore(.exceeded, within: 6) }

  /// "data sets including X": the name of a collection.
  var isDataSet: Bool {
    let start = mention.tokens.lowerBound
    guard
      let example = context.hits.last(where: {
        $0.cue == .example && $0.tokens.upperBound <= start && start - $0.tokens.upperBound <= 14
      })
    else { return false }
    return context.hits.contains {
      $0.cue == .data && $0.tokens.upperBound <= example.tokens.lowerBound
        && example.tokens.lowerBound - $0.tokens.upperBound <= 1
    }
  }

  var hasNumber: Bool {
    context.clause.contains { !mention.tokens.contains($0) && reading.tokens[$0].kind == .number }
  }

  /// An action in the past participle after a form of "to be", within a few words.
  var hasParticiple: Bool {
    context.hits.contains { passive in
      passive.cue == .passive
        && actionHits.contains {
          $0.tokens.lowerBound >= passive.tokens.upperBound && $0.tokens.lowerBound - passive.tokens.upperBound <= 3
            && isParticiple($0) && !context.isNegated($0)
        }
    }
  }

  /// "-ed", or a participle that has another form.
  private func isParticiple(_ hit: CueHit) -> Bool {
    let block = reading.sentences[mention.sentence].block
    return hit.tokens.contains { index in
      reading.bytes(ofToken: index, inBlock: block).suffix(2).elementsEqual("ed".utf8)
        || Self.participles.contains(reading.tokens[index].key)
    }
  }

  private static let participles: Set<UInt64> = keys(["run", "built", "chosen", "fed", "fit", "carried", "tuned"])

  /// "X scored each answer": the model is what acted, in the past tense.
  var isAgent: Bool {
    switch section {
    case .methods, .results, .abstract, .appendix: break
    default: return false
    }
    let end = mention.tokens.upperBound
    let block = reading.sentences[mention.sentence].block
    return context.hits.contains { hit in
      guard hit.cue == .use || hit.cue == .judge, hit.tokens.lowerBound >= end, hit.tokens.lowerBound - end <= 1 else {
        return false
      }
      return reading.bytes(ofToken: hit.tokens.lowerBound, inBlock: block).suffix(2).elementsEqual("ed".utf8)
    }
  }

  enum Subject { case none, person, possession }

  /// Who acts in the clause, when it is the authors: "we", or something of theirs or a name they gave.
  var subject: Subject {
    let persons = context.hits.filter { $0.cue == .firstPerson }
    let isOutside = section == .relatedWork || section == .introduction
    if let person = persons.first(where: { !Self.possessives.contains(reading.tokens[$0.tokens.lowerBound].key) }),
      !isOutside || person.tokens.lowerBound < mention.tokens.lowerBound
    {
      return .person
    }
    guard let own = persons.last(where: { $0.tokens.lowerBound < mention.tokens.lowerBound }) else { return .none }
    if own.tokens.lowerBound - context.clause.lowerBound <= 2 { return .person }
    return mention.tokens.lowerBound - own.tokens.upperBound <= Self.possessiveReach ? .possession : .none
  }

  /// How far before a name "our" may stand to speak of it, in tokens.
  private static let possessiveReach = 8

  private static let possessives: Set<UInt64> = keys(["our", "ours", "us"])

  /// A modal or a promise that the authors' own past does not outweigh.
  var isHypothetical: Bool {
    let modal = context.hits.first { $0.cue == .hypothetical && !isMonth($0) }
    guard let modal else {
      return cues.contains(.planned) && section != .methods && section != .abstract && section != .other
    }
    guard let person = context.hits.first(where: { $0.cue == .firstPerson }), hasAction else { return true }
    let distance = modal.tokens.lowerBound - person.tokens.lowerBound
    return distance <= 3
  }

  /// "in May 2025".
  private func isMonth(_ hit: CueHit) -> Bool {
    let token = reading.tokens[hit.tokens.lowerBound]
    return Self.may.contains(token.key) && token.flags.contains(.isCapitalised)
      && hit.tokens.lowerBound > reading.sentences[mention.sentence].tokens.lowerBound
  }

  private static let may: Set<UInt64> = keys(["may"])

  /// "Smith et al. used X", a citation read as a noun at the clause's beginning, "they".
  var speaksOfOthers: Bool {
    let person = context.hits.first { $0.cue == .firstPerson }?.tokens.lowerBound ?? .max
    if let other = context.hits.first(where: { $0.cue == .otherAuthors })?.tokens.lowerBound,
      other < mention.tokens.lowerBound, other < person
    {
      return true
    }
    return context.clause.prefix(6).contains {
      reading.tokens[$0].kind == .textualCitation && $0 < person && $0 < mention.tokens.lowerBound
    }
  }

  var isExample: Bool {
    (section == .introduction || section == .relatedWork || section == .discussion || section == .other)
      && context.cueEndsBefore(.example, within: 12)
  }

  /// "without X", "did not run X", "X was excluded".
  var isNegated: Bool {
    if context.cueEndsBefore(.negation, within: 5) { return true }
    let isBehindAction = actionHits.contains { $0.tokens.lowerBound < mention.tokens.lowerBound }
    if isBehindAction, !hasAction { return true }
    let end = mention.tokens.upperBound
    return context.hits.contains {
      $0.cue == .negation && $0.tokens.lowerBound >= end && $0.tokens.lowerBound - end <= 3
        && Self.exclusions.contains(reading.tokens[$0.tokens.lowerBound].key)
    }
  }

  private static let exclusions: Set<UInt64> = keys(["excluded", "omitted"])

  /// "as reported by its authors", but not "reported in Table 2".
  var isReported: Bool {
    context.hits.contains { hit in
      hit.cue == .reported
        && !(hit.tokens.upperBound..<min(hit.tokens.upperBound + 2, context.clause.upperBound)).contains {
          Self.floats.contains(reading.tokens[$0].key)
        }
    }
  }

  private static let floats: Set<UInt64> = keys([
    "table", "tables", "tab", "figure", "figures", "fig", "section", "supplementary", "appendix",
  ])

  /// "using X", "with X", unless others do: "students who used X".
  var isInstrument: Bool {
    if context.cueEndsBefore(.with, within: 3) { return true }
    guard context.cueEndsBefore(.use, within: 4) else { return false }
    let verb = context.hits.last { $0.cue == .use && $0.tokens.upperBound <= mention.tokens.lowerBound }
    guard let before = verb.map({ $0.tokens.lowerBound - 1 }), context.clause.contains(before) else { return true }
    return !Self.relatives.contains(reading.tokens[before].key)
  }

  private static let relatives: Set<UInt64> = keys(["who", "that", "which"])

  /// "SAM's ViT-L encoder", "SynthSeg employs a U-Net", "BiomedCLIP (ViT-B/16)".
  var isComponent: Bool {
    guard let other = context.previous else { return false }
    let start = mention.tokens.lowerBound
    if other.upperBound == start {
      let block = reading.sentences[mention.sentence].block
      return reading.bytes(ofToken: start - 1, inBlock: block).elementsEqual("s".utf8)
    }
    if other.upperBound + 1 == start, isBracket(reading.tokens[start - 1]) { return facts.isArchitecture(mention) }
    if isApposition(to: other) { return true }
    return context.hits.contains { hit in
      guard hit.cue == .use || hit.cue == .builtUpon, hit.tokens.lowerBound >= other.upperBound,
        hit.tokens.lowerBound - other.upperBound <= (hit.cue == .builtUpon ? 14 : 2), hit.tokens.upperBound <= start,
        start - hit.tokens.upperBound <= 4
      else { return false }
      if hit.cue == .builtUpon { return !Self.plurals.contains(reading.tokens[hit.tokens.lowerBound - 1].key) }
      return !context.hits.contains { $0.cue == .passive && $0.tokens.upperBound == hit.tokens.lowerBound }
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

  private static let articles: Set<UInt64> = keys(["a", "an"])
  /// "four models based on X" are things of their own, not a part of what was named before.
  private static let plurals: Set<UInt64> = keys([
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

  private static let derivativeTails: Set<UInt64> = keys(["based", "style", "like", "type", "inspired", "derived"])

  private static func keys(_ words: [String]) -> Set<UInt64> { Set(words.flatMap(Lexicon.keys(of:))) }
}

extension Section.Kind {
  /// Sections in which a passive speaks of what the authors did.
  var reportsOwnWork: Bool {
    switch self {
    case .methods, .results, .abstract, .appendix, .other, .availability, .frontMatter, .conclusion: true
    case .introduction, .relatedWork, .discussion, .acknowledgements, .contributions, .references: false
    }
  }

  /// Sections in which a result is the authors' own unless it is said to be another's.
  var reportsResults: Bool {
    switch self {
    case .results, .abstract, .appendix, .conclusion, .discussion, .other, .methods: true
    case .introduction, .relatedWork, .frontMatter, .availability, .acknowledgements, .contributions, .references: false
    }
  }
}
