import Manuscripts

/// Sentences that speak for all models of a manuscript: "all models were fine-tuned from ImageNet weights".
struct CommonStatements: Sendable {
  let sentences: [Int]
  /// Those of all sections.
  private let finds: Finds<Int>

  init(in reading: ReadManuscript, after known: CommonStatements?) {
    finds = Finds(inSentencesOf: reading, after: known?.finds, sentence: { $0 }, moved: { $0 + $1.units }) {
      if Self.heads.first(in: reading.sentences[$0].tokens, reading.tokens) != nil { $1.append($0) }
    }
    sentences = finds.values.filter { index in
      switch reading.sectionKind(ofSentence: index) {
      case .introduction, .relatedWork, .references, .acknowledgements, .contributions: false
      default: true
      }
    }
  }

  private static let heads = CueSet([
    "all models", "all of the models", "all networks", "each model", "each of the models", "both models",
    "these models",
    "every model", "all baselines", "all methods", "the models were", "models were", "all encoders", "all backbones",
    "all architectures", "all llms", "all language models", "each network", "each encoder", "each backbone",
  ])
}

/// The sentences whose words may be said of one model, each with how surely.
///
/// A mention's own sentence counts fully; the next sentence of its block counts half unless it names another model; a
/// sentence about all models counts half. Sentences that others' work, negation or possibility takes back do not count.
struct StatementScope {
  private var weights: [(sentence: Int, weight: Double)] = []
  /// The model's own mentions by sentence, by their last token.
  private var ownEnds: [Int: [Int]] = [:]
  /// The first tokens of other models' mentions by sentence.
  private let otherStarts: [Int: [Int]]

  init(
    _ group: ModelGroup, verdict: RoleVerdict, common: CommonStatements, others: [Int: [Int]],
    in reading: ReadManuscript
  ) {
    otherStarts = others
    for mention in group.mentions { ownEnds[mention.sentence, default: []].append(mention.tokens.upperBound) }
    var seen: [Int: Double] = [:]
    for signal in verdict.signals where signal.total > 0 {
      let sentence = signal.mention.sentence
      seen[sentence] = 1
      let next = sentence + 1
      if next < reading.sentences.count, reading.sentences[next].block == reading.sentences[sentence].block {
        seen[next] = max(seen[next] ?? 0, 0.5)
      }
    }
    for sentence in common.sentences { seen[sentence] = max(seen[sentence] ?? 0, 0.5) }
    weights = seen.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The summed weight of the sentences with a cue that is neither denied nor left open.
  func weight(of cue: Cue, in reading: ReadManuscript) -> Double {
    weights.reduce(0) { $0 + (asserts(cue, $1.sentence, reading) ? $1.weight : 0) }
  }

  /// The sentence of greatest weight with the cue.
  func strongestSentence(with cue: Cue, in reading: ReadManuscript) -> Int? {
    weights.filter { asserts(cue, $0.sentence, reading) }.max { $0.weight < $1.weight }?.sentence
  }

  /// True when a sentence has the cue and no negation right before it.
  private func asserts(_ cue: Cue, _ sentence: Int, _ reading: ReadManuscript) -> Bool {
    let hits = reading.cues(inSentence: sentence)
    if hits.contains(where: { $0.cue == .hypothetical }), !hits.contains(where: { $0.cue == .firstPerson }) {
      return false
    }
    return hits.contains { hit in
      guard hit.cue == cue else { return false }
      if isSaidOfAnother(hit, sentence) { return false }
      if cue == .frozen || cue == .scratch { return true }
      return !hits.contains {
        $0.cue == .negation && $0.tokens.upperBound <= hit.tokens.lowerBound
          && hit.tokens.lowerBound - $0.tokens.upperBound <= 4
      }
    }
  }

  /// "we ran X and fine-tuned Y": the words stand behind this model and right before another.
  private func isSaidOfAnother(_ hit: CueHit, _ sentence: Int) -> Bool {
    guard let own = ownEnds[sentence], let others = otherStarts[sentence] else { return false }
    guard own.allSatisfy({ $0 <= hit.tokens.lowerBound }) else { return false }
    return others.contains { $0 >= hit.tokens.upperBound && $0 - hit.tokens.upperBound <= 4 }
  }
}
