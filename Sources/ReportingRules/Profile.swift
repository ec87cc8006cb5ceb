/// A named set of severities for a readership, in one of its editions.
///
/// `science` is the newest edition, `science@1` the first: a paper that pins its edition is asked the same questions
/// after an upgrade. An edition goes with the release that brought it. A rule that came later weighs nothing in it; a
/// rule that weighs differently in a later edition asks for `edition` in its weighing.
package struct Profile: Sendable, Equatable, RawRepresentable, CaseIterable {
  package enum Audience: String, Sendable, CaseIterable {
    /// Any natural-science manuscript.
    case science
    /// Studies of language models in medicine (TRIPOD-LLM, MI-CLEAR-LLM).
    case clinicalLLM = "clinical-llm"
    /// Machine-learning venues (NeurIPS, ACL).
    case ml
    /// Prediction models in medicine (TRIPOD+AI).
    case clinical
    /// Medical imaging (CLAIM 2024, STARD-AI).
    case imaging

    /// Who it is for, in a few words.
    package var readers: String {
      switch self {
      case .science: "any natural-science manuscript"
      case .clinicalLLM: "studies of language models in medicine (TRIPOD-LLM, MI-CLEAR-LLM)"
      case .ml: "machine-learning venues (NeurIPS, ACL)"
      case .clinical: "prediction models in medicine (TRIPOD+AI)"
      case .imaging: "medical imaging (CLAIM 2024, STARD-AI)"
      }
    }

    /// The releases that brought its editions, the first edition first.
    var releases: [Release] {
      switch self {
      case .science: [.v01]
      case .clinicalLLM, .ml: [.v01, .v02]
      case .clinical, .imaging: [.v02]
      }
    }
  }

  package let audience: Audience
  /// From 1.
  package let edition: Int
  /// The release that brought the edition.
  package let release: Release

  package static let science = Profile(newestOf: .science)
  package static let clinicalLLM = Profile(newestOf: .clinicalLLM)
  package static let ml = Profile(newestOf: .ml)
  package static let clinical = Profile(newestOf: .clinical)
  package static let imaging = Profile(newestOf: .imaging)

  /// The newest edition for each readership.
  package static let allCases = Audience.allCases.map(Profile.init(newestOf:))

  /// Every edition for each readership, by its full name.
  package static let pinned = Audience.allCases.flatMap { audience in
    audience.releases.indices.map { Profile(audience: audience, edition: $0 + 1) }
  }

  private init(newestOf audience: Audience) {
    self.init(audience: audience, edition: audience.releases.count)
  }

  private init(audience: Audience, edition: Int) {
    self.audience = audience
    self.edition = edition
    release = audience.releases[edition - 1]
  }

  /// The profile of a name, `science` or `science@1`; nil for an unknown readership or edition.
  package init?(rawValue: String) {
    guard let known = Self.pinned.last(where: { $0.rawValue == rawValue || $0.pinnedName == rawValue }) else {
      return nil
    }
    self = known
  }

  /// The name that gives this edition today: without its number for the newest.
  package var rawValue: String { edition == audience.releases.count ? audience.rawValue : pinnedName }

  /// The name that gives this edition for good.
  package var pinnedName: String { "\(audience.rawValue)@\(edition)" }

  /// All names that are understood.
  package static let names = allCases.map(\.rawValue) + pinned.map(\.pinnedName)

  /// A readership in medicine.
  package var isClinical: Bool {
    switch audience {
    case .clinicalLLM, .clinical, .imaging: true
    case .science, .ml: false
    }
  }
}

/// A release of the program that brought rules or editions of profiles.
package enum Release: String, Sendable, CaseIterable, Comparable {
  case v01 = "0.1"
  case v02 = "0.2"

  package static func < (left: Release, right: Release) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .v01: 1
    case .v02: 2
    }
  }
}
