import Manuscripts
import ModelCatalogue

/// What all mentions of a manuscript are read against; a class, because each of them holds it.
final class ManuscriptFacts {
  let reading: ReadManuscript
  let neighbours: MentionNeighbours
  let title: TitleNames
  let common: CommonStatements
  let catalogue: Catalogue
  /// True for a text in sections of which none tells of own work, such as a review or a tutorial.
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
    let kinds = reading.manuscript.sections.map(\.kind)
    isEssay = kinds.filter { $0 == .other }.count >= 3 && !kinds.contains { Self.tellsOwnWork($0) }
  }

  private static func tellsOwnWork(_ section: Section.Kind) -> Bool {
    switch section {
    case .methods, .results, .availability: true
    case .frontMatter, .abstract, .introduction, .relatedWork, .discussion, .conclusion, .acknowledgements,
      .contributions, .appendix, .references, .other:
      false
    }
  }

  /// True for a design without weights of its own in common use.
  func isArchitecture(_ mention: CandidateMention) -> Bool {
    catalogue.family(at: mention.family).kind == .architecture
  }
}

/// The signals of one mention, read from its clause, block and section.
struct MentionSignals {
  let mention: CandidateMention
  private(set) var signals: [UseSignal] = []

  /// The sum of the signals' weights.
  var total: Double { signals.reduce(0) { $0 + $1.weight } }

  /// The mention itself says that the authors ran, trained or rebuilt the model.
  var statesUse: Bool {
    signals.contains { [.ownStatement, .passiveStatement, .inCode, .builtUpon, .agent, .checkpointNamed].contains($0) }
  }

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
    section = facts.reading.sectionKind(ofSentence: mention.sentence)
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
    if cues.contains(.earlierWork), !cues.contains(.firstPerson) { signals.append(.earlierWork) }
    if clause.isExample { signals.append(.asExample) }
    let isBuiltUpon = clause.context.cueEndsBefore(.builtUpon, within: 2) && section.reportsOwnWork && !isOthers
    let isHypothetical = clause.isHypothetical && !isBuiltUpon
    if isHypothetical { signals.append(.hypothetical) }
    if clause.isNegated { signals.append(.negated) }
    if clause.isDataSet { signals.append(.dataSet) }
    if clause.isComparand { signals.append(.comparand) }
    if clause.context.cueEndsBefore(.contrast, within: 4) { signals.append(.contrasted) }
    if clause.isReported { signals.append(.copiedNumbers) }
    guard !isOthers, !isHypothetical, !clause.isComponent else { return }
    if isBuiltUpon { signals.append(.builtUpon) }
    if !clause.isComparand { addOwnUse() }
    addResults()
    if block.kind == .listItem, section == .methods || section == .results || section == .other {
      signals.append(.listedItem)
    }
  }

  private mutating func addOwnUse() {
    let subject = clause.subject
    let acts = clause.hasAction
    if acts, subject == .person {
      signals.append(clause.isOnlyCompared ? .ownComparison : .ownStatement)
    } else if acts, subject == .possession {
      signals.append(.ownPossessive)
    } else if acts, cues.contains(.passive), section.reportsOwnWork, clause.hasParticiple {
      signals.append(cues.contains(.planned) ? .planned : section == .other ? .passiveElsewhere : .passiveStatement)
    } else if cues.contains(.planned), section == .methods {
      signals.append(.planned)
    }
    guard section.reportsOwnWork else { return }
    if clause.isInstrument { signals.append(.withPhrase) }
    if clause.isAgent { signals.append(.agent) }
  }

  private mutating func addResults() {
    guard section.reportsResults, !cues.contains(.earlierWork) else { return }
    let count = signals.count
    if clause.isRanked {
      signals.append(.ranked)
    } else if cues.contains(.result), clause.hasNumber || section == .results || block.kind == .caption {
      signals.append(.resultStatement)
    }
    if signals.count > count, facts.common.reportsOwnRuns, section != .discussion { signals.append(.commonRuns) }
  }
}
