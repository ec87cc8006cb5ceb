import Manuscripts
import ModelCatalogue

/// The words that may speak of one mention: its clause, within a bounded stretch of its sentence.
///
/// A clause ends at a semicolon, before "but", "whereas", "and we", ", which" and the like; one without a verb, such as
/// an item of a list, is read together with the clause before it.
struct MentionContext {
  let mention: CandidateMention
  /// Indices in `ReadManuscript.tokens`.
  let clause: Range<Int>
  /// The cues of the clause, by first token.
  let hits: [CueHit]
  let cues: CueKinds
  /// The nearest mention of another model before this one in the clause.
  let previous: Range<Int>?
  /// The first token of the list of names that the mention stands in ("A, B and C"), its own first token without one.
  let listHead: Int
  private let reading: ReadManuscript

  /// How far a clause is followed before and after its mention, in tokens: longer ones are lists.
  private static let reach = (before: 80, after: 50)

  init(_ mention: CandidateMention, in reading: ReadManuscript, _ neighbours: MentionNeighbours) {
    self.mention = mention
    self.reading = reading
    let sentence = reading.sentences[mention.sentence].tokens
    let window =
      max(
        sentence.lowerBound, mention.tokens.lowerBound - Self.reach.before)..<min(
        sentence.upperBound, mention.tokens.upperBound + Self.reach.after)
    let all = reading.cues(inSentence: mention.sentence)
    let first = Sorted.firstIndex(in: all) { $0.tokens.lowerBound >= window.lowerBound }
    let near = all[first...].prefix { $0.tokens.lowerBound < window.upperBound }
    let clause = Self.clause(of: mention.tokens, in: window, near, reading.tokens)
    let hits = near.filter { clause.contains($0.tokens.lowerBound) && !mention.tokens.contains($0.tokens.lowerBound) }
    self.clause = clause
    self.hits = hits
    cues = CueKinds(hits)
    previous = neighbours.previous(of: mention).flatMap { $0.lowerBound >= clause.lowerBound ? $0 : nil }
    let head = previous == nil ? mention.tokens.lowerBound : neighbours.listHead(of: mention, in: reading.tokens)
    listHead = max(head, clause.lowerBound)
  }

  private static func clause(
    of mention: Range<Int>, in window: Range<Int>, _ hits: ArraySlice<CueHit>, _ tokens: [Token]
  ) -> Range<Int> {
    var end = mention.upperBound
    while end < window.upperBound, !ClauseBorder.begins(at: end, in: tokens, window) { end += 1 }
    var start = mention.lowerBound
    while true {
      while start > window.lowerBound, !ClauseBorder.begins(at: start, in: tokens, window) { start -= 1 }
      let clause = start..<end
      let hasVerb = hits.contains { verbs.contains($0.cue) && clause.contains($0.tokens.lowerBound) }
      if hasVerb || start == window.lowerBound { return clause }
      start -= 1
    }
  }

  private static let verbs: CueKinds = [
    .use, .passive, .evaluate, .prompt, .result, .fineTuning, .training, .reimplementation,
  ]

  /// True when a cue ends at most this many tokens before the mention, with no border between.
  func cueEndsBefore(_ cue: Cue, within distance: Int) -> Bool {
    cueEndsBefore(cue, within: distance, of: mention.tokens.lowerBound)
  }

  /// True when a cue ends at most this many tokens before a token, with no border between.
  func cueEndsBefore(_ cue: Cue, within distance: Int, of start: Int) -> Bool {
    hits.contains { hit in
      guard hit.cue == cue, hit.tokens.upperBound <= start, start - hit.tokens.upperBound <= distance else {
        return false
      }
      if cue == .negation, isFollowedByOnly(hit) { return false }
      return !(hit.tokens.upperBound..<start).contains { isSeparator(reading.tokens[$0]) }
    }
  }

  /// True when a cue begins at most this many tokens after the mention.
  func cueBeginsAfter(_ cue: Cue, within distance: Int) -> Bool {
    let end = mention.tokens.upperBound
    return hits.contains { $0.cue == cue && $0.tokens.lowerBound >= end && $0.tokens.lowerBound - end <= distance }
  }

  private func isSeparator(_ token: Token) -> Bool {
    token.kind == .punctuation && (token.key == 0x3B || token.key == 0x3A) || token.kind == .cellBorder
  }

  /// True when a negation stands right before a cue: "did not evaluate", "was never further trained".
  func isNegated(_ hit: CueHit) -> Bool {
    hits.contains {
      $0.cue == .negation && $0.tokens.upperBound <= hit.tokens.lowerBound
        && hit.tokens.lowerBound - $0.tokens.upperBound <= 2 && !isFollowedByOnly($0)
    }
  }

  /// "not only".
  private func isFollowedByOnly(_ negation: CueHit) -> Bool {
    let next = negation.tokens.upperBound
    return clause.contains(next) && Self.only.contains(reading.tokens[next].key)
  }

  private static let only = KeySet(Lexicon.keys(of: "only"))
}

/// Where clauses begin.
enum ClauseBorder {
  /// True when a clause begins with the token at `index`, which is not the window's first.
  static func begins(at index: Int, in tokens: [Token], _ window: Range<Int>) -> Bool {
    guard index > window.lowerBound else { return false }
    let before = tokens[index - 1]
    if before.kind == .punctuation, before.key == 0x3B { return true }
    let token = tokens[index]
    guard token.kind == .word, openers.mayContain(token.key) else { return false }
    if before.kind == .punctuation, before.key == 0x2E, token.flags.contains(.isCapitalised) {
      return subjects.contains(token.key)
    }
    if contrasts.contains(token.key) { return true }
    let next = index + 1 < window.upperBound ? tokens[index + 1].key : 0
    if before.kind == .punctuation, before.key == 0x2C, relatives.contains(token.key) { return !own.contains(next) }
    return joins.contains(token.key) && subjects.contains(next)
  }

  private static let contrasts: KeySet = keys(["but", "whereas", "although", "though", "however", "when"])
  private static let relatives: KeySet = keys(["which", "where", "who", "while"])
  private static let joins: KeySet = keys(["and", "or"])
  private static let subjects: KeySet = keys(["we", "they", "it", "this", "these", "our"])
  private static let own: KeySet = keys(["we", "our"])
  /// Says quickly that a word begins no clause.
  private static let openers: KeyFilter = {
    var filter = KeyFilter()
    for key in [contrasts, relatives, joins, subjects].flatMap(\.keys) { filter.insert(key) }
    return filter
  }()

  private static func keys(_ words: [String]) -> KeySet { KeySet(words.flatMap(Lexicon.keys(of:))) }
}

/// All mentions of a manuscript, to ask which one stands before another.
struct MentionNeighbours {
  private let mentions: [CandidateMention]
  /// For each mention, the index of the nearest one before it that names another model, or -1.
  private let others: [Int]

  /// - Parameter mentions: in reading order.
  init(_ mentions: [CandidateMention]) {
    self.mentions = mentions
    var others: [Int] = []
    for index in mentions.indices {
      let isSame = index > 0 && mentions[index - 1].family == mentions[index].family
      others.append(isSame ? others[index - 1] : index - 1)
    }
    self.others = others
  }

  /// True when a sentence names a model.
  /// - Complexity: logarithmic in the mentions.
  func hasMention(inSentence sentence: Int) -> Bool {
    let index = Sorted.firstIndex(in: mentions) { $0.sentence >= sentence }
    return index < mentions.count && mentions[index].sentence == sentence
  }

  /// All mentions before this one, in reading order.
  func mentionsBefore(_ mention: CandidateMention) -> ArraySlice<CandidateMention> {
    mentions[..<Sorted.firstIndex(in: mentions) { $0.tokens.lowerBound >= mention.tokens.lowerBound }]
  }

  /// The tokens of the nearest mention of another model before this one in its sentence, or nil.
  /// - Complexity: logarithmic in the mentions.
  func previous(of mention: CandidateMention) -> Range<Int>? {
    let index = Sorted.firstIndex(in: mentions) { $0.tokens.lowerBound >= mention.tokens.lowerBound }
    guard index < mentions.count, others[index] >= 0 else { return nil }
    let other = mentions[others[index]]
    return other.sentence == mention.sentence ? other.tokens : nil
  }
}

extension MentionNeighbours {
  /// The first token of the first of the names that are listed up to this one: "A, B (v2) and C".
  func listHead(of mention: CandidateMention, in tokens: [Token]) -> Int {
    var head = mention.tokens.lowerBound
    for other in mentionsBefore(mention).reversed().prefix(Self.longestList) {
      guard other.sentence == mention.sentence, Self.isListed(other.tokens.upperBound..<head, tokens) else { break }
      head = other.tokens.lowerBound
    }
    return head
  }

  /// Longer lists are followed so far only, in names.
  private static let longestList = 12
  /// What may stand between two names of a list, in tokens.
  private static let longestGap = 12

  /// Between two names stand a comma, "and" or "or", citations, versions and words in brackets, and nothing else.
  private static func isListed(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    guard range.count <= longestGap else { return false }
    var depth = 0
    var isJoined = false
    for token in tokens[range] {
      switch token.kind {
      case .citation, .textualCitation, .number: continue
      case .formula, .cellBorder: return false
      case .punctuation:
        switch token.key {
        case 0x28: depth += 1
        case 0x29: depth -= 1
        case 0x2C: if depth == 0 { isJoined = true }
        default: if depth == 0 { return false }
        }
      case .word:
        if depth > 0 || fillers.contains(token.key) { continue }
        guard joints.contains(token.key) else { return false }
        isJoined = true
      }
    }
    return isJoined && depth == 0
  }

  private static let joints = KeySet(["and", "or"].flatMap(Lexicon.keys(of:)))
  private static let fillers = KeySet(
    [
      "the", "a", "v", "version", "model", "models", "both", "then", "also", "google", "microsoft", "openai",
      "anthropic",
    ].flatMap(Lexicon.keys(of:)))
}

/// Search in sorted collections.
enum Sorted {
  /// The index of the first element for which a condition holds that holds for all after it; the end if none.
  static func firstIndex<Elements: RandomAccessCollection>(
    in elements: Elements, where holds: (Elements.Element) -> Bool
  ) -> Elements.Index {
    var low = elements.startIndex
    var count = elements.count
    while count > 0 {
      let half = count / 2
      let middle = elements.index(low, offsetBy: half)
      if holds(elements[middle]) {
        count = half
      } else {
        low = elements.index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
