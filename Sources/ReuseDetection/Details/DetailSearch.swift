import Manuscripts

/// The questions that recognisers put to the text.
struct DetailSearch: Sendable {
  /// How far from the model's name a detail may stand.
  enum Reach: Sendable {
    /// In sentences that name the model.
    case naming
    /// Those, their neighbours, footnotes and floats.
    case near
    /// Anywhere in the own work, unless it is another model's.
    case wide
  }

  /// Whose sentences count as another model's.
  enum Concern: UInt8, Sendable, CaseIterable {
    case everyModel, trainedModels, promptedModels
    /// Trained models, of which one that comes up later is not meant by a recipe told of others before.
    case recipes

    var bit: Concerns { Concerns(rawValue: 1 << rawValue) }
  }

  /// A set of concerns.
  struct Concerns: OptionSet, Sendable {
    let rawValue: UInt8

    static let all = Concerns(rawValue: 15)
    static let trainings = Concerns([Concern.trainedModels.bit, Concern.recipes.bit])
    static let uses = Concerns([Concern.trainedModels.bit, Concern.recipes.bit, Concern.promptedModels.bit])
  }

  let query: DetailQuery
  /// The detail that is searched for.
  var detail = Detail.modelIdentity
  var concern = Concern.everyModel
  let scope: DetailScope
  let ground: DetailGround
  /// The citations that hang on one of the model's names or on a sibling's.
  private(set) var hungCitations: [Citation] = []
  /// The citation of the model: several details ask for it.
  private(set) var modelCitation: DetailFinding?

  init(_ query: DetailQuery, on ground: DetailGround) {
    self.query = query
    self.ground = ground
    scope = DetailScope(query.model, index: query.index, ground)
    hungCitations = findHungCitations()
    modelCitation = findModelCitation()
  }

  var reading: ReadManuscript { query.reading }
  var model: DetectedModel { query.model }
  var naming: NumberList { scope.naming }
  var near: NumberList { scope.near }

  /// The first hit of a cue that passes a test, as a present finding with the cue's words as its value.
  func first(
    _ cue: Cue, _ reach: Reach, where holds: (Int, CueHit) -> Bool = { _, _ in true }
  ) -> DetailFinding? {
    hit(of: cue, reach, where: holds).map { present($0.hit.tokens, $0.sentence) }
  }

  /// The first hit of a cue that passes a test, nearest first.
  ///
  /// - Parameter shared: the hits in sentences of own work that may pass it, where that is known.
  func hit(
    of cue: Cue, _ reach: Reach, among shared: [DetailGround.SharedHit]? = nil, where holds: (Int, CueHit) -> Bool
  ) -> (sentence: Int, hit: CueHit)? {
    for sentence in reach == .naming ? naming : near where reading.has(cue, inSentence: sentence) && isTold(sentence) {
      for hit in reading.cues(inSentence: sentence)
      where hit.cue == cue && !isExcepted(sentence) && isInOwnColumn(hit.tokens.lowerBound, sentence)
        && holds(sentence, hit)
      { return (sentence, hit) }
    }
    guard reach == .wide else { return nil }
    let shared = shared ?? ground.sharedHits(of: cue)
    if concern == .recipes, let own = sharedHit(among: shared, where: { isInOwnSection($0) && holds($0, $1) }) {
      return own
    }
    return sharedHit(among: shared, where: holds)
  }

  /// The first hit in sentences of own work that may be said of the model.
  private func sharedHit(
    among hits: [DetailGround.SharedHit], where holds: (Int, CueHit) -> Bool
  ) -> (sentence: Int, hit: CueHit)? {
    for shared in hits
    where ground.concerns(shared, model: query.index, among: concern) && !isExcepted(shared.sentence)
      && isInOwnColumn(shared.hit.tokens.lowerBound, shared.sentence)
      && holds(shared.sentence, shared.hit)
    { return (shared.sentence, shared.hit) }
    return nil
  }

  /// The sentence stands in a section that names the model.
  func isInOwnSection(_ sentence: Int) -> Bool {
    scope.sections.contains(reading.outline(ofSentence: sentence).section)
  }

  /// The first sentence with a cue that passes a test.
  func sentence(with cue: Cue, _ reach: Reach, where holds: (Int) -> Bool) -> Int? {
    hit(of: cue, reach) { sentence, _ in holds(sentence) }?.sentence
  }

  /// A cue with a number within some tokens on either side; the value spans both.
  func first(
    _ cue: Cue, withNumberWithin distance: Int, _ reach: Reach, where holds: (Int, CueHit) -> Bool = { _, _ in true }
  ) -> DetailFinding? {
    var number = 0
    let found = hit(of: cue, reach) { sentence, hit in
      guard holds(sentence, hit), let place = self.number(near: hit.tokens, within: distance, sentence) else {
        return false
      }
      number = place
      return true
    }
    return found.map { sentence, hit in present(span(hit.tokens, number, sentence), sentence) }
  }

  /// A cue's words with a number; in a table with a column for each model the number alone.
  func span(_ tokens: Range<Int>, _ number: Int, _ sentence: Int) -> Range<Int> {
    if ownColumn(inRow: sentence) != nil { return number..<(number + 1) }
    return min(tokens.lowerBound, number)..<max(tokens.upperBound, number + 1)
  }

  /// The nearest number within some words before or after, not across a sentence's border; signs and formulas do not
  /// count as words.
  func number(near tokens: Range<Int>, within distance: Int, _ sentence: Int) -> Int? {
    if let column = ownColumn(inRow: sentence) { return ownNumber(inRow: sentence, column: column) }
    let bounds = reading.sentences[sentence].tokens
    let after = number(tokens.upperBound..<bounds.upperBound, within: distance)
    let before = number((bounds.lowerBound..<tokens.lowerBound).reversed(), within: distance)
    guard let after, let before else { return after?.index ?? before?.index }
    return after.words <= before.words ? after.index : before.index
  }

  private func number(_ path: some Sequence<Int>, within distance: Int) -> (index: Int, words: Int)? {
    var words = 0
    for index in path {
      if isFreeNumber(index) { return (index, words) }
      let token = reading.tokens[index]
      if token.kind != .punctuation, !token.flags.contains(.isInMath) { words += 1 }
      if words >= distance { return nil }
    }
    return nil
  }

  /// Digits of a name ("ResNet-50") count nothing.
  private func isFreeNumber(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .number else { return false }
    return !token.flags.contains(.isHyphenated) && !(token.flags.contains(.isJoined) && follows(index))
  }

  /// The token before is a word: "x4", not "=4".
  private func follows(_ index: Int) -> Bool { index > 0 && reading.tokens[index - 1].kind == .word }

  func present(_ tokens: Range<Int>, _ sentence: Int) -> DetailFinding {
    let block = reading.sentences[sentence].block
    return DetailFinding(
      state: .present, value: reading.text(tokens, inBlock: block), span: reading.span(tokens, inBlock: block))
  }

  /// A finding with a sentence as its place.
  func finding(_ state: DetailFinding.State, at sentence: Int) -> DetailFinding {
    DetailFinding(state: state, value: nil, span: reading.span(ofSentence: sentence))
  }

  /// A pointer to a supplement, repository or configuration in a sentence with a cue.
  func delegated(_ cue: Cue, _ reach: Reach) -> DetailFinding? {
    sentence(with: cue, reach) { reading.has(.supplement, inSentence: $0) }.map { finding(.delegated, at: $0) }
  }

  /// False in headings' and authors' blocks.
  func isTold(_ sentence: Int) -> Bool {
    switch reading.outline(ofSentence: sentence).form {
    case .metadata, .title: false
    case .heading, .paragraph, .listItem, .caption, .footnote, .quotation, .tableRow, .code: true
    }
  }

  /// "All models except X": what the sentence says is not said of this model.
  func isExcepted(_ sentence: Int) -> Bool { scope.exceptions.contains(sentence) }

  func isCode(_ sentence: Int) -> Bool { reading.outline(ofSentence: sentence).form == .code }

  /// The first link whose address satisfies a test, in the blocks of these sentences.
  func link(in sentences: NumberList, where holds: (String) -> Bool) -> DetailFinding? {
    LinkSearch.first(in: sentences, of: reading, where: holds)
  }
}

/// Looks for links.
enum LinkSearch {
  /// The first link whose address, in lower case, satisfies a test, in the blocks of these sentences.
  static func first(
    in sentences: some Sequence<Int>, of reading: ReadManuscript, where holds: (String) -> Bool
  ) -> DetailFinding? {
    var last = -1
    for sentence in sentences {
      let index = reading.sentences[sentence].block
      guard index != last else { continue }
      last = index
      guard !reading.manuscript.blocks[index].marks.isEmpty else { continue }
      let block = reading.manuscript.blocks[index]
      for mark in block.marks {
        if case .link(let url) = mark.kind, holds(url.lowercased()) {
          return DetailFinding(
            state: .present, value: url, span: SourceSpan(file: block.span.file, range: block.source(of: mark)))
        }
      }
    }
    return nil
  }
}
