import Manuscripts
import ModelCatalogue

/// What the clause of a mention says about who did what with the model.
struct ClauseReading {
  let context: MentionContext
  let actionHits: [CueHit]
  /// An action that no negation stands right before: "we did not evaluate X" is none.
  let hasAction: Bool
  let facts: ManuscriptFacts
  let section: Section.Kind
  var mention: CandidateMention { context.mention }
  var reading: ReadManuscript { facts.reading }
  private var cues: CueKinds { context.cues }

  init(_ mention: CandidateMention, _ facts: ManuscriptFacts) {
    self.facts = facts
    let context = MentionContext(mention, in: facts.reading, facts.neighbours)
    self.context = context
    actionHits =
      context.cues.isDisjoint(with: Self.actions) ? [] : context.hits.filter { Self.actions.contains($0.cue) }
    hasAction = actionHits.contains { !context.isNegated($0) }
    section = facts.section(ofSentence: mention.sentence)
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

  /// "we analysed how X fits in": looked at, not run.
  var isOnlyRegarded: Bool {
    actionHits.allSatisfy { context.isNegated($0) || isRegard($0) }
  }

  private func isRegard(_ hit: CueHit) -> Bool {
    switch hit.cue {
    case .evaluate: Self.regarding.contains(reading.tokens[hit.tokens.lowerBound].key)
    case .training: Self.learning.contains(reading.tokens[hit.tokens.lowerBound].key)
    default: false
    }
  }

  private static let regarding: KeySet = keys([
    "analyze", "analyzed", "analyse", "analysed", "examine", "examined", "study", "studied", "investigate",
    "investigated", "compare", "compared",
  ])
  private static let learning: KeySet = keys(["learn", "learns", "learned"])

  private func isComparison(_ hit: CueHit) -> Bool {
    hit.cue == .evaluate && Self.compare.contains(reading.tokens[hit.tokens.lowerBound].key)
  }

  private static let compare: KeySet = keys(["compare", "compared", "compares", "comparing"])
  private static let against: KeySet = keys(["with", "to", "against"])

  /// "exceeding X", "better than X": what is spoken of is another model.
  var isComparand: Bool {
    guard cues.contains(.exceeded) else { return false }
    if isListedBehindComparison { return true }
    // "spectrum matches were scored with X": what was done to matches is no comparison.
    let passive = context.hits.last { $0.cue == .passive && $0.tokens.upperBound <= mention.tokens.lowerBound }
    let reach = passive.map { min(6, mention.tokens.lowerBound - $0.tokens.upperBound) } ?? 6
    return context.cueEndsBefore(.exceeded, within: reach)
  }

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
      passive.cue == .passive && !describes(passive)
        && actionHits.contains {
          $0.tokens.lowerBound >= passive.tokens.upperBound && $0.tokens.lowerBound - passive.tokens.upperBound <= 3
            && !Self.articles.contains(reading.tokens[passive.tokens.upperBound].key)
            && isParticiple($0) && !context.isNegated($0) && !tellsOrigin($0, after: passive)
            && !Self.weighed.contains(reading.tokens[$0.tokens.lowerBound].key)
        }
    }
  }

  /// "-ed", or a participle that has another form.
  func isParticiple(_ hit: CueHit) -> Bool {
    let block = reading.sentences[mention.sentence].block
    return hit.tokens.contains { index in
      reading.bytes(ofToken: index, inBlock: block).suffix(2).elementsEqual("ed".utf8)
        || Self.participles.contains(reading.tokens[index].key)
    }
  }

  /// "X was considered": thought of, not run.
  private static let weighed = keys(["considered"])

  private static let participles: KeySet = keys(["run", "built", "chosen", "fed", "fit", "carried", "tuned"])

  /// "X scored each answer": the model is what acted, in the past tense.
  var isAgent: Bool {
    switch section {
    case .methods, .results, .abstract, .appendix: break
    default: return false
    }
    let next = mention.tokens.upperBound
    guard context.clause.contains(next) else { return false }
    if section == .results, Self.findings.contains(reading.tokens[next].key) { return true }
    guard isPastForm(next), !Self.descriptions.contains(reading.tokens[next].key) else { return false }
    // "reached 0.93" is a result; "scored each answer" is work as well.
    let kinds = context.hits.filter { $0.tokens.lowerBound == next }.map(\.cue)
    return !kinds.contains(.result) || kinds.contains(.use) || kinds.contains(.judge)
  }

  /// What a model does in the present tense where results are told.
  private static let findings: KeySet = keys([
    "predicts", "assigns", "identifies", "detects", "classifies", "segments", "places", "recovers", "returns", "labels",
    "ranks", "finds", "misses", "calls", "assigned", "misreads", "confuses",
  ])

  /// "We found that X …": an observation on the model.
  var isObserved: Bool {
    guard section == .results || section == .abstract else { return false }
    let start = mention.tokens.lowerBound
    return (max(context.clause.lowerBound, start - 5)..<start).contains { index in
      Self.observing.contains(reading.tokens[index].key) && index + 1 < start
        && Self.that.contains(reading.tokens[index + 1].key)
        && context.hits.contains { $0.cue == .firstPerson && $0.tokens.upperBound == index }
    }
  }

  private static let observing: KeySet = keys(["found", "observed", "noticed", "saw", "find", "observe"])
  private static let that: KeySet = keys(["that"])

  enum Subject { case none, person, possession }

  /// Who acts in the clause, when it is the authors: "we", or something of theirs or a name they gave.
  var subject: Subject {
    let persons = context.hits.filter { $0.cue == .firstPerson && !speaksOfEarlierWork($0) && !isOfMind($0) }
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

  static let possessives: KeySet = keys(["our", "ours", "us"])

  /// A modal or a promise that the authors' own past does not outweigh.
  var isHypothetical: Bool {
    let modal = context.hits.first { $0.cue == .hypothetical && !isMonth($0) }
    guard let modal else {
      return cues.contains(.planned) && section != .methods && section != .abstract && section != .other
    }
    guard let person = context.hits.first(where: { $0.cue == .firstPerson }), hasAction else {
      return !isStated(before: modal)
    }
    if Self.possessives.contains(reading.tokens[person.tokens.lowerBound].key), !hasPastAct { return true }
    let distance = modal.tokens.lowerBound - person.tokens.lowerBound
    return distance <= 3
  }

  /// "in May 2025".
  private func isMonth(_ hit: CueHit) -> Bool {
    let token = reading.tokens[hit.tokens.lowerBound]
    return Self.may.contains(token.key) && token.flags.contains(.isCapitalised)
      && hit.tokens.lowerBound > reading.sentences[mention.sentence].tokens.lowerBound
  }

  private static let may: KeySet = keys(["may"])

  /// "Smith et al. used X", a citation read as a noun at the clause's beginning, "they".
  var speaksOfOthers: Bool {
    let person = context.hits.first { $0.cue == .firstPerson }?.tokens.lowerBound ?? .max
    if let other = context.hits.first(where: { $0.cue == .otherAuthors && !isOfThings($0) })?.tokens.lowerBound,
      other < mention.tokens.lowerBound, other < person, !turnsToUs(after: other)
    {
      return true
    }
    return context.clause.prefix(6).contains {
      reading.tokens[$0].kind == .textualCitation && $0 < person && $0 < mention.tokens.lowerBound
    }
  }

  /// "the turns and their embeddings": in the methods and results, "their" is mostly said of things.
  private func isOfThings(_ hit: CueHit) -> Bool {
    (section == .methods || section == .results) && Self.theirs.contains(reading.tokens[hit.tokens.lowerBound].key)
  }

  private static let theirs: KeySet = keys(["their"])

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

  private static let exclusions: KeySet = keys(["excluded", "omitted"])

  /// "using X", "with X", unless others do: "students who used X".
  var isInstrument: Bool {
    if context.cueEndsBefore(.with, within: 3, of: context.listHead) {
      return (hasAction || isInstrumentOfAny) && !actsAreDescribed
    }
    guard context.cueEndsBefore(.use, within: 4, of: context.listHead) else { return false }
    let verb = context.hits.last { $0.cue == .use && $0.tokens.upperBound <= context.listHead }
    if let verb, listsKinds(verb) { return false }
    if actsAreDescribed { return false }
    guard let before = verb.map({ $0.tokens.lowerBound - 1 }), context.clause.contains(before) else { return true }
    return !Self.relatives.contains(reading.tokens[before].key)
  }

  static let relatives: KeySet = keys(["who", "that", "which"])

  static func keys(_ words: [String]) -> KeySet { KeySet(words.flatMap(Lexicon.keys(of:))) }
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
