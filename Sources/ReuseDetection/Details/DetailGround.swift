import Manuscripts

/// What the searches for details share: who is named where, and the cues of sentences that tell own work.
///
/// Made once a manuscript, so that the search for one model looks at the model's own sentences only. A class, because
/// every search of every model holds it.
final class DetailGround: Sendable {
  /// A cue in a sentence of own work.
  struct SharedHit: Sendable {
    let sentence: Int
    let hit: CueHit
  }

  /// A reused model's name in a sentence.
  struct NamedModel: Sendable {
    /// Index in the models of the manuscript.
    let model: Int
    let tokens: Range<Int>
  }

  let reading: ReadManuscript
  /// The code's place, which delegates what scripts hold.
  let codePlace: DetailFinding?
  /// The promise of code to come.
  let promisedCode: DetailFinding?
  /// Blocks that hold a prompt: listings and quotations that prompts announce, tables whose captions do.
  let promptListings: [Int]
  /// Counts of training data in sentences that name no model.
  let trainingCounts: [SharedHit]
  let models: [DetectedModel]
  private let names: [Int: [NamedModel]]
  /// In ascending order, as those of floats.
  private let blockModels: [Int: [Int]]
  private let floatModels: [Int: [Int]]
  private let hits: [[SharedHit]]
  private let notes: [Int: [Int]]
  private let floats: [Int: [Int]]

  /// - Complexity: linear in the blocks, mentions and cues.
  static func ground(of models: [DetectedModel], in reading: ReadManuscript) -> DetailGround {
    let bare = DetailGround(models, in: reading)
    return bare.names.isEmpty ? bare : DetailGround(completing: bare)
  }

  private init(_ models: [DetectedModel], in reading: ReadManuscript) {
    self.reading = reading
    self.models = models
    var names: [Int: [NamedModel]] = [:]
    var blockModels: [Int: [Int]] = [:]
    var floatModels: [Int: [Int]] = [:]
    for (index, model) in models.enumerated() where model.role == .reused {
      for mention in model.mentions {
        names[mention.sentence, default: []].append(NamedModel(model: index, tokens: mention.tokens))
        let block = reading.sentences[mention.sentence].block
        if blockModels[block]?.last != index { blockModels[block, default: []].append(index) }
        if let float = reading.manuscript.blocks[block].float, floatModels[float]?.last != index {
          floatModels[float, default: []].append(index)
        }
      }
    }
    self.names = names
    self.blockModels = blockModels
    self.floatModels = floatModels
    var notes: [Int: [Int]] = [:]
    var floats: [Int: [Int]] = [:]
    for (index, block) in reading.manuscript.blocks.enumerated() {
      if let holder = block.attachedTo { notes[holder, default: []].append(index) }
      if let float = block.float { floats[float, default: []].append(index) }
    }
    self.notes = notes
    self.floats = floats
    hits = names.isEmpty ? [] : Self.hits(in: reading)
    codePlace = nil
    promisedCode = nil
    promptListings = []
    trainingCounts = []
  }

  /// Adds what is looked up on the ground itself.
  private init(completing bare: DetailGround) {
    reading = bare.reading
    models = bare.models
    names = bare.names
    blockModels = bare.blockModels
    floatModels = bare.floatModels
    notes = bare.notes
    floats = bare.floats
    hits = bare.hits
    codePlace = CodeSearch.place(in: bare)
    promisedCode = CodeSearch.promise(in: bare)
    promptListings = PromptListings.blocks(in: bare.reading)
    let counts = CountSearch(reading: bare.reading)
    trainingCounts = bare.sharedHits(of: .counted).filter {
      bare.named(inSentence: $0.sentence).isEmpty && counts.trainingCount(before: $0.hit, $0.sentence) != nil
    }
  }

  private static func hits(in reading: ReadManuscript) -> [[SharedHit]] {
    var hits: [[SharedHit]] = Array(repeating: [], count: Cue.sharedSlotCount)
    for (index, block) in reading.manuscript.blocks.enumerated() {
      let section = reading.manuscript.sections[block.section].kind
      guard holdsStatements(block.kind), mayTellOwnWork(section) else { continue }
      for sentence in reading.blockSentences[index] {
        if section == .introduction, !reading.has(.firstPerson, inSentence: sentence) { continue }
        for hit in reading.cues(inSentence: sentence) {
          guard let slot = hit.cue.sharedSlot else { continue }
          hits[slot].append(SharedHit(sentence: sentence, hit: hit))
        }
      }
    }
    return hits
  }

  private static func holdsStatements(_ kind: Block.Kind) -> Bool {
    switch kind {
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

  /// The cues of a kind in sentences of own work, in reading order.
  func sharedHits(of cue: Cue) -> [SharedHit] { hits.isEmpty ? [] : cue.sharedSlot.map { hits[$0] } ?? [] }

  /// The reused models that a sentence names, in order of the models.
  func named(inSentence sentence: Int) -> [NamedModel] { names[sentence] ?? [] }

  /// True when a sentence names no reused model, or this one among others.
  func isFree(_ sentence: Int, besides model: Int) -> Bool {
    guard let named = names[sentence] else { return true }
    return named.contains { $0.model == model }
  }

  /// True when a block names no reused model.
  func namesNone(inBlock block: Int) -> Bool { blockModels[block] == nil }

  /// True when a row names other reused models in other cells.
  func namesOthers(inSentence sentence: Int, besides model: Int, outside column: Int) -> Bool {
    named(inSentence: sentence).contains {
      $0.model != model && reading.column(ofToken: $0.tokens.lowerBound, inSentence: sentence) != column
    }
  }

  /// The footnotes of a block.
  func notes(ofBlock block: Int) -> [Int] { notes[block] ?? [] }

  /// The blocks of a float: rows and captions.
  func blocks(ofFloat float: Int) -> [Int] { floats[float] ?? [] }

  /// True when what a sentence says may be said of a model: of the models it could concern the sentence, or else its
  /// block, or else its table, names none, this one or a sibling, or it speaks for all.
  func concerns(_ sentence: Int, model: Int, among concern: DetailSearch.Concern) -> Bool {
    let block = reading.sentences[sentence].block
    return isOwner(named(inSentence: sentence).lazy.map(\.model), model, concern, sentence)
      ?? isOwner(blockModels[block] ?? [], model, concern, sentence)
      ?? isOwner(reading.manuscript.blocks[block].float.flatMap { floatModels[$0] } ?? [], model, concern, sentence)
      ?? true
  }

  /// Whether a model or a sibling is among those named that a sentence could concern; nil where there are none.
  private func isOwner(
    _ named: some Sequence<Int>, _ model: Int, _ concern: DetailSearch.Concern, _ sentence: Int
  ) -> Bool? {
    var hasOwner = false
    for other in named where isConcerned(other, by: concern) {
      if other == model || areSiblings(other, model) { return true }
      hasOwner = true
    }
    return hasOwner ? speaksForAll(sentence) : nil
  }

  /// Sizes of one family.
  func areSiblings(_ left: Int, _ right: Int) -> Bool {
    models[left].family.map { $0 == models[right].family } ?? false
  }

  private func isConcerned(_ model: Int, by concern: DetailSearch.Concern) -> Bool {
    let facets = models[model].facets
    switch concern {
    case .everyModel: return true
    case .trainedModels: return facets.patterns.contains(.adaptation) || facets.patterns.contains(.conceptual)
    case .promptedModels: return facets.isPrompted
    }
  }

  /// "for all models", "in all experiments".
  func speaksForAll(_ sentence: Int) -> Bool {
    Self.heads.first(in: reading.sentences[sentence].tokens, reading.tokens) != nil
  }

  private static let heads = CueSet([
    "all models", "all of the models", "all our models", "all networks", "each model", "each of the models",
    "both models", "every model", "all baselines", "all methods", "all encoders", "all backbones", "all architectures",
    "all llms", "all language models", "each network", "all experiments", "all runs", "all trainings", "all training",
    "all transformer based", "all pretrained models", "all pre trained models", "all of our experiments",
    "our experiments", "the experiments", "all analyses", "all computations", "models were", "models are",
    "these models",
    "the models", "all variants", "unless stated otherwise", "unless otherwise stated", "unless otherwise noted",
    "unless otherwise specified", "throughout", "in all cases", "consistently", "all evaluated", "all evaluations",
    "across models", "across all",
  ])
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
    case .firstPerson, .otherAuthors, .earlierWork, .example, .hypothetical, .negation, .contrast, .reported, .use,
      .passive, .with, .evaluate, .prompt, .result, .exceeded, .selfDevelopment, .ownName, .writingAid, .derivedData,
      .training, .frozen, .embedding, .architecture, .reimplementation, .zeroShot, .inContext, .peft, .distillation,
      .continuedPretraining, .wrappedTool, .judge, .licence, .pretrainingData, .month, .settings, .version:
      nil
    }
  }

  fileprivate static let sharedSlotCount = 30
}
