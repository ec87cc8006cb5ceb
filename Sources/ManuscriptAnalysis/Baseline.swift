import Manuscripts
import ReportingRules
import ReuseDetection

/// The gaps that are known of one manuscript, each as often as it may stand.
package struct KnownGaps: Sendable, Equatable {
  package let gaps: [Gap]
  /// True for gaps of manuscripts that are gone: this one may be one of them under another name.
  package let areBorrowed: Bool

  package init(_ gaps: [Gap] = [], areBorrowed: Bool = false) {
    self.gaps = gaps
    self.areBorrowed = areBorrowed && !gaps.isEmpty
  }

  package static let none = KnownGaps()
}

/// What became of a manuscript's known gaps.
package struct BaselineOutcome: Sendable, Equatable {
  /// Known gaps that would be asked about without the baseline.
  package var hiddenCount = 0
  /// Known gaps that still stand.
  package var standing: [Gap] = []
  /// Known gaps that are there no more.
  package var resolved: [Gap] = []
  /// Known gaps whose detail is still not found, but whose sentence is gone: they are asked about as new ones.
  package var changed: [Gap] = []

  package init() {}
}

/// Holds back what a baseline knows.
///
/// A detail of a model is known while a sentence that names the model is the one recorded: another mention before it
/// does not make it new, a change to the sentence does.
struct BaselineFilter {
  private var waiting: [Gap: Int]
  private let known: KnownGaps
  private let reading: ReadManuscript
  private let models: [DetectedModel]
  private var sentences: [Int: Set<UInt64>] = [:]
  private(set) var hiddenCount = 0

  init(_ known: KnownGaps, _ reading: ReadManuscript, _ models: [DetectedModel]) {
    self.known = known
    self.reading = reading
    self.models = models
    waiting = Dictionary(known.gaps.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// True when a finding is known.
  mutating func holds(_ finding: Finding) -> Bool {
    guard take(finding.detail.rawValue, finding.model) else { return false }
    hiddenCount += 1
    return true
  }

  /// True when a question that rests on no findings is known, for every model that it concerns.
  mutating func holds(_ ask: Ask) -> Bool {
    guard ask.findings.isEmpty else { return false }
    return holds(ask.name.rawValue, ask.models, at: ask.anchor)
  }

  /// True when a remark on the source is known.
  mutating func holds(_ remark: Diagnostic) -> Bool { holds(remark.code, remark.models, at: remark.span) }

  private mutating func holds(_ what: String, _ concerned: [Int], at span: SourceSpan) -> Bool {
    guard !waiting.isEmpty else { return false }
    let before = waiting
    let isKnown =
      concerned.isEmpty
      ? take(Gap(what: what, model: "", sentence: reading.sentenceHash(at: span)))
      : concerned.allSatisfy { take(what, $0) }
    if isKnown { hiddenCount += 1 } else { waiting = before }
    return isKnown
  }

  private mutating func take(_ what: String, _ model: Int) -> Bool {
    let id = models[model].id
    return hashes(of: model).contains { take(Gap(what: what, model: id, sentence: $0)) }
  }

  private mutating func take(_ gap: Gap) -> Bool {
    guard let count = waiting[gap], count > 0 else { return false }
    waiting[gap] = count - 1
    return true
  }

  /// The sentences that name a model.
  private mutating func hashes(of model: Int) -> Set<UInt64> {
    if let known = sentences[model] { return known }
    var hashes = Set(models[model].mentions.map { reading.sentenceHash($0.sentence) })
    hashes.insert(reading.sentenceHash(at: models[model].anchor))
    sentences[model] = hashes
    return hashes
  }

  /// What became of the known gaps, once all questions were held against them.
  ///
  /// - Parameters:
  ///   - findings: all details not found, also those that settings or comments keep quiet.
  ///   - asks: all questions, likewise.
  mutating func outcome(_ findings: [Finding], _ asks: [Ask]) -> BaselineOutcome {
    var outcome = BaselineOutcome()
    guard known != .none else { return outcome }
    var left = waiting
    outcome.hiddenCount = hiddenCount
    outcome.standing = known.gaps.filter { gap in
      guard let count = left[gap], count > 0 else { return true }
      left[gap] = count - 1
      return false
    }
    guard !known.areBorrowed else { return outcome }
    var open: [String: [Int]] = [:]
    for finding in findings { open[finding.detail.rawValue, default: []].append(finding.model) }
    var unnamed: [Gap: Int] = [:]
    for ask in asks where ask.findings.isEmpty {
      open[ask.name.rawValue, default: []] += ask.models
      if ask.models.isEmpty {
        unnamed[Gap(what: ask.name.rawValue, model: "", sentence: reading.sentenceHash(at: ask.anchor)), default: 0] += 1
      }
    }
    let listed = Dictionary(known.gaps.map { ($0, 1) }, uniquingKeysWith: +)
    for (gap, count) in waiting.sorted(by: { $0.key < $1.key }) where count > 0 {
      let model = open[gap.what]?.first { models[$0].id == gap.model }
      let isQuiet = model.map { hashes(of: $0).contains(gap.sentence) } ?? false
      // What stands without a question of its own is kept quiet by a comment or by settings.
      let quiet = isQuiet ? count : min(count, max(0, (unnamed[gap] ?? 0) - ((listed[gap] ?? 0) - count)))
      outcome.standing += Array(repeating: gap, count: quiet)
      let gone = Array(repeating: gap, count: count - quiet)
      if model == nil { outcome.resolved += gone } else { outcome.changed += gone }
    }
    return outcome
  }
}

extension Analysis {
  /// Every gap that a baseline would hold: of the questions shown and of those beyond the number shown.
  package var standingGaps: [Gap] {
    var gaps: [Gap] = []
    for ask in language == "en" ? asks : [] {
      if !ask.findings.isEmpty {
        gaps += ask.findings.map { gap($0.detail.rawValue, $0.model) }
      } else if ask.models.isEmpty {
        gaps.append(Gap(what: ask.name.rawValue, model: "", sentence: reading.sentenceHash(at: ask.anchor)))
      } else {
        gaps += ask.models.map { gap(ask.name.rawValue, $0) }
      }
    }
    for remark in diagnostics where AskName(rawValue: remark.code) == nil {
      if remark.models.isEmpty {
        gaps.append(Gap(what: remark.code, model: "", sentence: reading.sentenceHash(at: remark.span)))
      } else {
        gaps += remark.models.map { gap(remark.code, $0) }
      }
    }
    return gaps.sorted()
  }

  private func gap(_ what: String, _ model: Int) -> Gap {
    Gap(what: what, model: models[model].id, sentence: reading.sentenceHash(at: models[model].anchor))
  }
}
