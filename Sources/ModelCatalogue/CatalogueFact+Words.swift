extension CatalogueFact {
  /// The variants that a name could mean.
  package var variants: [String] {
    guard kind == .variants, let colon = value.firstIndex(of: ":") else { return [] }
    return value[value.index(after: colon)...].split(separator: "|").map(String.init).filter { $0 != Self.more }
  }

  /// Stands at the end of a list of variants that is not whole.
  private static let more = "…"

  /// The dated ids that a moving name is listed beside.
  package var snapshots: [String] { kind == .moving ? value.split(separator: "|").map(String.init) : [] }

  /// The identifier of the paper as it has appeared, where the source has one.
  package var identifier: String? {
    guard kind == .published else { return nil }
    return value.split(separator: "|").first { $0.hasPrefix("doi:") || $0.hasPrefix("arXiv:") }.map(String.init)
  }

  /// Where and when a paper has appeared, where the source says so: "Science 2023".
  package var venue: String? {
    guard kind == .published, let first = value.split(separator: "|").first.map(String.init), first != identifier else {
      return nil
    }
    return first
  }

  /// "fair-esm 2.0.0, 2026-11".
  package var provenance: String { "\(source), \(date)" }

  /// The fact as a sentence without a full stop: "ESM-2 comes in six sizes, 8M to 15B".
  package var sentence: String {
    switch kind {
    case .variants: "\(subject) comes \(variantWords)"
    case .moving: "'\(subject)' is a moving name: \(place) also has \(Self.list(snapshots, limit: 3))"
    case .retired: "\(place) \(isPast ? "retired" : "retires") '\(subject)' on \(value)"
    case .published:
      "\(subject) (\(place)) has appeared" + (venue.map { " in \($0)" } ?? "") + (identifier.map { " as \($0)" } ?? "")
    case .licence: "'\(subject)' is under \(value)"
    }
  }

  /// The sentence with its source and date in brackets.
  package var sourcedSentence: String { "\(sentence) (\(provenance))" }

  /// True for a day before the month in which the source was read.
  package var isPast: Bool { value.prefix(7) < date }

  /// "in six sizes, 8M to 15B"; "with 12 models in release 2.0, among them cyto, cyto2 and nuclei".
  private var variantWords: String {
    let noun = value.prefix { $0 != ":" }
    let names = variants
    guard let first = names.first, let last = names.last else { return "in variants" }
    let count = (value.hasSuffix(Self.more) ? "at least " : "") + "\(Self.number(names.count)) \(noun)"
    if ["sizes", "depths", "versions"].contains(noun) {
      return "in \(count), " + (names.count > 2 ? "\(first) to \(last)" : "\(first) and \(last)")
    }
    return "with \(count)" + (names.count > Self.shown ? ", among them " : ": ") + Self.list(names, limit: Self.shown)
  }

  /// Variants that a sentence names.
  private static let shown = 4

  /// "a, b and c", or "a, b and 7 more".
  private static func list(_ names: [String], limit: Int) -> String {
    let kept = names.prefix(limit)
    if names.count > limit { return kept.joined(separator: ", ") }
    return kept.count > 1
      ? kept.dropLast().joined(separator: ", ") + " and " + kept[kept.count - 1] : kept.joined()
  }

  private static func number(_ count: Int) -> String {
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    return words.indices.contains(count - 2) ? words[count - 2] : String(count)
  }
}
