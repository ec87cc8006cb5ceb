import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// A format in which questions are written, manuscript by manuscript: what was written need not be kept.
///
/// The whole is the opening, the parts in the order of their manuscripts with separators between them, and the closing.
package protocol LintFormat: Sendable {
  var opening: String { get }
  var separator: String { get }

  /// What one manuscript adds, nil for nothing, not even a separator; pure, so that parts can be made side by side.
  func part(of result: ManuscriptResult) -> String?

  /// What a manuscript adds that could not be read, nil for nothing.
  ///
  /// - Parameter name: its path, never an absolute one.
  func part(ofFailed name: String, _ message: String) -> String?

  func closing(_ tally: LintTally) -> String

  /// True where the beginning depends on all manuscripts, so that nothing can be written before the end.
  var isWrittenAtOnce: Bool { get }

  /// True for what programs read: it is complete also when no manuscript could be read.
  var isForPrograms: Bool { get }

  /// All parts put together.
  func assembled(_ parts: [String], _ tally: LintTally) -> String
}

extension LintFormat {
  package var opening: String { "" }
  package var separator: String { "" }
  package var isWrittenAtOnce: Bool { false }
  package var isForPrograms: Bool { true }
  package func part(ofFailed name: String, _ message: String) -> String? { nil }
  package func closing(_ tally: LintTally) -> String { "" }

  package func assembled(_ parts: [String], _ tally: LintTally) -> String {
    opening + parts.joined(separator: separator) + closing(tally)
  }

  /// All manuscripts at once.
  package func whole(_ results: [ManuscriptResult]) -> String {
    var tally = LintTally()
    for result in results { tally.add(LintTally(result)) }
    return assembled(results.compactMap(part(of:)), tally)
  }
}

/// The numbers that a report's end needs of the manuscripts before it.
package struct LintTally: Sendable {
  package private(set) var manuscripts = 0
  package private(set) var files = 0
  /// Models that are reused.
  package private(set) var reused = 0
  /// Questions beyond the number shown.
  package private(set) var hiddenAsks = 0
  /// Manuscripts that the settings exclude.
  private(set) var excluded = 0
  /// Manuscripts that could not be read.
  private(set) var failures: [LintFailure] = []
  private(set) var baseline = BaselineTally()
  private var diagnostics: [Severity: Int] = [:]

  package init() {}

  /// The tally of a manuscript that could not be read.
  ///
  /// - Parameter path: never absolute.
  package init(failed path: String, _ message: String) {
    failures = [LintFailure(path: path, message: message)]
  }

  /// The tally of a manuscript that the settings exclude.
  package static var ofExcluded: LintTally {
    var tally = LintTally()
    tally.excluded = 1
    return tally
  }

  package init(_ result: ManuscriptResult) {
    manuscripts = 1
    files = result.analysis.reading.manuscript.files.count
    reused = result.analysis.models.filter { $0.role == .reused }.count
    hiddenAsks = result.analysis.hiddenAskCount
    baseline = BaselineTally(result.analysis)
    for diagnostic in result.analysis.diagnostics { diagnostics[diagnostic.severity, default: 0] += 1 }
  }

  package mutating func add(_ other: LintTally) {
    manuscripts += other.manuscripts
    files += other.files
    reused += other.reused
    hiddenAsks += other.hiddenAsks
    excluded += other.excluded
    failures += other.failures
    baseline.add(other.baseline)
    diagnostics.merge(other.diagnostics, uniquingKeysWith: +)
  }

  /// How many diagnostics have a severity.
  package func count(_ severity: Severity) -> Int { diagnostics[severity] ?? 0 }

  /// How many diagnostics are at or above a severity.
  package func count(from severity: Severity) -> Int {
    diagnostics.reduce(0) { $0 + ($1.key >= severity ? $1.value : 0) }
  }

  /// "2 errors, 6 warnings, 1 hint", the most severe first, each as `shown` makes it.
  func severities(_ shown: (Severity, String) -> String) -> String {
    [Severity.error, .warning, .hint].compactMap { severity in
      let count = count(severity)
      return count == 0 ? nil : shown(severity, Counting.plural(count, severity.rawValue))
    }
    .joined(separator: ", ")
  }

  /// True when a baseline holds what is resolved or asked anew.
  package var hasResolved: Bool { baseline.hasResolved }

  /// "in 4 files of 1 manuscript".
  var read: String { "in \(Counting.plural(files, "file")) of \(Counting.plural(manuscripts, "manuscript"))" }
}

/// A manuscript that could not be read.
struct LintFailure: Sendable {
  /// Never absolute.
  let path: String
  /// What was tried, without a full stop.
  let message: String
}

/// What a run has to say about baselines.
struct BaselineTally: Sendable {
  /// Answers named one by one; more are counted.
  private static let nameLimit = 5

  private var hidden = 0
  private var resolved: [String] = []
  private var changed = 0

  init() {}

  init(_ analysis: Analysis) {
    hidden = analysis.baseline.hiddenCount
    resolved = analysis.baseline.resolved.map { gap in gap.model.isEmpty ? gap.what : "\(gap.what) of \(gap.model)" }
    changed = analysis.baseline.changed.count
  }

  mutating func add(_ other: BaselineTally) {
    hidden += other.hidden
    resolved += other.resolved
    changed += other.changed
  }

  /// True when something is held back.
  var isInUse: Bool { hidden > 0 }
  var hasResolved: Bool { !resolved.isEmpty || changed > 0 }

  /// Sentences without a full stop: what is held back, and what could leave the baseline.
  var remarks: [String] {
    var remarks: [String] = []
    if hidden > 0 { remarks.append("\(Counting.plural(hidden, "known gap")) held back by the baseline") }
    if !resolved.isEmpty {
      let names = resolved.prefix(Self.nameLimit).joined(separator: ", ")
      let more = resolved.count - Self.nameLimit
      remarks.append("resolved since the baseline: \(names)\(more > 0 ? " and \(more) more" : "")")
    }
    if changed > 0 {
      remarks.append("asked anew because the sentence has changed: \(Counting.plural(changed, "known gap"))")
    }
    return remarks
  }
}
