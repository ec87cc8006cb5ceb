import Manuscripts
import ModelCatalogue

/// What a group of mentions amounts to.
struct RoleVerdict {
  let role: Role
  let confidence: Confidence
  /// The mentions' signals, in reading order.
  let signals: [MentionSignals]
  /// The sum that decided, in the units of `UseSignal.weight`.
  let score: Double
}

/// Decides what a manuscript does with a model.
package enum RoleClassifier {
  /// The score from which a model counts as reused.
  package static let isReused = 2.0
  /// Scores from which the verdict is of medium and of high confidence.
  static let isMedium = 3.0
  package static let isHigh = 3.7

  static func verdict(
    on group: ModelGroup, saying signals: [MentionSignals], _ facts: ManuscriptFacts, minimum: Double = isReused
  ) -> RoleVerdict {
    if let role = specialRole(group, signals, facts) {
      return RoleVerdict(role: role, confidence: .high, signals: signals, score: 0)
    }
    if ShallowVersion.isMeant(by: group.mentions, of: facts.catalogue.family(at: group.family), in: facts.reading) {
      return RoleVerdict(role: .discussed, confidence: .high, signals: signals, score: 0)
    }
    let isOnlyStated = isMeasuredByOthers(signals) || isBackbone(signals, of: group, facts)
    let score = score(of: isOnlyStated ? signals.filter(\.statesUse) : signals)
    guard score >= minimum, !facts.isEssay || signals.contains(where: \.statesUse) else {
      return RoleVerdict(role: .discussed, confidence: score < 1 ? .high : .medium, signals: signals, score: score)
    }
    let confidence: Confidence = score >= isHigh ? .high : score >= isMedium ? .medium : .low
    return RoleVerdict(role: .reused, confidence: confidence, signals: signals, score: score)
  }

  /// The strongest mention, a share of the others that speak for use, and a share of those that speak against it.
  static func score(of signals: [MentionSignals]) -> Double {
    let totals = signals.map(\.total).sorted(by: >)
    guard let best = totals.first else { return 0 }
    let support = totals.dropFirst().filter { $0 > 0 }.reduce(0, +)
    let doubt = totals.dropFirst().filter { $0 < 0 }.reduce(0, +)
    return best + min(0.25 * support, 2) + max(0.1 * doubt, -1)
  }

  /// A table of the manuscript copies the model's numbers: results and rows are then no sign of own use.
  private static func isMeasuredByOthers(_ signals: [MentionSignals]) -> Bool {
    signals.contains { $0.signals.contains(.tableRow) && $0.signals.contains(.copiedNumbers) }
  }

  /// A design that the text names as a part of other models: "SAM's ViT-L encoder".
  private static func isBackbone(_ signals: [MentionSignals], of group: ModelGroup, _ facts: ManuscriptFacts) -> Bool {
    facts.catalogue.family(at: group.family).kind == .architecture
      && signals.contains { $0.signals.contains(.component) }
  }

  private static func specialRole(
    _ group: ModelGroup, _ signals: [MentionSignals], _ facts: ManuscriptFacts
  ) -> Role? {
    let reading = facts.reading
    if isWritingAid(signals, reading) { return .writingAid }
    if isOwnProduct(group, facts) { return .ownProduct }
    if isDerivedData(signals, reading) { return .derivedData }
    return nil
  }

  /// Every mention that says what was done stands beside words about writing.
  private static func isWritingAid(_ signals: [MentionSignals], _ reading: ReadManuscript) -> Bool {
    let telling = signals.filter { signal in
      reading.has(.writingAid, inSentence: signal.mention.sentence)
        || reading.sectionKind(ofSentence: signal.mention.sentence) == .acknowledgements
    }
    guard telling.contains(where: { reading.has(.writingAid, inSentence: $0.mention.sentence) }) else { return false }
    let others = signals.count - telling.count
    return others == 0
      || score(
        of: signals.filter { signal in
          !telling.contains { $0.mention.tokens == signal.mention.tokens }
        }) < isReused
  }

  /// "We present X", or X before the colon of the title; of a name that nobody else knows, once is enough.
  private static func isOwnProduct(_ group: ModelGroup, _ facts: ManuscriptFacts) -> Bool {
    let presented = group.mentions.filter { isPresented($0, facts.reading) }.count
    if presented >= (facts.catalogue.isAdded(family: group.family) ? 1 : 2) { return true }
    let isTitle = group.mentions.contains { facts.title.leading.contains($0.tokens.lowerBound) }
    return isTitle && (presented >= 1 || facts.title.isSoftwarePaper)
  }

  private static func isPresented(_ mention: CandidateMention, _ reading: ReadManuscript) -> Bool {
    let start = mention.tokens.lowerBound
    return reading.cues(inSentence: mention.sentence).contains { hit in
      guard hit.cue == .selfDevelopment || hit.cue == .ownName, hit.tokens.upperBound <= start,
        start - hit.tokens.upperBound <= 4
      else { return false }
      let between = hit.tokens.upperBound..<start
      return !reading.cues(inSentence: mention.sentence).contains {
        ($0.cue == .with || $0.cue == .use) && between.contains($0.tokens.lowerBound)
      }
    }
  }

  private static func isDerivedData(_ signals: [MentionSignals], _ reading: ReadManuscript) -> Bool {
    let derived = signals.filter { reading.has(.derivedData, inSentence: $0.mention.sentence) }
    guard !derived.isEmpty else { return false }
    let rest = signals.filter { signal in !derived.contains { $0.mention.tokens == signal.mention.tokens } }
    return score(of: rest) < isMedium
  }
}

/// The names that a manuscript's title presents as its own.
struct TitleNames {
  /// First tokens of names that stand before the title's colon.
  private(set) var leading: Set<Int> = []
  /// The title reads like a software paper's: "Name: a package for …".
  private(set) var isSoftwarePaper = false

  init(in reading: ReadManuscript) {
    guard let block = reading.titleBlock else { return }
    for sentence in reading.blockSentences[block] {
      let tokens = reading.sentences[sentence].tokens
      guard
        let colon = tokens.first(where: { reading.tokens[$0].kind == .punctuation && reading.tokens[$0].key == 0x3A })
      else { continue }
      leading.formUnion(tokens.lowerBound..<colon)
      isSoftwarePaper =
        isSoftwarePaper || tokens.contains { $0 > colon && Self.productWords.contains(reading.tokens[$0].key) }
      return
    }
  }

  private static let productWords = KeySet(
    [
      "package", "library", "toolkit", "framework", "tool", "software", "toolbox", "platform", "python", "foundation",
      "model", "network", "pipeline", "deep",
    ]
    .flatMap(Lexicon.keys(of:)))
}
