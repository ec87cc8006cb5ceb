import Manuscripts
import ModelCatalogue

/// What the configuration and the suppression comments say about models.
package struct DetectionOptions: Sendable, Equatable {
  /// Names, as written, of models that are only discussed.
  package var discussed: Set<String> = []
  /// Names, as written, that are no models here.
  package var notModels: Set<String> = []
  /// The details to look for; others are absent from the models.
  package var details = Self.allDetails

  /// Made once: options are read at every keystroke.
  private static let allDetails = Set(Detail.allCases)

  package init() {}
}

/// What was detected in a manuscript.
package struct Detection: Sendable {
  /// In order of first mention, classified, with their details.
  package let models: [DetectedModel]
  /// In reading order.
  package let placeholders: [PlaceholderCheck.Place]
  /// In reading order.
  package let hubAddresses: [HubAddress]
  package let memo: DetectionMemo
}

/// What a later detection can take over: what single sentences say, whatever stands around them.
package struct DetectionMemo: Sendable {
  let forms: FormFinds
  let names: [UserModel]
  /// The catalogue with the names found by their form.
  let catalogue: Catalogue
  let candidates: Finds<CandidateMention>
  let cues: HomonymCues
  let common: CommonStatements
  let placeholders: Finds<PlaceholderCheck.Find>
  let hubAddresses: Finds<HubAddress>
  fileprivate(set) var mentions: MentionReadings?
}

/// The way from a read manuscript to classified models.
package enum ReuseDetector {
  /// - Parameter known: what an earlier detection with the same catalogue left; the result is the same without.
  package static func detection(
    in reading: ReadManuscript, catalogue: Catalogue, options: DetectionOptions, after known: DetectionMemo? = nil
  ) -> Detection {
    var memo = memo(of: reading, catalogue, after: known)
    let read = memo.candidates.values.filter { MentionFinder.isRead($0, in: reading) }
    let accepted = HomonymFilter(reading, memo.catalogue, memo.cues).accepted(read)
    let facts = ManuscriptFacts(
      reading, MentionNeighbours(accepted), TitleNames(in: reading), memo.common, memo.catalogue)
    let readings = MentionReadings(of: accepted, facts, after: memo.mentions)
    memo.mentions = readings
    let groups = ModelGrouping.groups(of: accepted, readings, memo.catalogue)
    let context = DetectionContext(facts, readings, options, groups)
    var models = groups.compactMap { context.model(of: $0) }
    models = completed(models, in: reading, memo, lookingFor: options.details)
    let placeholders = PlaceholderCheck.places(of: Array(memo.placeholders.values), in: reading)
    return Detection(
      models: models, placeholders: placeholders, hubAddresses: memo.hubAddresses.values, memo: memo)
  }

  /// The models with those details looked for that they do not have yet.
  package static func completed(
    _ models: [DetectedModel], in reading: ReadManuscript, _ memo: DetectionMemo, lookingFor details: Set<Detail>
  ) -> [DetectedModel] {
    let recognisers = DetailRecogniser.all.filter { details.contains($0.detail) }
    let ground = DetailGround(models, in: reading, lookingFor: details)
    var completed = models
    for index in models.indices where models[index].role == .reused {
      let query = DetailQuery(model: models[index], index: index, reading: reading, catalogue: memo.catalogue)
      completed[index] = DetailRecogniser.completed(query, recognisers, on: ground)
    }
    return completed
  }

  private static func memo(
    of reading: ReadManuscript, _ catalogue: Catalogue, after known: DetectionMemo?
  ) -> DetectionMemo {
    let forms = FormFinds(in: reading, after: known?.forms)
    let names = FormNames(forms, in: reading, catalogue).names
    // Other names may be found in any sentence.
    let same = known.flatMap { $0.names == names ? $0 : nil }
    var extended = same?.catalogue ?? catalogue.adding(names)
    let candidates = MentionFinder.candidates(in: reading, catalogue: extended, after: same?.candidates)
    let families = Set(candidates.values.map(\.family)).sorted()
    extended.remember(families)
    return DetectionMemo(
      forms: forms, names: names, catalogue: extended, candidates: candidates,
      cues: HomonymCues(of: families, in: reading, extended, after: same?.cues),
      common: CommonStatements(in: reading, after: known?.common),
      placeholders: PlaceholderCheck.finds(in: reading, after: known?.placeholders),
      hubAddresses: HubAddress.finds(in: reading, after: known?.hubAddresses), mentions: same?.mentions)
  }
}

/// What the classification of every group shares.
struct DetectionContext {
  private let facts: ManuscriptFacts
  private let readings: MentionReadings
  private var reading: ReadManuscript { facts.reading }
  private var catalogue: Catalogue { facts.catalogue }
  private let discussed: Set<[UInt64]>
  private let notModels: Set<[UInt64]>
  /// The families that the text names in several sizes.
  private let severalSizes: Set<Int>
  /// The first tokens of all mentions by sentence.
  private let starts: NumberTable<Int>

  init(_ facts: ManuscriptFacts, _ readings: MentionReadings, _ options: DetectionOptions, _ groups: [ModelGroup]) {
    self.facts = facts
    self.readings = readings
    starts = NumberTable(groups.flatMap { $0.mentions.map { ($0.sentence, $0.tokens.lowerBound) } })
    let sized = groups.filter { !$0.size.isEmpty }.map { ($0.family, 1) }
    severalSizes = Set(Dictionary(sized, uniquingKeysWith: +).filter { $0.value > 1 }.keys)
    discussed = Set(options.discussed.map { Lexicon.keys(of: $0.lowercased()) })
    notModels = Set(options.notModels.map { Lexicon.keys(of: $0.lowercased()) })
  }

  /// The classified model of a group; nil for a name that the author says is no model.
  func model(of group: ModelGroup) -> DetectedModel? {
    let family = catalogue.family(at: group.family)
    let entries = group.mentions.map(readings.entry(of:))
    guard !isSaid(of: entries, family, in: notModels) else { return nil }
    var verdict = RoleClassifier.verdict(
      on: group, saying: entries.map(\.signals), facts, minimum: minimum(for: group))
    if isSaid(of: entries, family, in: discussed) {
      verdict = RoleVerdict(role: .discussed, confidence: .high, signals: verdict.signals, score: verdict.score)
    }
    return model(of: group, family, entries.map(mention), verdict)
  }

  /// True when the author lists the model by one of its spellings or by its family's name.
  private func isSaid(of entries: [MentionReadings.Entry], _ family: ModelFamily, in listed: Set<[UInt64]>) -> Bool {
    guard !listed.isEmpty else { return false }
    return (entries.map(\.text) + [family.name]).contains { listed.contains(Lexicon.keys(of: $0.lowercased())) }
  }

  /// Names found by their form alone must be spoken of more clearly than those the catalogue knows, unless the form is
  /// that of a checkpoint's id; so must all names in a text that tells of no own work.
  private func minimum(for group: ModelGroup) -> Double {
    if facts.isEssay { return RoleClassifier.isMedium }
    guard catalogue.isAdded(family: group.family) else { return RoleClassifier.isReused }
    let family = catalogue.family(at: group.family)
    let isIdentifier = !family.aliases.isEmpty || family.name.utf8.allSatisfy { !(0x41...0x5A).contains($0) }
    return isIdentifier ? RoleClassifier.isReused : RoleClassifier.isMedium
  }

  private func model(
    of group: ModelGroup, _ family: ModelFamily, _ mentions: [Mention], _ verdict: RoleVerdict
  ) -> DetectedModel {
    let name = ModelGrouping.name(of: group, readings, catalogue)
    var classifier = PatternClassifier(
      group, family, verdict: verdict, common: facts.common, others: starts, in: reading)
    let pattern = classifier.verdict()
    let isReused = verdict.role == .reused
    let facets = FacetReader.facets(of: group, family, verdict, pattern, in: reading)
    return DetectedModel(
      id: Self.identifier(of: name), name: name, family: catalogue.isAdded(family: group.family) ? nil : group.family,
      surfaces: surfaces(of: mentions), role: verdict.role, patterns: isReused ? pattern.patterns : [],
      subLabels: isReused ? pattern.subLabels : [],
      step: isReused ? StepClassifier.step(verdict, pattern, in: reading) : nil,
      confidence: confidence(verdict, pattern, family), anchor: anchor(verdict, group),
      evidence: evidence(verdict, pattern), mentions: mentions, score: verdict.score,
      facets: facets, details: [:])
  }

  /// An architecture whose initialisation the text leaves open is a question, not a verdict.
  private func confidence(_ verdict: RoleVerdict, _ pattern: PatternVerdict, _ family: ModelFamily) -> Confidence {
    guard verdict.role == .reused else { return verdict.confidence }
    if family.kind == .architecture, pattern.patterns == [.conceptual], pattern.initialisation == .unknown {
      return .low
    }
    // Two patterns at once are two chances to be wrong.
    return pattern.isCertain && pattern.patterns.count == 1 ? verdict.confidence : min(verdict.confidence, .medium)
  }

  /// Each spelling once.
  private func surfaces(of mentions: [Mention]) -> [String] {
    var seen: Set<String> = []
    var surfaces: [String] = []
    // Most mentions of a model write the same.
    for mention in mentions where mention.surface != surfaces.last && seen.insert(mention.surface).inserted {
      surfaces.append(mention.surface)
    }
    return surfaces
  }

  private func mention(_ entry: MentionReadings.Entry) -> Mention {
    let mention = entry.mention
    return Mention(
      span: WrittenName(mention, in: reading).span, surface: entry.text, sentence: mention.sentence,
      tokens: mention.tokens, checkpoint: mention.checkpoint, signals: entry.signals.signals)
  }

  /// The first mention that tells of own use, in reading order.
  ///
  /// Behind the others stand mentions that name less than the model ("X-based", the family for one of its sizes), the
  /// announcements of introductions, headings and titles.
  private func anchor(_ verdict: RoleVerdict, _ group: ModelGroup) -> SourceSpan {
    let best = verdict.signals.map(\.total).max() ?? 0
    let telling = verdict.signals.filter { $0.total >= min(best, Self.tellsUse) }
    let chosen = telling.min { place($0, group) < place($1, group) } ?? verdict.signals[0]
    return WrittenName(chosen.mention, in: reading).span
  }

  /// The signals that a mention must add up to for a diagnostic to stand there: a little less than what a reuse needs,
  /// as the first item of a list or the abstract is where the author looks.
  private static let tellsUse = 1.8

  private func place(_ signals: MentionSignals, _ group: ModelGroup) -> Int {
    var rank = 0
    switch reading.outline(ofSentence: signals.mention.sentence).form {
    case .paragraph, .listItem, .footnote, .quotation, .tableRow, .caption, .code: break
    case .heading: rank = 2
    case .title, .metadata: rank = 4
    }
    switch reading.sectionKind(ofSentence: signals.mention.sentence) {
    case .introduction, .relatedWork: rank = max(rank, 1)
    default: break
    }
    let isNamed =
      !severalSizes.contains(group.family)
      || ModelGrouping.namesSize(signals.mention, of: group, readings)
    if !isNamed || signals.signals.contains(.derivative) { rank = max(rank, 1) }
    return rank << 32 + signals.mention.tokens.lowerBound
  }

  /// The three most telling places, of which those that speak against a reuse are no evidence for it; then what decided
  /// the pattern.
  private func evidence(_ verdict: RoleVerdict, _ pattern: PatternVerdict) -> [Evidence] {
    var seen: Set<Int> = []
    var evidence: [Evidence] = []
    for signals in strongest(verdict.signals) where verdict.role != .reused || signals.total > 0 || evidence.isEmpty {
      guard seen.insert(signals.mention.sentence).inserted else { continue }
      let cue = signals.signals.max { $0.weight < $1.weight }?.rawValue ?? "named"
      evidence.append(self.evidence(sentence: signals.mention.sentence, cue: cue))
    }
    for (sentence, cue) in pattern.evidence where verdict.role == .reused && seen.insert(sentence).inserted {
      evidence.append(self.evidence(sentence: sentence, cue: cue))
      if evidence.count >= 6 { break }
    }
    return evidence
  }

  /// The three mentions that say most, of equals the first.
  private func strongest(_ signals: [MentionSignals]) -> [MentionSignals] {
    var left = Array(signals.indices)
    var strongest: [MentionSignals] = []
    while strongest.count < 3, let place = left.indices.max(by: { signals[left[$0]].total < signals[left[$1]].total }) {
      strongest.append(signals[left.remove(at: place)])
    }
    return strongest
  }

  private func evidence(sentence: Int, cue: String) -> Evidence {
    Evidence(span: reading.span(ofSentence: sentence), text: clipped(reading.text(ofSentence: sentence)), cue: cue)
  }

  /// At most 240 characters: evidence is a pointer, not a copy of the manuscript.
  private func clipped(_ text: String) -> String {
    guard text.utf8.count > 240 else { return text }
    // Signs of ASCII are a character each, but for the last, which may have an accent behind it.
    let plain = text.utf8.prefix(240).prefix { $0 < 0x80 && $0 != 0x0D }.count
    let counted = max(0, plain - 1)
    let start = text.utf8.index(text.startIndex, offsetBy: counted)
    guard let end = text.index(start, offsetBy: 240 - counted, limitedBy: text.endIndex), end < text.endIndex else {
      return text
    }
    return text[..<text.index(before: end)] + "…"
  }

  private static func identifier(of name: String) -> String {
    var id = ""
    var isParted = false
    for scalar in name.lowercased().unicodeScalars {
      let isLetter = scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isAlphabetic
      guard isLetter || ("0"..."9").contains(scalar) || scalar == "." || scalar == "+" else {
        isParted = true
        continue
      }
      if isParted, !id.isEmpty { id.append("-") }
      isParted = false
      id.unicodeScalars.append(scalar)
    }
    return id
  }
}
