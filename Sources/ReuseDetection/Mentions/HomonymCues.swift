import ModelCatalogue

/// How many of the context cues of ambiguous names stand anywhere in a manuscript, found in one pass for all names.
struct HomonymCues {
  struct Counts {
    var positive = 0
    var negative = 0
  }

  private var byName: [String: Counts] = [:]

  /// - Complexity: linear in the manuscript's tokens, whatever the number of families.
  init(of families: [ModelFamily], in reading: ReadManuscript) {
    var texts: [String] = []
    var owners: [(name: String, isPositive: Bool)] = []
    for family in families where family.ambiguity != .none {
      let positive = Self.positive(family)
      let negative = Self.negative(family)
      texts += positive + negative
      owners += positive.map { _ in (family.name, true) } + negative.map { _ in (family.name, false) }
    }
    for phrase in CueSet(texts).matches(in: reading.tokens.indices, reading.tokens) {
      let owner = owners[phrase]
      if owner.isPositive {
        byName[owner.name, default: Counts()].positive += 1
      } else {
        byName[owner.name, default: Counts()].negative += 1
      }
    }
  }

  func counts(of family: ModelFamily) -> Counts { byName[family.name] ?? Counts() }

  /// Words that go with the model, its longer names among them.
  static func positive(_ family: ModelFamily) -> [String] {
    family.positiveCues + family.aliases.filter { $0.utf8.count > family.name.utf8.count + 3 }
  }

  /// Words that go with the other meanings.
  static func negative(_ family: ModelFamily) -> [String] { family.negativeCues + family.collidesWith }
}
