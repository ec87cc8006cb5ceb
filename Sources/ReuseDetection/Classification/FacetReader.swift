import Manuscripts
import ModelCatalogue

/// Reads from the text how a model was reached and what kind of use it was.
enum FacetReader {
  static func facets(
    of group: ModelGroup, _ family: ModelFamily, _ verdict: RoleVerdict, _ pattern: PatternVerdict,
    in reading: ReadManuscript
  ) -> ReuseFacets {
    let labels = Set(pattern.subLabels)
    return ReuseFacets(
      patterns: Set(pattern.patterns), subLabels: labels,
      access: access(group, family, verdict, reading), isClosed: family.isClosed,
      initialisation: pattern.initialisation,
      isPrompted: !labels.isDisjoint(with: [.prompted, .inContext])
        || family.isGenerative && labels.contains(.pipeline),
      isWrappedTool: family.kind == .tool,
      isLightFit: labels.contains(.featureExtraction) && !labels.contains(.fullFineTuning) && !labels.contains(.peft),
      knownVariantCount: group.size.isEmpty ? family.variants.count : 0, isNamed: true,
      isArchitecture: family.kind == .architecture)
  }

  private static func access(
    _ group: ModelGroup, _ family: ModelFamily, _ verdict: RoleVerdict, _ reading: ReadManuscript
  ) -> Access {
    let sentences = NumberList(verdict.signals.filter { $0.total > 0 }.map(\.mention.sentence))
    func has(_ cue: Cue) -> Bool { sentences.contains { reading.has(cue, inSentence: $0) } }
    if has(.webRun) { return .web }
    if family.kind == .service || family.isClosed { return .api }
    if has(.localRun) { return .local }
    if sentences.contains(where: { hasInterface($0, reading) }) { return .api }
    return family.kind == .weights || family.kind == .architecture ? .local : .unknown
  }

  /// Words on an API; a vendor's name alone ("the OpenAI CLIP") is none.
  private static func hasInterface(_ sentence: Int, _ reading: ReadManuscript) -> Bool {
    reading.cues(inSentence: sentence).contains {
      $0.cue == .api && ($0.tokens.count > 1 || reading.tokens[$0.tokens.lowerBound].key != vendor)
    }
  }

  private static let vendor = Lexicon.keys(of: "openai").first
}
