import Manuscripts

/// Finds two values for one quantity of one model.
///
/// Several values are normal: stages have their own learning rates, parts of the data their own sizes. So a summary
/// (abstract, introduction, conclusion) must give one value, the body one other, and neither may speak of a stage, a
/// bound or a rough number; or the text must give one value and a table of settings another.
package enum ConflictCheck {
  package struct Conflict: Sendable, Equatable {
    /// Index in the models.
    package let model: Int
    package let detail: Detail
    /// Where the body gives its value, and the words.
    package let place: SourceSpan
    package let text: String
    /// Where the other value stands, and its words.
    package let otherPlace: SourceSpan
    package let otherText: String
  }

  /// The conflicts of all reused models, in their order.
  package static func conflicts(in reading: ReadManuscript, models: [DetectedModel]) -> [Conflict] {
    models.indices.flatMap { index -> [Conflict] in
      guard models[index].role == .reused, models[index].confidence > .low else { return [] }
      let own = certain(models[index], models)
      let conflicts = kinds(of: own).compactMap { kind in
        pair(own.filter { $0.kind == kind }, reading).map { body, other in
          Conflict(
            model: index, detail: kind.quantity.detail, place: body.span, text: body.text, otherPlace: other.span,
            otherText: other.text)
        }
      }
      return conflicts + sizes(of: index, models, reading)
    }
  }

  /// What the values measure, each once, in their order.
  private static func kinds(of values: [DetailValue]) -> [DetailValue.Kind] {
    var seen: Set<DetailValue.Kind> = []
    return values.map(\.kind).filter { seen.insert($0).inserted }
  }

  /// The values that are surely the model's: it is named with them, or no other model is reused in such a way.
  private static func certain(_ model: DetectedModel, _ models: [DetectedModel]) -> [DetailValue] {
    let like = models.filter { other in
      other.role == .reused && !other.facets.patterns.isDisjoint(with: model.facets.patterns)
    }
    if like.count == 1 { return model.values }
    let named = Set(model.mentions.map(\.sentence))
    return model.values.filter { named.contains($0.sentence) }
  }

  /// The body's value and the one that differs from it; nil unless each side has exactly one.
  private static func pair(_ values: [DetailValue], _ reading: ReadManuscript) -> (DetailValue, DetailValue)? {
    let exact = values.filter { $0.amount != nil }
    guard exact.count == values.count, exact.allSatisfy({ isPlain($0.sentence, reading) }) else { return nil }
    let summary = exact.filter { place(of: $0.sentence, reading) == .summary }
    let body = exact.filter { place(of: $0.sentence, reading) == .body }
    let settings = exact.filter { place(of: $0.sentence, reading) == .settings }
    return differing(summary, body + settings) ?? differing(body, settings)
  }

  private static func differing(_ left: [DetailValue], _ right: [DetailValue]) -> (DetailValue, DetailValue)? {
    guard let one = left.first, let other = right.first, one.amount != other.amount,
      left.allSatisfy({ $0.amount == one.amount }), right.allSatisfy({ $0.amount == other.amount })
    else { return nil }
    if one.quantity == .dataItems, !isNear(one.amount, other.amount) { return nil }
    return (other, one)
  }

  /// Sizes that differ by less than half of the smaller one: others are of other data.
  private static func isNear(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return false }
    return max(left, right) < 1.5 * min(left, right)
  }

  private enum Place { case summary, body, settings, elsewhere }

  private static func place(of sentence: Int, _ reading: ReadManuscript) -> Place {
    switch reading.outline(ofSentence: sentence).form {
    case .tableRow: return isSettings(sentence, reading) ? .settings : .elsewhere
    case .code, .title, .metadata, .heading, .quotation: return .elsewhere
    case .paragraph, .listItem, .caption, .footnote: break
    }
    switch reading.sectionKind(ofSentence: sentence) {
    case .abstract, .introduction, .conclusion, .frontMatter: return .summary
    case .methods, .results, .appendix, .other: return .body
    case .relatedWork, .discussion, .availability, .acknowledgements, .contributions, .references: return .elsewhere
    }
  }

  /// A row of two cells: a setting and its value.
  private static func isSettings(_ sentence: Int, _ reading: ReadManuscript) -> Bool {
    reading.sentences[sentence].tokens.filter { reading.tokens[$0].kind == .cellBorder }.count == 1
  }

  /// No words of stages, bounds, trials or rough numbers.
  private static func isPlain(_ sentence: Int, _ reading: ReadManuscript) -> Bool {
    rough.first(in: reading.sentences[sentence].tokens, reading.tokens) == nil
  }

  private static let rough = CueSet([
    "about", "approximately", "around", "roughly", "nearly", "almost", "over", "more than", "less than", "fewer than",
    "at least", "at most", "up to", "maximum", "minimum", "max", "min", "early", "stopped", "stopping", "converge",
    "converged", "converges", "best", "after", "until", "every", "stage", "stages", "phase", "first", "second", "then",
    "warm up", "warmup", "decay", "decayed", "reduced", "initial", "final", "ablation", "ablations", "sweep", "search",
    "grid", "varied", "varying", "range", "ranging", "between", "either", "additional", "another",
    "pre training", "pretraining", "pre trained", "pretrained", "except", "whereas", "while", "instead", "compared",
    "larger", "smaller", "higher", "lower", "increase", "increased", "increasing", "respectively", "per",
  ])

  /// One size of a family in the summary, another in the body, and neither in both.
  private static func sizes(of index: Int, _ models: [DetectedModel], _ reading: ReadManuscript) -> [Conflict] {
    guard let family = models[index].family else { return [] }
    let siblings = models.indices.filter { models[$0].family == family }
    guard siblings.count == 2, let other = siblings.first(where: { $0 != index }), models[other].role == .reused else {
      return []
    }
    let own = sized(models[index])
    let others = sized(models[other])
    guard let place = own.first, let otherPlace = others.first,
      own.allSatisfy({ Self.place(of: $0.sentence, reading) == .body }),
      others.allSatisfy({ Self.place(of: $0.sentence, reading) == .summary })
    else { return [] }
    return [
      Conflict(
        model: index, detail: .modelVariant, place: place.span, text: place.surface, otherPlace: otherPlace.span,
        otherText: otherPlace.surface)
    ]
  }

  /// The mentions that name the size, which is the last part of the model's name.
  private static func sized(_ model: DetectedModel) -> [Mention] {
    guard let size = model.name.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).last else {
      return []
    }
    return model.mentions.filter { $0.surface.lowercased().contains(size) }
  }
}
