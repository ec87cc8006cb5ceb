import Manuscripts
import ModelCatalogue

/// The signals of one mention, read from its sentence, block and section.
struct MentionSignals {
  let mention: CandidateMention
  private(set) var signals: [UseSignal] = []

  /// The sum of the signals' weights.
  var total: Double { signals.reduce(0) { $0 + $1.weight } }

  private let reading: ReadManuscript
  private let block: Block
  private let section: Section.Kind
  private let cues: Set<Cue>

  init(_ mention: CandidateMention, in reading: ReadManuscript) {
    self.mention = mention
    self.reading = reading
    block = reading.block(ofSentence: mention.sentence)
    section = reading.sectionKind(ofSentence: mention.sentence)
    cues = Set(reading.cues(inSentence: mention.sentence).map(\.cue))
    addPlace()
    switch block.kind {
    case .code: signals.append(.inCode)
    case .tableRow(let isHeader): addTableRow(isHeader: isHeader)
    case .title: signals.append(.titleNamed)
    case .heading, .metadata: break
    case .caption:
      signals.append(.captionNamed)
      addStatements()
    case .paragraph, .listItem, .footnote, .quotation: addStatements()
    }
  }

  private mutating func addPlace() {
    // What a table's row says does not depend on the section it floats into.
    if case .tableRow = block.kind, section == .discussion || section == .conclusion { return }
    switch section {
    case .methods: signals.append(.methodsMention)
    case .results: signals.append(.resultsMention)
    case .abstract: signals.append(.abstractMention)
    case .introduction: signals.append(.introduction)
    case .relatedWork: signals.append(.relatedWork)
    case .discussion, .conclusion: signals.append(.discussion)
    case .appendix, .availability, .frontMatter, .acknowledgements, .contributions, .references, .other: break
    }
    if mention.checkpoint != nil, section != .introduction, section != .relatedWork { signals.append(.checkpointNamed) }
    if isDerivative { signals.append(.derivative) }
  }

  private mutating func addTableRow(isHeader: Bool) {
    let tokens = reading.sentences[mention.sentence].tokens
    let numbers = tokens.filter { !mention.tokens.contains($0) && reading.tokens[$0].kind == .number }.count
    let isCited = tokens.contains { reading.tokens[$0].kind == .citation }
    if section == .relatedWork || section == .introduction { return }
    if isHeader || numbers > 0 { signals.append(.tableRow) }
    if isCited || floatCue(.reported) { signals.append(.copiedNumbers) }
  }

  /// True when a block of the same float, such as the caption, has a cue.
  private func floatCue(_ cue: Cue) -> Bool {
    guard let float = block.float else { return false }
    let home = reading.sentences[mention.sentence].block
    for index in max(0, home - 60)..<min(reading.manuscript.blocks.count, home + 60)
    where reading.manuscript.blocks[index].float == float && reading.manuscript.blocks[index].kind == .caption {
      for sentence in reading.blockSentences[index] where reading.has(cue, inSentence: sentence) { return true }
    }
    return false
  }

  private mutating func addStatements() {
    let isOthers = speaksOfOthers
    if isOthers { signals.append(.othersDid) }
    if cues.contains(.earlierWork), !cues.contains(.firstPerson) { signals.append(.earlierWork) }
    if isExample { signals.append(.asExample) }
    let isHypothetical = cues.contains(.hypothetical) && !ownPast
    if isHypothetical { signals.append(.hypothetical) }
    if isNegated { signals.append(.negated) }
    if isDataSet { signals.append(.dataSet) }
    if cueEndsBefore(.exceeded, within: 6) { signals.append(.comparand) }
    if cueEndsBefore(.contrast, within: 4) { signals.append(.contrasted) }
    if cues.contains(.reported) { signals.append(.copiedNumbers) }
    guard !isOthers, !isHypothetical else { return }
    addOwnUse()
    if block.kind == .listItem, section == .methods || section == .results || section == .other {
      signals.append(.listedItem)
    }
  }

  private mutating func addOwnUse() {
    let acts = hasAction
    if acts, cues.contains(.firstPerson), isOwnSubject {
      signals.append(.ownStatement)
    } else if acts, cues.contains(.passive), reportsOwnWork, hasParticiple {
      signals.append(.passiveStatement)
    }
    if cueEndsBefore(.use, within: 4) || cueEndsBefore(.with, within: 3), reportsOwnWork { signals.append(.withPhrase) }
    let isResult = cues.contains(.result) && (hasNumber || section == .results)
    guard reportsResults, !cues.contains(.earlierWork) else { return }
    if isRanked { signals.append(.ranked) } else if isResult { signals.append(.resultStatement) }
  }

  private static let actions: Set<Cue> = [
    .use, .evaluate, .prompt, .fineTuning, .training, .reimplementation, .embedding, .distillation, .quantisation,
    .conversion,
    .peft, .continuedPretraining, .zeroShot, .judge,
  ]

  /// A link of a ranking: "A > B > C".
  private var isRanked: Bool {
    let tokens = reading.sentences[mention.sentence].tokens
    let neighbours = [mention.tokens.lowerBound - 1, mention.tokens.upperBound].filter(tokens.contains)
    return neighbours.contains { reading.tokens[$0].kind == .punctuation && reading.tokens[$0].key == 0x3E }
  }

  /// An action that no negation stands right before: "we did not evaluate X" is none.
  private var hasAction: Bool {
    let hits = reading.cues(inSentence: mention.sentence)
    return hits.contains { action in
      Self.actions.contains(action.cue)
        && !hits.contains {
          $0.cue == .negation && $0.tokens.upperBound <= action.tokens.lowerBound
            && action.tokens.lowerBound - $0.tokens.upperBound <= 1
        }
    }
  }

  /// "data sets including X": the name of a collection.
  private var isDataSet: Bool {
    let start = mention.tokens.lowerBound
    let hits = reading.cues(inSentence: mention.sentence)
    guard
      let example = hits.last(where: {
        $0.cue == .example && $0.tokens.upperBound <= start && start - $0.tokens.upperBound <= 14
      })
    else { return false }
    return hits.contains {
      $0.cue == .data && $0.tokens.upperBound <= example.tokens.lowerBound
        && example.tokens.lowerBound - $0.tokens.upperBound <= 1
    }
  }

  private var reportsOwnWork: Bool {
    switch section {
    case .methods, .results, .abstract, .appendix, .other, .availability, .frontMatter, .conclusion: true
    case .introduction, .relatedWork, .discussion, .acknowledgements, .contributions, .references: false
    }
  }

  private var reportsResults: Bool {
    switch section {
    case .results, .abstract, .appendix, .conclusion, .discussion, .other, .methods: true
    case .introduction, .relatedWork, .frontMatter, .availability, .acknowledgements, .contributions, .references: false
    }
  }

  private var hasNumber: Bool {
    reading.sentences[mention.sentence].tokens.contains {
      !mention.tokens.contains($0) && reading.tokens[$0].kind == .number
    }
  }

  /// An action in the past participle after a form of "to be", within a few words.
  private var hasParticiple: Bool {
    let hits = reading.cues(inSentence: mention.sentence)
    return hits.contains { passive in
      passive.cue == .passive
        && hits.contains {
          Self.actions.contains($0.cue) && $0.tokens.lowerBound >= passive.tokens.upperBound
            && $0.tokens.lowerBound - passive.tokens.upperBound <= 3
        }
    }
  }

  /// The first person stands before the mention or governs the sentence from its beginning.
  private var isOwnSubject: Bool {
    let hits = reading.cues(inSentence: mention.sentence)
    guard let subject = hits.first(where: { $0.cue == .firstPerson }) else { return false }
    return subject.tokens.lowerBound < mention.tokens.lowerBound || section != .relatedWork && section != .introduction
  }

  /// First person with an action: its modal verbs do not make the use hypothetical.
  private var ownPast: Bool {
    guard cues.contains(.firstPerson), !cues.isDisjoint(with: Self.actions) else { return false }
    let hits = reading.cues(inSentence: mention.sentence)
    let modal = hits.first { $0.cue == .hypothetical }?.tokens.lowerBound ?? .max
    let person = hits.first { $0.cue == .firstPerson }?.tokens.lowerBound ?? .max
    return person < modal && modal - person > 3
  }

  /// "Smith et al. used X", a citation read as a noun at the sentence's beginning, "they".
  private var speaksOfOthers: Bool {
    let tokens = reading.sentences[mention.sentence].tokens
    let hits = reading.cues(inSentence: mention.sentence)
    let person = hits.first { $0.cue == .firstPerson }?.tokens.lowerBound ?? .max
    if let other = hits.first(where: { $0.cue == .otherAuthors })?.tokens.lowerBound,
      other < mention.tokens.lowerBound, other < person
    {
      return true
    }
    let opening = tokens.prefix(6)
    return opening.contains {
      reading.tokens[$0].kind == .textualCitation && $0 < person && $0 < mention.tokens.lowerBound
    }
  }

  private var isExample: Bool {
    (section == .introduction || section == .relatedWork || section == .discussion || section == .other)
      && cueEndsBefore(.example, within: 12)
  }

  private var isNegated: Bool { cueEndsBefore(.negation, within: 5) }

  /// True when a cue ends at most this many tokens before the mention, with no clause border between.
  private func cueEndsBefore(_ cue: Cue, within distance: Int) -> Bool {
    let start = mention.tokens.lowerBound
    return reading.cues(inSentence: mention.sentence).contains { hit in
      guard hit.cue == cue, hit.tokens.upperBound <= start, start - hit.tokens.upperBound <= distance else {
        return false
      }
      return !(hit.tokens.upperBound..<start).contains { isClauseBorder(reading.tokens[$0]) }
    }
  }

  private func isClauseBorder(_ token: Token) -> Bool {
    token.kind == .punctuation && (token.key == 0x3B || token.key == 0x3A) || token.kind == .cellBorder
  }

  /// "X-based", "X-like": the name qualifies something else.
  private var isDerivative: Bool {
    let next = mention.tokens.upperBound
    guard next < reading.sentences[mention.sentence].tokens.upperBound else { return false }
    let token = reading.tokens[next]
    return token.flags.contains(.isHyphenated) && Self.derivativeTails.contains(token.key)
  }

  private static let derivativeTails: Set<UInt64> = Set(
    ["based", "style", "like", "type", "inspired", "derived"].flatMap(Lexicon.keys(of:)))
}
