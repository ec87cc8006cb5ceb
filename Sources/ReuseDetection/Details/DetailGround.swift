import Manuscripts

/// What the searches for details share: who is named where, and the cues of sentences that tell own work.
///
/// Made once a manuscript, so that the search for one model looks at the model's own sentences only.
/// A class, so that the many searches share one and copy nothing.
final class DetailGround: Sendable {
  /// A cue in a sentence of own work.
  struct SharedHit: Sendable {
    let sentence: Int
    let hit: CueHit
    /// The concerns by which the sentence may be said of any model.
    let open: DetailSearch.Concerns
  }

  let reading: ReadManuscript
  let models: [DetectedModel]
  let owners: SentenceOwners
  /// The code's place, which delegates what scripts hold.
  let codePlace: DetailFinding?
  /// The promise of code to come.
  let promisedCode: DetailFinding?
  /// Blocks that hold a prompt: listings and quotations that prompts announce, tables whose captions do.
  let promptListings: [PromptListings.Listing]
  /// Counts of training data in sentences that name no model.
  let trainingCounts: [SharedHit]
  /// Counts of training data, without rough ones.
  let exactCounts: [SharedHit]
  /// Counts that may be of training data, without rough ones.
  let likelyCounts: [SharedHit]
  /// Machines by their names.
  let machines: [SharedHit]
  /// Data by their names.
  let namedData: [SharedHit]
  /// The numbers of rows that are headed by the training set.
  let trainingRows: [SharedHit]
  /// The own phrases of the details that are looked for.
  let phrases: DetailPhraseHits
  private let hits: [[SharedHit]]
  private let notes: NumberTable<Int>
  private let floats: NumberTable<Int>

  /// - Complexity: linear in the blocks, mentions and cues.
  init(_ models: [DetectedModel], in reading: ReadManuscript, lookingFor details: Set<Detail>) {
    self.reading = reading
    self.models = models
    let owners = SentenceOwners(models, in: reading)
    self.owners = owners
    var notes: [(number: Int, value: Int)] = []
    var floats: [(number: Int, value: Int)] = []
    for (index, outline) in reading.outlines.enumerated() {
      if let holder = outline.attachedTo { notes.append((holder, index)) }
      if let float = outline.float { floats.append((float, index)) }
    }
    self.notes = NumberTable(notes)
    self.floats = NumberTable(floats)
    let isNeeded = !owners.isEmpty
    let hits = isNeeded ? Self.hits(in: reading, owners) : []
    self.hits = hits
    func chosen(of cue: Cue, where holds: (SharedHit) -> Bool) -> [SharedHit] {
      cue.sharedSlot.flatMap { $0 < hits.count ? hits[$0] : nil }?.filter(holds) ?? []
    }
    let counts = CountSearch(reading: reading)
    let stated = chosen(of: .counted) { counts.trainingCount(before: $0.hit, $0.sentence) != nil }
    trainingCounts = stated.filter { owners.named(inSentence: $0.sentence).isEmpty }
    exactCounts = stated.filter { !counts.isRough($0.sentence) }
    likelyCounts = chosen(of: .counted) { !counts.isRough($0.sentence) && counts.isOfTraining($0.hit, $0.sentence) }
    machines = chosen(of: .hardware) { MachineSearch(reading: reading).isMachine($0.hit, $0.sentence) }
    namedData = chosen(of: .data) { DataNames(reading: reading).start(before: $0.hit, $0.sentence) != nil }
    trainingRows = isNeeded ? Self.trainingRows(in: reading, owners) : []
    codePlace = isNeeded ? CodeSearch.place(in: reading) : nil
    promisedCode = isNeeded ? CodeSearch.promise(in: reading) : nil
    promptListings = isNeeded ? PromptListings.all(in: reading) : []
    phrases = isNeeded ? DetailPhraseHits(in: reading, of: details) : .none
  }

  private static func hits(in reading: ReadManuscript, _ owners: SentenceOwners) -> [[SharedHit]] {
    var hits: [[SharedHit]] = Array(repeating: [], count: Cue.sharedSlotCount)
    let counts = CountSearch(reading: reading)
    for sentence in reading.sentences.indices
    where !reading.kinds(inSentence: sentence).isDisjoint(with: Cue.shared) && tellsOwnWork(sentence, reading) {
      let open = owners.openConcerns(sentence)
      for hit in reading.cues(inSentence: sentence) {
        guard let slot = hit.cue.sharedSlot, hit.cue != .counted || counts.count(before: hit, sentence) != nil else {
          continue
        }
        hits[slot].append(SharedHit(sentence: sentence, hit: hit, open: open))
      }
    }
    return hits
  }

  private static func trainingRows(in reading: ReadManuscript, _ owners: SentenceOwners) -> [SharedHit] {
    let counts = CountSearch(reading: reading)
    var rows: [SharedHit] = []
    for sentence in reading.sentences.indices where reading.outline(ofSentence: sentence).isRow {
      guard let number = counts.trainingCount(inRow: sentence) else { continue }
      let hit = CueHit(cue: .counted, tokens: number..<(number + 1))
      rows.append(SharedHit(sentence: sentence, hit: hit, open: owners.openConcerns(sentence)))
    }
    return rows
  }

  /// True for a sentence of a kind and in a section that may tell of own work.
  func tellsOwnWork(_ sentence: Int) -> Bool { Self.tellsOwnWork(sentence, reading) }

  private static func tellsOwnWork(_ sentence: Int, _ reading: ReadManuscript) -> Bool {
    let outline = reading.outline(ofSentence: sentence)
    guard holdsStatements(outline.form), mayTellOwnWork(outline.sectionKind) else { return false }
    return outline.sectionKind != .introduction || reading.has(.firstPerson, inSentence: sentence)
  }

  private static func holdsStatements(_ form: BlockOutline.Form) -> Bool {
    switch form {
    case .title, .metadata: false
    case .heading, .paragraph, .listItem, .caption, .footnote, .quotation, .tableRow, .code: true
    }
  }

  private static func mayTellOwnWork(_ section: Section.Kind) -> Bool {
    switch section {
    case .relatedWork, .references, .contributions: false
    case .frontMatter, .abstract, .introduction, .methods, .results, .discussion, .conclusion, .availability,
      .acknowledgements, .appendix, .other:
      true
    }
  }

  /// The cues of a kind in sentences of own work, in reading order; of counted items those with a count.
  func sharedHits(of cue: Cue) -> [SharedHit] {
    guard let slot = cue.sharedSlot, slot < hits.count else { return [] }
    return hits[slot]
  }

  /// The reused models that a sentence names, in order of the models.
  func named(inSentence sentence: Int) -> ArraySlice<SentenceOwners.NamedModel> {
    owners.named(inSentence: sentence)
  }

  /// True when a sentence names no reused model, or this one among others.
  func isFree(_ sentence: Int, besides model: Int) -> Bool {
    let named = named(inSentence: sentence)
    return named.isEmpty || named.contains { $0.model == model }
  }

  /// True when what a sentence says may be said of a model.
  func concerns(_ shared: SharedHit, model: Int, among concern: DetailSearch.Concern) -> Bool {
    shared.open.contains(concern.bit) || owners.concerns(shared.sentence, model: model, among: concern)
  }

  /// True when a row names other reused models in other cells.
  func namesOthers(inSentence sentence: Int, besides model: Int, outside column: Int) -> Bool {
    named(inSentence: sentence).contains {
      $0.model != model && reading.column(ofToken: $0.tokens.lowerBound, inSentence: sentence) != column
    }
  }

  /// The footnotes of a block.
  func notes(ofBlock block: Int) -> ArraySlice<Int> { notes[block] }

  /// The blocks of a float: rows and captions.
  func blocks(ofFloat float: Int) -> ArraySlice<Int> { floats[float] }
}

extension Cue {
  /// Where the ground keeps a cue's hits; nil for cues that no detail is told by.
  fileprivate var sharedSlot: Int? {
    switch self {
    case .optimiserName: 0
    case .trainingSpan: 1
    case .batchSize: 2
    case .seedWord: 3
    case .hardware: 4
    case .runtime: 5
    case .sampling: 6
    case .promptNoun: 7
    case .split: 8
    case .counted: 9
    case .data: 10
    case .weightsPlace: 11
    case .accessed: 12
    case .code: 13
    case .codePlace: 14
    case .supplement: 15
    case .onRequest: 16
    case .container: 17
    case .hyperparameters: 18
    case .api: 19
    case .localRun: 20
    case .webRun: 21
    case .fineTuning: 22
    case .fittedOnTop: 23
    case .scratch: 24
    case .pretrained: 25
    case .conversion: 26
    case .quantisation: 27
    case .undisclosed: 28
    case .learningRate: 29
    case .firstPerson, .otherAuthors, .earlierWork, .example, .hypothetical, .surveyVoice, .part, .output, .planned,
      .allModels, .builtUpon,
      .negation, .contrast, .reported, .use, .passive, .with, .evaluate, .prompt, .result, .exceeded,
      .selfDevelopment, .ownName, .writingAid, .derivedData, .training, .frozen, .embedding, .architecture,
      .reimplementation, .zeroShot, .inContext, .peft, .distillation, .continuedPretraining, .wrappedTool, .judge,
      .licence, .pretrainingData, .month, .settings, .version:
      nil
    }
  }

  fileprivate static let sharedSlotCount = 30
  fileprivate static let shared = allCases.reduce(into: CueKinds()) { kinds, cue in
    if cue.sharedSlot != nil { kinds.insert(cue) }
  }
}
