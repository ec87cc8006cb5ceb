/// A value of the catalogue with how well it is founded.
package struct Fact: Sendable, Equatable {
  package enum Status: String, Sendable {
    /// The value stands in a public source.
    case confirmed
    /// From memory or a guess: it serves matching and is never shown.
    case unconfirmed
  }

  private let value: String
  package let status: Status

  init(_ value: String, _ status: Status) {
    self.value = value
    self.status = status
  }

  /// The value, when it may be shown to a user.
  package var confirmedValue: String? { status == .confirmed && !value.isEmpty ? value : nil }

}

/// A family of models: one name, its spellings and what is known of it.
package struct ModelFamily: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// Released weights.
    case weights
    /// A design that is trained anew as often as its released weights are taken.
    case architecture
    /// Reached through a vendor's interface only.
    case service
    /// Software or a server that carries weights inside.
    case tool
    /// A measure computed by a model.
    case metric
  }

  package enum Ambiguity: String, Sendable {
    case none
    /// The name is a word with another meaning.
    case word
    /// The letters stand for other things too.
    case acronym
  }

  package let name: String
  package let aliases: [String]
  package let modality: String
  package let kind: Kind
  /// True for models whose output is free text: prompts and sampling decide what they say.
  package let isGenerative: Bool
  /// True when the weights cannot be had.
  package let isClosed: Bool
  package let variants: [String]
  package let hub: Fact
  /// `arXiv:` or `doi:` and the identifier.
  package let paper: Fact
  /// The year of the first paper or release, or nil.
  package let year: Int?
  package let licence: Fact
  package let ambiguity: Ambiguity
  package let collidesWith: [String]
  package let positiveCues: [String]
  package let negativeCues: [String]
  /// True when the name stands in a public source; others serve finding only.
  package let isNamedBySource: Bool
  /// Where the row comes from.
  package let source: String

  init(
    name: String, aliases: [String], modality: String, kind: Kind, isClosed: Bool, variants: [String], hub: Fact,
    paper: Fact, year: Int?, licence: Fact, ambiguity: Ambiguity, collidesWith: [String], positiveCues: [String],
    negativeCues: [String], isNamedBySource: Bool, source: String
  ) {
    self.name = name
    self.aliases = aliases
    self.modality = modality
    self.kind = kind
    // A service that returns vectors says nothing.
    isGenerative =
      (kind == .service || Self.languageModel.finds(in: modality)) && !Self.embedding.finds(in: name)
    self.isClosed = isClosed
    self.variants = variants
    self.hub = hub
    self.paper = paper
    self.year = year
    self.licence = licence
    self.ambiguity = ambiguity
    self.collidesWith = collidesWith
    self.positiveCues = positiveCues
    self.negativeCues = negativeCues
    self.isNamedBySource = isNamedBySource
    self.source = source
  }

  private static let languageModel = LetterSearch("llm")
  private static let embedding = LetterSearch("embed")
}

/// An id that pins a model more closely than its family's name: a hub id, an API snapshot, a weight file.
package struct ModelCheckpoint: Sendable, Equatable {
  package let id: String
  package let family: String
  package let host: String
  /// `YYYY-MM` or `YYYY-MM-DD`, or empty.
  package let released: String
  package let source: String
  /// True when a public source lists it; others serve matching and are never shown.
  package let isListed: Bool
  /// True when the id itself pins one state of the weights: a dated snapshot, a versioned release or a weight file.
  package let isPinned: Bool
}

/// A name that is not in the catalogue, from the configuration or found by its form.
package struct UserModel: Sendable, Equatable {
  package let name: String
  package let aliases: [String]

  package init(name: String, aliases: [String]) {
    self.name = name
    self.aliases = aliases
  }
}
