import Manuscripts

/// Sentences that speak for models without naming them: "all models were fine-tuned from ImageNet weights".
struct CommonStatements: Sendable {
  /// Those about all models, and whether they say "all" and not "both" or "these", which speak of those just named.
  let sentences: [(sentence: Int, isAboutAll: Bool)]
  /// One of them says that the authors ran the models.
  let reportsOwnRuns: Bool
  /// Sentences on probes fitted to representations, whichever model's: "a linear probe recovers the class".
  let probes: [Int]
  /// Both kinds, of all sections.
  private let finds: Finds<Find>

  private struct Find {
    let sentence: Int
    let isProbe: Bool
    /// The sentence tells a run of the authors.
    let isRun: Bool
    let isAboutAll: Bool
  }

  init(in reading: ReadManuscript, after known: CommonStatements?) {
    finds = Finds(
      inSentencesOf: reading, after: known?.finds, sentence: \.sentence,
      moved: {
        Find(sentence: $0.sentence + $1.units, isProbe: $0.isProbe, isRun: $0.isRun, isAboutAll: $0.isAboutAll)
      },
      find: { $1 += Self.finds(inSentence: $0, reading) })
    let common = finds.values.filter { !$0.isProbe && Self.counts(reading.sectionKind(ofSentence: $0.sentence)) }
    sentences = common.map { ($0.sentence, $0.isAboutAll) }
    reportsOwnRuns = common.contains { $0.isRun }
    let fitted = finds.values.filter { $0.isProbe && Self.tells(reading.sectionKind(ofSentence: $0.sentence)) }
    probes = fitted.map(\.sentence)
  }

  /// "All models", "each model".
  private static func isAboutAll(_ hits: ArraySlice<CueHit>, _ reading: ReadManuscript) -> Bool {
    hits.contains { $0.cue == .allModels && universal.contains(reading.tokens[$0.tokens.lowerBound].key) }
  }

  private static let universal = KeySet(["all", "each", "every"].flatMap(Lexicon.keys(of:)))

  private static func finds(inSentence index: Int, _ reading: ReadManuscript) -> [Find] {
    let hits = reading.cues(inSentence: index)
    guard hits.contains(where: { $0.cue == .allModels || $0.cue == .fittedOnTop }) else { return [] }
    let cues = CueKinds(hits)
    var found: [Find] = []
    if cues.contains(.allModels) {
      let isOwn = cues.contains(.firstPerson) || cues.contains(.passive)
      let isRun =
        isOwn && !cues.isDisjoint(with: runs) && cues.isDisjoint(with: [.reported, .earlierWork, .hypothetical])
      found.append(
        Find(sentence: index, isProbe: false, isRun: isRun, isAboutAll: isAboutAll(hits, reading)))
    }
    if cues.contains(.fittedOnTop), cues.contains(.embedding) || cues.contains(.frozen) || namesProbe(hits, reading),
      cues.isDisjoint(with: [.negation, .hypothetical, .otherAuthors])
    {
      found.append(Find(sentence: index, isProbe: true, isRun: false, isAboutAll: false))
    }
    return found
  }

  /// A probe is always fitted on representations, said or not.
  private static func namesProbe(_ hits: ArraySlice<CueHit>, _ reading: ReadManuscript) -> Bool {
    hits.contains { hit in
      hit.cue == .fittedOnTop && hit.tokens.contains { probeWords.contains(reading.tokens[$0].key) }
    }
  }

  private static let probeWords = KeySet(
    ["probe", "probes", "probing", "encoding"].flatMap(Lexicon.keys(of:)))

  private static let runs: CueKinds = [.use, .evaluate, .prompt, .fineTuning, .training, .sampling]

  private static func counts(_ section: Section.Kind) -> Bool {
    switch section {
    case .introduction, .relatedWork, .references, .acknowledgements, .contributions, .discussion: false
    case .frontMatter, .abstract, .methods, .results, .conclusion, .availability, .appendix, .other: true
    }
  }

  /// Sections that tell what was fitted in this work.
  private static func tells(_ section: Section.Kind) -> Bool {
    switch section {
    case .methods, .results, .abstract, .appendix: true
    case .frontMatter, .introduction, .relatedWork, .discussion, .conclusion, .availability, .acknowledgements,
      .contributions, .references, .other:
      false
    }
  }
}

/// The sentences whose words may be said of one model, each with how surely.
///
/// A mention's own sentence counts fully; the next sentence of its block counts half unless it names another model,
/// and so do the sentence that opens its paragraph and the paragraphs around its list. Sentences that negation or
/// possibility takes back do not count. Sentences about all models are kept apart: they speak where these are silent.
struct StatementScope {
  let own: [(sentence: Int, weight: Double)]
  private let common: CommonStatements
  /// The sections that tell of the model.
  private let sections: NumberList
  /// Those that count now.
  private var weights: [(sentence: Int, weight: Double)]
  /// The model's own mentions by sentence, by their last token.
  let ownEnds: NumberTable<Int>
  /// The first tokens of other models' mentions by sentence.
  let otherStarts: NumberTable<Int>

  init(
    _ group: ModelGroup, verdict: RoleVerdict, common: CommonStatements, others: NumberTable<Int>,
    in reading: ReadManuscript
  ) {
    otherStarts = others
    let telling = verdict.signals.filter { $0.total > 0 }.map(\.mention.sentence)
    self.common = common
    sections = NumberList(telling.map { reading.outline(ofSentence: $0).section })
    ownEnds = NumberTable(group.mentions.map { ($0.sentence, $0.tokens.upperBound) })
    own = Self.weighed(telling, others: others, in: reading)
    weights = own
  }

  /// The sentences that tell of the model, and those around them.
  private static func weighed(
    _ telling: [Int], others: NumberTable<Int>, in reading: ReadManuscript
  ) -> [(sentence: Int, weight: Double)] {
    var around: [(sentence: Int, weight: Double)] = telling.map { ($0, 1) }
    for sentence in telling {
      let next = sentence + 1
      if next < reading.sentences.count, reading.sentences[next].block == reading.sentences[sentence].block,
        !others.contains(next)
      {
        around.append((next, 0.5))
      }
      around += ListContext.sentences(around: sentence, others: others, in: reading).map { ($0, 0.5) }
    }
    // Of one sentence the greatest weight counts.
    around.sort { ($0.sentence, $1.weight) < ($1.sentence, $0.weight) }
    var own: [(sentence: Int, weight: Double)] = []
    for entry in around where entry.sentence != own.last?.sentence { own.append(entry) }
    return own
  }

  /// Lets the sentences about all models count from now on.
  mutating func readCommon(in reading: ReadManuscript) {
    for statement in common.sentences
    where statement.isAboutAll || sections.contains(reading.outline(ofSentence: statement.sentence).section) {
      weights.append((statement.sentence, 0.5))
    }
  }

  /// How much the sentences say of a cue that is neither denied nor left open.
  struct Weight {
    /// Summed over the sentences.
    fileprivate(set) var sum = 0.0
    /// The sentence of greatest weight.
    fileprivate(set) var strongest: Int?
  }

  /// What the sentences that count now say of a cue.
  func weight(of cue: Cue, in reading: ReadManuscript) -> Weight {
    var weight = Weight()
    var greatest = 0.0
    for entry in weights where asserts(cue, entry.sentence, reading) {
      weight.sum += entry.weight
      if entry.weight > greatest {
        greatest = entry.weight
        weight.strongest = entry.sentence
      }
    }
    return weight
  }

  /// The summed weight of the sentences in which something is trained on the model's representations.
  func weightOfFits(in reading: ReadManuscript) -> Double {
    weights.reduce(0) { sum, entry in
      let fits =
        asserts(.embedding, entry.sentence, reading) && asserts(.training, entry.sentence, reading)
        && fitsSomething(entry.sentence, reading) && !reading.has(.pretrainingData, inSentence: entry.sentence)
        && !reading.has(.fineTuning, inSentence: entry.sentence)
      return sum + (fits ? entry.weight : 0)
    }
  }

  /// "models learn representations" tells what a model was made of; fitting is training of something else.
  private func fitsSomething(_ sentence: Int, _ reading: ReadManuscript) -> Bool {
    reading.cues(inSentence: sentence).contains { hit in
      hit.cue == .training && !Self.learning.contains(reading.tokens[hit.tokens.lowerBound].key)
        && !isSaidOfData(hit, sentence, reading)
    }
  }

  private static let learning = KeySet(["learn", "learns", "learned"].flatMap(Lexicon.keys(of:)))

  /// The summed weight of the sentences that tell a training which is not the model's own pre-training.
  func weightOfOwnTraining(in reading: ReadManuscript) -> Double {
    weights.reduce(0) { sum, entry in
      let isOwn =
        asserts(.training, entry.sentence, reading) && !reading.has(.pretrainingData, inSentence: entry.sentence)
        && !reading.has(.pretrained, inSentence: entry.sentence)
      return sum + (isOwn ? entry.weight : 0)
    }
  }

  /// True when the cue stands right beside a mention of the model: "we fine-tuned X", "X was then fine-tuned".
  func isSaidBeside(_ cue: Cue, in reading: ReadManuscript) -> Bool {
    own.contains { entry in
      guard ownEnds.contains(entry.sentence), asserts(cue, entry.sentence, reading),
        reading.sectionKind(ofSentence: entry.sentence).reportsOwnWork
      else { return false }
      let ends = ownEnds[entry.sentence]
      return reading.cues(inSentence: entry.sentence).contains { hit in
        hit.cue == cue && ends.contains { abs($0 - hit.tokens.lowerBound) <= 5 }
      }
    }
  }

  /// True when a sentence has the cue and no negation right before it.
  func asserts(_ cue: Cue, _ sentence: Int, _ reading: ReadManuscript) -> Bool {
    let kinds = reading.kinds(inSentence: sentence)
    guard kinds.contains(cue), !kinds.contains(.hypothetical) || kinds.contains(.firstPerson) else { return false }
    let hits = reading.cues(inSentence: sentence)
    return hits.contains { hit in
      guard hit.cue == cue, !isSaidOfData(hit, sentence, reading) else { return false }
      if isSaidOfAnother(hit, sentence) || isBracketedBehindAnother(hit, sentence, reading)
        || isInPartOfAnother(hit, sentence, reading)
      {
        return false
      }
      if cue == .fineTuning, !initialisesWeights(hit, sentence, reading) || isOfSettings(hit, sentence, reading) {
        return false
      }
      if cue == .frozen || cue == .scratch { return true }
      return !hits.contains {
        $0.cue == .negation && $0.tokens.upperBound <= hit.tokens.lowerBound
          && hit.tokens.lowerBound - $0.tokens.upperBound <= 4
      }
    }
  }

  /// "we ran X and fine-tuned Y": the words stand behind this model and right before another.
  private func isSaidOfAnother(_ hit: CueHit, _ sentence: Int) -> Bool {
    guard ownEnds.contains(sentence), otherStarts.contains(sentence) else { return false }
    guard ownEnds[sentence].allSatisfy({ $0 <= hit.tokens.lowerBound }) else { return false }
    return otherStarts[sentence].contains { $0 >= hit.tokens.upperBound && $0 - hit.tokens.upperBound <= 4 }
  }
}

/// The sentences that speak for all models of a paragraph or list without naming any.
enum ListContext {
  /// How many blocks a list may span before its introduction and its comment are looked for elsewhere.
  private static let reach = 12

  /// The opening sentence of the mention's paragraph; for an item of a list, the paragraphs right before and after it.
  static func sentences(around sentence: Int, others: NumberTable<Int>, in reading: ReadManuscript) -> [Int] {
    let block = reading.sentences[sentence].block
    let blocks = reading.outlines
    guard blocks[block].form == .listItem else {
      guard blocks[block].form == .paragraph, let first = reading.blockSentences[block].first, first < sentence else {
        return []
      }
      return others.contains(first) ? [] : [first]
    }
    var found: [Int] = []
    var before = block - 1
    while before >= max(0, block - reach), blocks[before].form == .listItem { before -= 1 }
    if before >= 0, blocks[before].form == .paragraph, let last = reading.blockSentences[before].last {
      found.append(last)
    }
    var after = block + 1
    while after < min(blocks.count, block + reach), blocks[after].form == .listItem { after += 1 }
    if after < blocks.count, blocks[after].form == .paragraph, blocks[after].section == blocks[block].section {
      found += reading.blockSentences[after].prefix(3)
    }
    return found.filter { !others.contains($0) }
  }
}
