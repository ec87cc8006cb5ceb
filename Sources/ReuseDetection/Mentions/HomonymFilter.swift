import Manuscripts
import ModelCatalogue

/// Decides for names with other meanings whether a manuscript means the model.
///
/// The decision is one for the whole manuscript, as a text that writes "Southern Annular Mode (SAM)" once means that by
/// every SAM, unless single sentences speak of the model.
struct HomonymFilter {
  private let reading: ReadManuscript
  private let catalogue: Catalogue
  private let cues: HomonymCues

  /// - Parameter cues: those of all families that the candidates may mean.
  init(_ reading: ReadManuscript, _ catalogue: Catalogue, _ cues: HomonymCues) {
    self.reading = reading
    self.catalogue = catalogue
    self.cues = cues
  }

  /// The candidates that mean the model.
  func accepted(_ candidates: [CandidateMention]) -> [CandidateMention] {
    var byFamily: [Int: [CandidateMention]] = [:]
    for candidate in candidates { byFamily[candidate.family, default: []].append(candidate) }
    let neighbours = MentionNeighbours(candidates)
    var starts: [Int] = []
    for (index, mentions) in byFamily { starts += acceptedStarts(ofFamily: index, mentions, neighbours) }
    let accepted = NumberList(starts)
    return candidates.filter { accepted.contains($0.tokens.lowerBound) }
  }

  /// The first tokens of the mentions that mean this family, some twice.
  private func acceptedStarts(
    ofFamily index: Int, _ mentions: [CandidateMention], _ neighbours: MentionNeighbours
  ) -> [Int] {
    let family = catalogue.family(at: index)
    let plain = mentions.filter { isPlausible($0, family) }
    if PartOfName.isAlways(plain, in: reading) { return [] }
    guard isAmbiguous(family, plain) else { return plain.map(\.tokens.lowerBound) }
    let wide = documentScore(cues.counts(ofFamily: index), mentions, family)
    let scores = plain.map {
      sentenceScore($0, family, cues.counts(ofFamily: index, inSentence: $0.sentence))
        + (isListedWithModels($0, family, neighbours) ? 1 : 0)
    }
    // Cues far off are words of other things as often: in one sentence at least the name must look like a model's.
    guard scores.contains(where: { $0 > 0 }) || wide > Self.definition else { return [] }
    let accepted = zip(plain, scores).filter { wide + $0.1 >= acceptance }.map(\.0)
    // "Foo-1.1-R" means in a table what it means in the text.
    let spellings = Set(accepted.filter(isLong).map(surface))
    return (accepted + plain.filter { !spellings.isEmpty && isLong($0) && spellings.contains(surface($0)) })
      .map(\.tokens.lowerBound)
  }

  /// "Cellpose, StarDist and Mesmer": a word that is listed behind names of models.
  private func isListedWithModels(
    _ mention: CandidateMention, _ family: ModelFamily, _ neighbours: MentionNeighbours
  ) -> Bool {
    guard family.ambiguity == .word, mention.hasExactCase else { return false }
    let head = neighbours.listHead(of: mention, in: reading.tokens)
    guard head < mention.tokens.lowerBound, let first = neighbours.mentionsBefore(mention).last(where: {
      $0.tokens.lowerBound == head
    }) else { return false }
    return catalogue.family(at: first.family).ambiguity == .none
  }

  /// Several tokens, a number among them: a spelling that has hardly another meaning.
  private func isLong(_ mention: CandidateMention) -> Bool {
    mention.tokens.count >= 2 && mention.tokens.contains { reading.tokens[$0].kind == .number }
  }

  private func surface(_ mention: CandidateMention) -> String {
    reading.text(mention.tokens, inBlock: reading.sentences[mention.sentence].block)
  }

  /// More than cues without a definition can add up to.
  private static let definition = 3.0

  /// What cues must add up to before an ambiguous name is read as a model.
  private let acceptance = 1.0

  /// A spelling that can be the name at all: short and common words only in their exact case, never inside mathematics.
  private func isPlausible(_ mention: CandidateMention, _ family: ModelFamily) -> Bool {
    let first = reading.tokens[mention.tokens.lowerBound]
    if first.flags.contains(.isInMath) { return false }
    if mention.hasExactCase || mention.checkpoint != nil { return true }
    let length = mention.phraseTokens.reduce(0) { $0 + reading.tokens[$1].range.count }
    let hasDigit = mention.phraseTokens.contains { reading.tokens[$0].kind == .number }
    if family.ambiguity != .none { return length >= 6 && hasDigit }
    return length >= 5 || hasDigit && length >= 3
  }

  /// A name is safe when the catalogue says so and it is no short letter word, or when a longer spelling was written.
  private func isAmbiguous(_ family: ModelFamily, _ mentions: [CandidateMention]) -> Bool {
    if family.ambiguity != .none {
      return !mentions.contains { isUnmistakable($0, family) }
    }
    // A letter and a digit name steels, tempers and samples as well.
    return mentions.allSatisfy { $0.checkpoint == nil && length(of: $0) <= 2 }
  }

  private func length(of mention: CandidateMention) -> Int {
    mention.tokens.reduce(0) { $0 + reading.tokens[$1].range.count }
  }

  /// A checkpoint id, a spelling with a size, or a longer alias speaks for all mentions of the family.
  private func isUnmistakable(_ mention: CandidateMention, _ family: ModelFamily) -> Bool {
    if mention.checkpoint != nil, mention.phraseTokens.count >= 3 { return true }
    let spelling = catalogue.entry(at: mention.entry).spelling
    if spelling.utf8.count >= family.name.utf8.count + 6 { return true }
    // "AlphaFold 2" is no acronym, though its family has one.
    let lower = spelling.utf8.filter { (0x61...0x7A).contains($0) }.count
    return family.ambiguity == .acronym && mention.hasExactCase && lower >= 6
  }

  /// Cues anywhere in the manuscript, each kind once, and how the name is spelt out where it is defined.
  private func documentScore(
    _ counts: HomonymCues.Counts, _ mentions: [CandidateMention], _ family: ModelFamily
  ) -> Double {
    var score = 0.0
    var definitions = 0.0
    for mention in mentions { definitions += definitionScore(mention, family) }
    score += max(-6, min(6, definitions))
    score += min(Double(counts.positive) * 0.5, 1.5)
    score -= min(Double(counts.negative) * 0.75, 3)
    return score
  }

  /// Cues in the mention's own sentence, and words that go with any model.
  private func sentenceScore(
    _ mention: CandidateMention, _ family: ModelFamily, _ counts: HomonymCues.Counts
  ) -> Double {
    var score = Double(counts.positive) - 2 * Double(counts.negative)
    let telling: CueKinds = [
      .pretrained, .fineTuning, .prompt, .embedding, .zeroShot, .architecture, .training, .peft, .api, .frozen,
    ]
    let kinds = reading.kinds(inSentence: mention.sentence).intersection(telling)
    score += min(Double(kinds.count) * 0.6, 1.2)
    if NearbyWords.namesModel(mention, in: reading) { score += 1 }
    return score + spellingScore(mention, family.ambiguity)
  }

  /// "RoBERTa" is hardly the name Roberta, "BERT" less likely Bert; acronyms are capitals in every meaning.
  private func spellingScore(_ mention: CandidateMention, _ ambiguity: ModelFamily.Ambiguity) -> Double {
    guard mention.hasExactCase, ambiguity != .none else { return 0 }
    let block = reading.sentences[mention.sentence].block
    let bytes = mention.phraseTokens.flatMap { reading.bytes(ofToken: $0, inBlock: block) }
    if ambiguity == .acronym {
      // "BLIP-2" is less likely anything else than "BLIP".
      return bytes.count >= 5 && bytes.contains { (0x30...0x39).contains($0) } ? 1 : 0
    }
    let capitals = bytes.filter { (0x41...0x5A).contains($0) }.count
    let hasLower = bytes.contains { (0x61...0x7A).contains($0) }
    if capitals >= 2, hasLower { return 2 }
    return capitals >= 4 ? 0.5 : 0
  }

  /// Positive for "Segment Anything Model (SAM)", negative for "Southern Annular Mode (SAM)", else 0.
  private func definitionScore(_ mention: CandidateMention, _ family: ModelFamily) -> Double {
    guard let words = AcronymDefinition.words(before: mention, in: reading) else { return 0 }
    var walk = NameWalk()
    let text = reading.manuscript.blocks[reading.sentences[mention.sentence].block].text.bytes
    for index in words { walk.append(text[reading.tokens[index].range]) }
    let lookup = catalogue.lookup(walk.key.hash)
    if lookup.entries.contains(where: { catalogue.family(ofEntry: $0) == mention.family }) { return 6 }
    let isModelWord = words.contains { AcronymDefinition.modelWords.contains(reading.tokens[$0].key) }
    return isModelWord ? 0.5 : -6
  }
}
