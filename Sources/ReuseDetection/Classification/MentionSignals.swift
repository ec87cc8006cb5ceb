import Manuscripts
import ModelCatalogue

/// What all mentions of a manuscript are read against; a class, because each of them holds it.
final class ManuscriptFacts {
  let reading: ReadManuscript
  let neighbours: MentionNeighbours
  let title: TitleNames
  let common: CommonStatements
  let catalogue: Catalogue
  /// True for a text that tells of no own work, such as a review or a tutorial.
  let isEssay: Bool

  init(
    _ reading: ReadManuscript, _ neighbours: MentionNeighbours, _ title: TitleNames, _ common: CommonStatements,
    _ catalogue: Catalogue
  ) {
    self.reading = reading
    self.neighbours = neighbours
    self.title = title
    self.common = common
    self.catalogue = catalogue
    isEssay = TextKind.isEssay(reading)
  }

  /// The kind of a sentence's section; an essay has no methods and results, whatever its headings hold.
  func section(ofSentence index: Int) -> Section.Kind {
    let kind = reading.sectionKind(ofSentence: index)
    return isEssay && (kind == .methods || kind == .results) ? .other : kind
  }

  func isMetric(_ mention: CandidateMention) -> Bool { catalogue.family(at: mention.family).kind == .metric }

  /// True for a design without weights of its own in common use.
  func isArchitecture(_ mention: CandidateMention) -> Bool {
    catalogue.family(at: mention.family).kind == .architecture
  }
}

/// What one mention says of its model's use.
struct MentionSignals: Sendable {
  let mention: CandidateMention
  let signals: [UseSignal]
  /// The sum of the signals' weights.
  let total: Double

  init(_ mention: CandidateMention, _ facts: ManuscriptFacts) {
    self.mention = mention
    signals = SignalReader(mention, facts).signals
    total = signals.reduce(0) { $0 + $1.weight }
  }

  private init(_ mention: CandidateMention, _ signals: [UseSignal], total: Double) {
    self.mention = mention
    self.signals = signals
    self.total = total
  }

  /// The same of the same mention, which now stands elsewhere.
  func moved(to mention: CandidateMention) -> MentionSignals {
    MentionSignals(mention, signals, total: total)
  }

  /// The mention itself says that the authors ran, trained or rebuilt the model.
  var statesUse: Bool {
    signals.contains {
      switch $0 {
      case .ownStatement, .passiveStatement, .inCode, .builtUpon, .agent, .checkpointNamed: true
      default: false
      }
    }
  }
}

/// Reads the signals of one mention from its clause, block and section.
private struct SignalReader {
  private(set) var signals: [UseSignal] = []
  private let mention: CandidateMention
  private let facts: ManuscriptFacts
  private let clause: ClauseReading
  private let block: Block
  private let section: Section.Kind
  private var cues: CueKinds { clause.context.cues }

  init(_ mention: CandidateMention, _ facts: ManuscriptFacts) {
    self.mention = mention
    self.facts = facts
    clause = ClauseReading(mention, facts)
    block = facts.reading.block(ofSentence: mention.sentence)
    section = facts.section(ofSentence: mention.sentence)
    addPlace()
    switch block.kind {
    case .code: signals.append(isQuoted ? .inCode : .listedItem)
    case .tableRow(let isHeader): addTableRow(isHeader: isHeader)
    case .title: signals.append(.titleNamed)
    case .heading: if section.reportsOwnWork, clause.hasAction { signals.append(.headingNamed) }
    case .metadata: break
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
    if namesCheckpoint, section != .introduction, section != .relatedWork { signals.append(.checkpointNamed) }
    if clause.isDerivative { signals.append(.derivative) }
    if clause.isComponent { signals.append(.component) }
    if clause.isPossessive { signals.append(.possessive) }
    if clause.isPartOnly { signals.append(.partOnly) }
    if block.kind == .quotation || clause.isQuoted { signals.append(.quoted) }
  }

  /// The name stands in a string literal or follows a hub's organisation.
  private var isQuoted: Bool {
    let first = Int(facts.reading.tokens[mention.tokens.lowerBound].start)
    guard first > 0 else { return false }
    let byte = block.text.bytes[first - 1]
    return byte == 0x22 || byte == 0x27 || byte == 0x2F || byte == 0x3D
  }

  /// A hub id or file name, such as authors copy from code; "RoBERTa-Large" is only a name with a size.
  private var namesCheckpoint: Bool {
    guard mention.checkpoint != nil else { return false }
    let first = facts.reading.tokens[mention.tokens.lowerBound].flags
    return !first.contains(.isCapitalised) || first.contains(.isInCode) || first.contains(.isInLink)
  }

  private mutating func addTableRow(isHeader: Bool) {
    if section == .relatedWork || section == .introduction { return }
    let row = TableRowFacts(of: mention, in: facts.reading)
    if isHeader || row.hasNumbers { signals.append(.tableRow) }
    if facts.common.reportsOwnRuns { signals.append(.commonRuns) }
    if row.isCitedElsewhere || row.isReportedByCaption {
      signals.append(.copiedNumbers)
    } else if row.isNameCited {
      signals.append(.citedRow)
    }
  }

  private mutating func addStatements() {
    let isOthers = clause.speaksOfOthers
    if isOthers { signals.append(.othersDid) }
    if cues.contains(.earlierWork), clause.subject == .none { signals.append(.earlierWork) }
    if clause.isExample { signals.append(.asExample) }
    let isBuiltUpon =
      clause.context.cueEndsBefore(.builtUpon, within: 2) && section.reportsOwnWork && !isOthers
      && (!facts.isEssay || clause.subject != .none)
    let isHypothetical = clause.isHypothetical && !isBuiltUpon
    if isHypothetical { signals.append(.hypothetical) }
    if clause.isNegated { signals.append(.negated) }
    if clause.isDataSet || clause.namesCollection { signals.append(.dataSet) }
    if clause.isComparand { signals.append(.comparand) }
    if clause.isReplaced {
      signals.append(.negated)
    } else if clause.context.cueEndsBefore(.contrast, within: 4) {
      signals.append(.contrasted)
    }
    if clause.isReported { signals.append(.copiedNumbers) }
    guard !isOthers, !isHypothetical, !clause.isComponent, !clause.isLibrary else { return }
    if isBuiltUpon { signals.append(.builtUpon) }
    if isBuiltUpon, clause.subject != .none, !clause.hasAction { signals.append(.ownPossessive) }
    if !clause.isComparand, !clause.isReplaced, !clause.isPartOnly { addOwnUse() }
    addResults()
    if block.kind == .listItem, section == .methods || section == .results || section == .other {
      signals.append(.listedItem)
    }
  }

  private mutating func addOwnUse() {
    let acts = clause.hasAction
    let subject = acts ? clause.subject : .none
    if acts, subject == .person {
      let isExplained = facts.isEssay && (!clause.hasPastAct || clause.isOnlyRegarded)
      signals.append(isExplained ? .explained : clause.isOnlyCompared ? .ownComparison : .ownStatement)
    } else if acts, subject == .possession {
      signals.append(.ownPossessive)
    } else if clause.isInstrumentInPassive
      || acts && cues.contains(.passive) && section.reportsOwnWork && clause.hasParticiple
    {
      let isElsewhere = section == .other && (facts.isEssay || !clause.isPastPassive)
      signals.append(cues.contains(.planned) ? .planned : isElsewhere ? .passiveElsewhere : .passiveStatement)
    } else if cues.contains(.planned), section == .methods {
      signals.append(.planned)
    }
    guard section.reportsOwnWork else { return }
    if clause.isInstrument { signals.append(.withPhrase) }
    if clause.isAgent { signals.append(.agent) }
    if clause.isObserved { signals.append(.ownComparison) }
    let tellsWork =
      section == .methods || section == .results || section == .appendix || section == .other && !facts.isEssay
    guard tellsWork, !cues.contains(.earlierWork), !clause.isNegated else { return }
    if isToldOfNext { signals.append(.toldNext) }
    if clause.isGivenPart || clause.isBracketedMeans { signals.append(.givenPart) }
    if facts.isMetric(mention) { signals.append(.metric) }
    if clause.givesRepresentations { signals.append(.representations) }
  }

  /// "We fine-tuned this model": the next sentence takes the model up without its name.
  private var isToldOfNext: Bool {
    let reading = facts.reading
    let next = mention.sentence + 1
    guard next < reading.sentences.count, reading.sentences[next].block == reading.sentences[mention.sentence].block,
      reading.has(.firstPerson, inSentence: next), !reading.has(.hypothetical, inSentence: next),
      !reading.has(.negation, inSentence: next), !facts.neighbours.hasMention(inSentence: next)
    else { return false }
    let acts: CueKinds = [.use, .fineTuning, .training, .prompt, .evaluate]
    return !reading.kinds(inSentence: next).isDisjoint(with: acts)
      && Self.anaphors.first(in: reading.sentences[next].tokens, reading.tokens) != nil
  }

  private static let anaphors = CueSet(["this model", "the model", "these models", "this network", "this checkpoint"])

  private mutating func addResults() {
    guard section.reportsResults, !cues.contains(.earlierWork) else { return }
    let count = signals.count
    if clause.isRanked {
      signals.append(.ranked)
    } else if cues.contains(.result), section == .results, clause.hasNumber, !clause.isCited, !clause.isComparand,
      !facts.reading.has(.reported, inSentence: mention.sentence)
    {
      signals.append(.measured)
    } else if cues.contains(.result), clause.hasNumber || section == .results || block.kind == .caption {
      signals.append(.resultStatement)
    }
    if signals.count > count, facts.common.reportsOwnRuns, section != .discussion { signals.append(.commonRuns) }
  }
}
