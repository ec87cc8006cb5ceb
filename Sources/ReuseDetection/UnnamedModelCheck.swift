import Manuscripts

/// Finds models that are used and never named: "a vision-language model was queried".
package enum UnnamedModelCheck {
  package struct Place: Sendable, Equatable {
    package let span: SourceSpan
    package let text: String
  }

  /// The first place of each wording, in a manuscript that names no reused model the words could mean.
  ///
  /// A sentence counts when it tells own use in the methods or results; one that names a model, or whose neighbours in
  /// the
  /// paragraph do, has said which.
  package static func places(in reading: ReadManuscript, models: [DetectedModel]) -> [Place] {
    let reused = models.filter { $0.role == .reused }
    guard !reused.contains(where: { $0.facets.isPrompted }) else { return [] }
    let namedBlocks = Set(reused.flatMap { $0.mentions.map { reading.sentences[$0.sentence].block } })
    var seen: Set<String> = []
    var places: [Place] = []
    for (index, sentence) in reading.sentences.enumerated()
    where !namedBlocks.contains(sentence.block) && tellsOwnUse(index, reading) {
      guard let tokens = wordings.first(in: sentence.tokens, reading.tokens) else { continue }
      let text = reading.text(tokens, inBlock: sentence.block)
      guard seen.insert(text.lowercased()).inserted else { continue }
      places.append(Place(span: reading.span(tokens, inBlock: sentence.block), text: text))
    }
    return places
  }

  private static func tellsOwnUse(_ sentence: Int, _ reading: ReadManuscript) -> Bool {
    switch reading.sectionKind(ofSentence: sentence) {
    case .methods, .results, .appendix: break
    case .frontMatter, .abstract, .introduction, .relatedWork, .discussion, .conclusion, .availability,
      .acknowledgements,
      .contributions, .references, .other:
      return false
    }
    func has(_ cue: Cue) -> Bool { reading.has(cue, inSentence: sentence) }
    let isOwn = has(.firstPerson) || has(.passive)
    return isOwn && has(.prompt) && !has(.hypothetical) && !has(.negation) && !has(.otherAuthors)
      && !has(.selfDevelopment)
  }

  private static let wordings = CueSet([
    "a vision language model", "a large language model", "an llm", "a vlm", "a language model", "a multimodal model",
    "a chatbot",
    "an ai model", "generative ai", "a foundation model",
  ])
}
