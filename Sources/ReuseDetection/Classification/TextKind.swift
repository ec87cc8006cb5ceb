import Manuscripts

/// What kind of text a manuscript is.
enum TextKind {
  /// True for a text that tells of no own work, such as a review, a tutorial or a blog post on others' papers.
  ///
  /// Two signs count: sections about things, none of which is headed as own work is ("Methods", "Experimental setup",
  /// not "Numerical methods for graphs"), and the text's own word for itself ("this review").
  static func isEssay(_ reading: ReadManuscript) -> Bool {
    let sections = reading.manuscript.sections
    if isSupplement(reading) || reportsResults(reading) { return false }
    if sections.contains(where: { isOwnWork($0, in: sections) }) { return false }
    let onThings = sections.filter { $0.kind == .other || $0.kind == .methods || $0.kind == .results }.count
    return onThings >= 3 || namesItself(reading)
  }

  /// A section headed by nothing but words for own work, and not a part of a section about a thing.
  private static func isOwnWork(_ section: Section, in sections: [Section]) -> Bool {
    switch section.kind {
    case .availability: return true
    case .methods, .results: break
    case .frontMatter, .abstract, .introduction, .relatedWork, .discussion, .conclusion, .acknowledgements,
      .contributions, .appendix, .references, .other:
      return false
    }
    if let parent = section.parent, sections[parent].kind == .other, sections[parent].level > 1 { return false }
    let words = section.title.lowercased().split { !$0.isLetter }
    return !words.isEmpty && words.allSatisfy { plainWords.contains(String($0)) }
  }

  /// "We show that …", "we trained …" in the abstract of a text that does not call itself a review.
  private static func reportsResults(_ reading: ReadManuscript) -> Bool {
    let acts: CueKinds = [.result, .training, .fineTuning, .prompt]
    // "Summary" heads the end of a blog post as well.
    let opening = reading.sentences.indices.prefix { index in
      let kind = reading.sectionKind(ofSentence: index)
      return kind == .frontMatter || kind == .abstract
    }
    let inAbstract = opening.filter { reading.sectionKind(ofSentence: $0) == .abstract }
    return inAbstract.contains { index in
      reading.has(.firstPerson, inSentence: index) && !reading.kinds(inSentence: index).isDisjoint(with: acts)
    } && !inAbstract.contains { reading.has(.surveyVoice, inSentence: $0) }
  }

  /// A supplement in a file of its own has sections about things, and tells of own work all the same.
  private static func isSupplement(_ reading: ReadManuscript) -> Bool {
    guard let title = reading.titleBlock else { return false }
    return reading.blockSentences[title].contains {
      supplements.first(in: reading.sentences[$0].tokens, reading.tokens) != nil
    }
  }

  private static let supplements = CueSet(["supplementary", "supplemental", "supplement", "supporting information"])

  private static func namesItself(_ reading: ReadManuscript) -> Bool {
    reading.sentences.indices.contains { index in
      guard reading.has(.surveyVoice, inSentence: index) else { return false }
      switch reading.sectionKind(ofSentence: index) {
      case .frontMatter, .abstract, .introduction, .other: return true
      default: return false
      }
    }
  }

  private static let plainWords: Set<String> = [
    "a", "and", "of", "the", "for", "our", "on", "in", "with", "to", "star", "online", "main", "s", "material",
    "materials", "method", "methods", "methodology", "methodologies", "approach", "procedure", "procedures",
    "experiment", "experiments", "experimental", "experimentation", "setup", "set", "up", "settings", "setting",
    "design", "study", "details", "result", "results", "discussion", "evaluation", "evaluations", "evaluating",
    "analysis", "analyses", "data", "dataset", "datasets", "model", "models", "training", "implementation",
    "preprocessing", "processing", "collection", "ablation", "ablations", "studies", "baselines", "baseline",
    "metrics", "findings", "performance", "proposed", "architecture", "network", "pipeline", "system", "overview",
    "quantitative", "qualitative", "statistical", "simulation", "simulations", "computational", "comparison",
    "benchmark", "benchmarks", "prompt", "prompts", "prompting", "hyperparameters", "participants", "protocol",
  ]
}
