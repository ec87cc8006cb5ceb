/// How much a gap matters in a profile.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Shown in the inventory, hover and report only.
  case reportOnly = "report-only"
  case hint
  case warning
  /// Own use is certain and the gap makes the work unrepeatable.
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .reportOnly: 0
    case .hint: 1
    case .warning: 2
    case .error: 3
    }
  }
}
