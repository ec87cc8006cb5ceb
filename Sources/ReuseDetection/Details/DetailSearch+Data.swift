import Manuscripts

extension DetailSearch {
  /// "trained on 4,210 images", "a data set of 4,210 images", else a count in a sentence on training or its data.
  func trainingDataSize() -> DetailFinding? {
    let search = CountSearch(reading: reading)
    let isStated = { (sentence: Int, hit: CueHit) in search.trainingCount(before: hit, sentence)?.number }
    let isLikely = { (sentence: Int, hit: CueHit) in
      search.count(before: hit, sentence).flatMap { number in
        (isAboutTrainingData(sentence) || isInMethods(sentence) && search.isTally(sentence))
          && search.isOfTraining(hit, sentence) ? number : nil
      }
    }
    let isExact = { (sentence: Int, hit: CueHit) in
      isStated(sentence, hit).flatMap { search.isRough(sentence) ? nil : $0 }
    }
    let isLikelyExact = { (sentence: Int, hit: CueHit) in
      isLikely(sentence, hit).flatMap { search.isRough(sentence) ? nil : $0 }
    }
    return count(.near, isStated) ?? count(.near, isLikely) ?? count(.wide, among: ground.exactCounts, isExact)
      ?? rowCount() ?? count(.wide, among: ground.likelyCounts, isLikelyExact) ?? sampleSize()
  }

  /// "The cohort (n = 424)", "we photographed 4,210 leaves" where data of own work are told.
  private func sampleSize() -> DetailFinding? {
    let search = CountSearch(reading: reading)
    var size = 0..<0
    let found = hit(of: .data, .wide) { sentence, hit in
      guard isInMethods(sentence), let place = search.sampleSize(sentence) ?? search.plainCount(sentence),
        search.isOfTraining(hit, sentence)
      else { return false }
      size = place
      return true
    }
    return found.map { present(size, $0.sentence) }
  }

  private func isInMethods(_ sentence: Int) -> Bool {
    switch reading.sectionKind(ofSentence: sentence) {
    case .methods, .other, .appendix: true
    case .frontMatter, .abstract, .introduction, .relatedWork, .results, .discussion, .conclusion, .availability,
      .acknowledgements, .contributions, .references:
      false
    }
  }

  /// "Train | 67,349" in a table of the parts of the data.
  private func rowCount() -> DetailFinding? {
    for row in ground.trainingRows where ground.concerns(row, model: query.index, among: concern) {
      return present(row.hit.tokens, row.sentence)
    }
    return nil
  }

  /// "the SST-2 benchmark", "the Tabula Sapiens cohort": a noun of data with a proper name before it.
  ///
  /// A sentence that tells of training is preferred to one that names the data on the way.
  func namedData() -> DetailFinding? {
    namedData { sentence in
      isInMethods(sentence) && !holds(Self.options, sentence)
        && (reading.has(.training, inSentence: sentence) || reading.has(.fineTuning, inSentence: sentence))
    } ?? namedData { _ in true }
  }

  private func namedData(where holds: (Int) -> Bool) -> DetailFinding? {
    var start = 0
    let names = DataNames(reading: reading)
    let found = hit(of: .data, .wide, among: ground.namedData) { sentence, hit in
      guard holds(sentence), naming.contains(sentence) || tellsOwnData(sentence),
        let name = names.start(before: hit, sentence)
      else { return false }
      start = name
      return true
    }
    return found.map { present(start..<$0.hit.tokens.upperBound, $0.sentence) }
  }

  /// Words on data whose sentence says whose or where from: its own words, a name, a work that is cited.
  func toldData() -> DetailFinding? {
    hit(of: .data, .wide) { tellsOrigin($0, $1) }.map { sentence, hit in
      if let end = nameEnd(behind: hit, sentence) { return present(hit.tokens.lowerBound..<end, sentence) }
      let before = hit.tokens.lowerBound - 1
      if before >= reading.sentences[sentence].tokens.lowerBound,
        Self.possessives.contains(reading.tokens[before].key)
      {
        return present(before..<hit.tokens.upperBound, sentence)
      }
      return finding(.present, at: sentence)
    }
  }

  /// How data came to be, or where they come from.
  private static let origins = KeySet(
    Lexicon.keys(
      of: "photographed curated recorded archived own collected from enrolled recruited imaged acquired scanned"))
  private static let possessives = KeySet(Lexicon.keys(of: "our own"))

  private func tellsOrigin(_ sentence: Int, _ hit: CueHit) -> Bool {
    reading.has(.firstPerson, inSentence: sentence) || naming.contains(sentence)
      || hit.tokens.contains { Self.origins.contains(reading.tokens[$0].key) } || nameEnd(behind: hit, sentence) != nil
      || reading.sentences[sentence].tokens.contains {
        switch reading.tokens[$0].kind {
        case .citation, .textualCitation: true
        case .word, .number, .punctuation, .formula, .cellBorder: reading.tokens[$0].flags.contains(.isInLink)
        }
      }
  }

  /// Where the capitals end that stand at most six words behind words on data, no model's name; nil for none.
  private func nameEnd(behind hit: CueHit, _ sentence: Int) -> Int? {
    let end = reading.sentences[sentence].tokens.upperBound
    var index = hit.tokens.upperBound
    while index < min(end, hit.tokens.upperBound + 6), reading.tokens[index].kind == .word, !isName(index, sentence) {
      index += 1
    }
    let start = index
    while index < end, isName(index, sentence) { index += 1 }
    return index > start ? index : nil
  }

  private func isName(_ index: Int, _ sentence: Int) -> Bool {
    let token = reading.tokens[index]
    return token.kind == .word && token.flags.contains(.isCapitalised) && !DataNames.noNames.contains(token.key)
      && !ground.named(inSentence: sentence).contains { $0.tokens.contains(index) }
  }

  private func tellsOwnData(_ sentence: Int) -> Bool {
    [Cue.training, .fineTuning, .split, .firstPerson].contains { reading.has($0, inSentence: sentence) }
      && !reading.has(.otherAuthors, inSentence: sentence)
  }

  /// The first count for which a search finds its number.
  private func count(
    _ reach: Reach, among shared: [DetailGround.SharedHit] = [], _ place: (Int, CueHit) -> Int?
  ) -> DetailFinding? {
    var number = 0
    let found = hit(of: .counted, reach, among: shared) { sentence, hit in
      guard !isCode(sentence), let place = place(sentence, hit) else { return false }
      number = place
      return true
    }
    return found.map { sentence, hit in present(number..<hit.tokens.upperBound, sentence) }
  }

  /// Words on data or training in the own work: counts of an introduction are of others' data.
  private func isAboutTrainingData(_ sentence: Int) -> Bool {
    switch reading.sectionKind(ofSentence: sentence) {
    case .introduction, .discussion: if !near.contains(sentence) { return false }
    default: break
    }
    return [Cue.data, .training, .split, .fineTuning].contains { reading.has($0, inSentence: sentence) }
  }

  /// A part that is kept for testing, or a scheme: "training data" alone parts nothing, "10-fold" counts.
  func isSplit(_ sentence: Int, _ hit: CueHit) -> Bool {
    let tokens = reading.sentences[sentence].tokens
    let first = reading.tokens[hit.tokens.lowerBound].key
    let last = reading.tokens[hit.tokens.upperBound - 1].key
    if Self.foldKeys.contains(last) { return Self.schemes.first(in: tokens, reading.tokens) != nil }
    if Self.trainKeys.contains(first), !Self.partKeys.contains(last) || hit.tokens.count < 2 {
      return Self.otherParts.first(in: tokens, reading.tokens) != nil
    }
    guard Self.parting.contains(first) else { return true }
    return Self.allParts.first(in: tokens, reading.tokens) != nil
  }

  /// Words of splitting in a part on the methods.
  func tellsSplitting(_ sentence: Int) -> Bool {
    isInMethods(sentence) && holds(Self.splitting, sentence) && !holds(Self.options, sentence)
  }

  /// What could be done, by others or later.
  private static let options = CueSet(["may", "might", "could", "future", "can be"])

  private static let splitting = CueSet([
    "split", "splits", "divided", "partitioned", "parted", "separated", "held out", "cross validation",
    "cross validated", "reserved", "withheld", "stratified",
  ])
  private static let foldKeys = KeySet(Lexicon.keys(of: "fold folds"))
  private static let trainKeys = KeySet(Lexicon.keys(of: "train training"))
  /// The last words of "train test" and "train split".
  private static let partKeys = KeySet(Lexicon.keys(of: "test val split splits partition fold folds"))
  private static let parting = KeySet(Lexicon.keys(of: "split random randomly stratified"))
  private static let schemes = CueSet([
    "cross validation", "cross validated", "cross validate", "crossvalidation", "cv", "folds", "stratified", "held out",
  ])
  private static let parts = [
    "test", "testing", "validation", "validate", "val", "dev", "development", "tuning set", "held out", "holdout",
    "evaluation", "cross validation", "cross validated", "folds",
  ]
  private static let otherParts = CueSet(parts)
  private static let allParts = CueSet(parts + ["train", "training", "sets", "subsets", "partitions", "parts"])

  /// Sizes that stand in a supplement.
  func delegatedCount() -> DetailFinding? {
    for cue: Cue in [.counted, .data] {
      if let stated = sentence(with: cue, .near, where: pointsAtSupplement) { return finding(.delegated, at: stated) }
    }
    return nil
  }

  /// Words on a supplement or appendix, where code and repositories hold no sizes.
  private func pointsAtSupplement(_ sentence: Int) -> Bool {
    reading.cues(inSentence: sentence).contains {
      $0.cue == .supplement && Self.supplements.contains(reading.tokens[$0.tokens.lowerBound].key)
    }
  }

  private static let supplements = KeySet(
    Lexicon.keys(
      of: "supplement supplements supplemental supplementary supporting appendix appendices online extended si"))
}
