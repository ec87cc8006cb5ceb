/// What a report says of one item of a standard; it never says that a manuscript passes or fails.
package enum ItemState: String, Sendable, CaseIterable {
  /// The manuscript answers.
  case reported
  /// The manuscript says that the answer stands elsewhere.
  case delegated
  /// No answer in the files that were read.
  case notFound = "not-found"
  /// The item concerns nothing that the manuscript does.
  case notApplicable = "not-applicable"
  /// A person has to look.
  case notJudged = "not-judged"

  /// The state in words that need no legend.
  package var words: String {
    switch self {
    case .reported: "reported"
    case .delegated: "delegated"
    case .notFound: "not found in what was read"
    case .notApplicable: "not applicable"
    case .notJudged: "cannot be judged by Colophon"
    }
  }

  /// What the state means, for a legend.
  package var meaning: String {
    switch self {
    case .reported: "words that answer were found, at the place that is given; read them"
    case .delegated: "the manuscript says that the answer stands elsewhere, such as in a supplement"
    case .notFound: "no answer in the files that were read; it may stand in words or files that Colophon does not read"
    case .notApplicable: "the item concerns nothing that was found in the manuscript"
    case .notJudged: "a person has to look"
    }
  }
}

/// An editor's own answer to an item, with who gave it and why.
package struct ItemOverride: Sendable, Equatable {
  /// The item's key.
  package let item: String
  package let state: ItemState
  /// Who decided.
  package let name: String
  package let reason: String

  package init(item: String, state: ItemState, name: String, reason: String) {
    self.item = item
    self.state = state
    self.name = name
    self.reason = reason
  }
}
