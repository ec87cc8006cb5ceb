import ModelCatalogue

/// How many of the context cues of ambiguous names stand anywhere in a manuscript, found in one pass for all names.
struct HomonymCues: Sendable {
  struct Counts {
    private(set) var positive = 0
    private(set) var negative = 0

    mutating func add(isPositive: Bool) {
      if isPositive { positive += 1 } else { negative += 1 }
    }
  }

  /// A cue of a family in a sentence, which has each at most once.
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
  private var byFamily: [Int: Counts] = [:]

  /// - Parameters:
  ///   - families: indices in the catalogue, in ascending order.
  ///   - known: the cues of an earlier reading with the same catalogue.
  /// - Complexity: linear in the manuscript's tokens, whatever the number of families.
  init(of families: [Int], in reading: ReadManuscript, _ catalogue: Catalogue, after known: HomonymCues?) {
    self.families = families
    let isKnown = known?.families == families
    if let known, isKnown {
      (owners, cues) = (known.owners, known.cues)
    } else {
      var texts: [String] = []
      var owners: [(family: Int, isPositive: Bool)] = []
      for index in families {
        let family = catalogue.family(at: index)
        guard family.ambiguity != .none else { continue }
        for text in Self.positive(family) {
          texts.append(text)
          owners.append((index, true))
        }
        for text in Self.negative(family) {
          texts.append(text)
          owners.append((index, false))
        }
      }
      (self.owners, cues) = (owners, CueSet(texts))
    }
    let cues = cues
    hits = Finds(
      inSentencesOf: reading, after: isKnown ? known?.hits : nil, sentence: \.sentence,
      moved: { Hit(sentence: $0.sentence + $1.units, phrase: $0.phrase) }
    ) { sentence, hits in
      let first = hits.count
      reading.tokens.withUnsafeBufferPointer { tokens in
        cues.forEachMatch(in: reading.sentences[sentence].tokens, tokens) { phrase in
          guard !hits[first...].contains(where: { $0.phrase == phrase }) else { return }
          hits.append(Hit(sentence: sentence, phrase: phrase))
        }
      }
    }
    var isCounted = [Bool](repeating: false, count: owners.count)
    for hit in hits.values where !isCounted[hit.phrase] {
      isCounted[hit.phrase] = true
      let owner = owners[hit.phrase]
      byFamily[owner.family, default: Counts()].add(isPositive: owner.isPositive)
    }
  }

  /// The cues of a family that stand anywhere, each once.
  func counts(ofFamily index: Int) -> Counts { byFamily[index] ?? Counts() }

  /// The cues of a family that stand in a sentence, each once.
  func counts(ofFamily index: Int, inSentence sentence: Int) -> Counts {
    var counts = Counts()
    var place = Sorted.firstIndex(in: hits.values) { $0.sentence >= sentence }
    while place < hits.values.count, hits.values[place].sentence == sentence {
      let owner = owners[hits.values[place].phrase]
      if owner.family == index { counts.add(isPositive: owner.isPositive) }
      place += 1
    }
    return counts
  }

  /// Words that go with the model, its longer names among them.
  private static func positive(_ family: ModelFamily) -> [String] {
    family.positiveCues + family.aliases.filter { $0.utf8.count > family.name.utf8.count + 3 }
  }

  /// Words that go with the other meanings; the name itself, in whatever case, speaks for none.
  private static func negative(_ family: ModelFamily) -> [String] {
    (family.negativeCues + family.collidesWith).filter { cue in
      !isSame(cue, family.name) && !family.aliases.contains { isSame(cue, $0) }
    }
  }

  /// True when two texts differ at most in the case of their letters of ASCII.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count
      && zip(left.utf8, right.utf8).allSatisfy { NameKey.folded($0) ?? $0 == NameKey.folded($1) ?? $1 }
  }
}
