import ModelCatalogue

/// How many of the context cues of ambiguous names stand anywhere in a manuscript, found in one pass for all names.
struct HomonymCues: Sendable {
  struct Counts {
    var positive = 0
    var negative = 0
  }

  /// A cue of a family at a place in the text.
  struct Hit: Sendable {
    let sentence: Int
    /// Index in `owners`.
    let phrase: Int
  }

  /// The families that the cues belong to.
  private let families: [Int]
  private let owners: [(family: Int, isPositive: Bool)]
  private let cues: CueSet
  private let hits: Finds<Hit>
  private let sets: [Int: (positive: CueSet, negative: CueSet)]
  private var byFamily: [Int: Counts] = [:]

  /// - Parameters:
  ///   - families: indices in the catalogue, in ascending order.
  ///   - known: the cues of an earlier reading with the same catalogue.
  /// - Complexity: linear in the manuscript's tokens, whatever the number of families.
  init(of families: [Int], in reading: ReadManuscript, _ catalogue: Catalogue, after known: HomonymCues?) {
    self.families = families
    let isKnown = known?.families == families
    if let known, isKnown {
      (owners, cues, sets) = (known.owners, known.cues, known.sets)
    } else {
      var texts: [String] = []
      var owners: [(family: Int, isPositive: Bool)] = []
      var sets: [Int: (positive: CueSet, negative: CueSet)] = [:]
      for index in families {
        let family = catalogue.family(at: index)
        guard family.ambiguity != .none else { continue }
        let positive = Self.positive(family)
        let negative = Self.negative(family)
        texts += positive + negative
        owners += positive.map { _ in (index, true) } + negative.map { _ in (index, false) }
        sets[index] = (CueSet(positive), CueSet(negative))
      }
      (self.owners, cues, self.sets) = (owners, CueSet(texts), sets)
    }
    let cues = cues
    hits = Finds(
      inSentencesOf: reading, after: isKnown ? known?.hits : nil, sentence: \.sentence,
      moved: { Hit(sentence: $0.sentence + $1.units, phrase: $0.phrase) }
    ) { sentence, hits in
      let tokens = reading.sentences[sentence].tokens
      for phrase in cues.matches(in: tokens, reading.tokens) { hits.append(Hit(sentence: sentence, phrase: phrase)) }
    }
    for phrase in Set(hits.values.map(\.phrase)) {
      let owner = owners[phrase]
      if owner.isPositive {
        byFamily[owner.family, default: Counts()].positive += 1
      } else {
        byFamily[owner.family, default: Counts()].negative += 1
      }
    }
  }

  func counts(ofFamily index: Int) -> Counts { byFamily[index] ?? Counts() }

  /// The cues that speak for and against a family that has other meanings.
  func sets(ofFamily index: Int) -> (positive: CueSet, negative: CueSet)? { sets[index] }

  /// Words that go with the model, its longer names among them.
  private static func positive(_ family: ModelFamily) -> [String] {
    family.positiveCues + family.aliases.filter { $0.utf8.count > family.name.utf8.count + 3 }
  }

  /// Words that go with the other meanings; the name itself, in whatever case, speaks for none.
  private static func negative(_ family: ModelFamily) -> [String] {
    let names = Set(([family.name] + family.aliases).map { $0.lowercased() })
    return (family.negativeCues + family.collidesWith).filter { !names.contains($0.lowercased()) }
  }
}
