import ReportingRules

/// Names of profiles as users write them.
package enum ProfileName {
  /// What is wrong with a name that means no profile: the editions there are, or the nearest name.
  package static func complaint(about name: String) -> String { "unknown profile '\(name)'" + hint(for: name) }

  /// "; did you mean 'science'?", "; 'science' has edition 1 only", or the names there are.
  package static func hint(for name: String) -> String {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let audience = Profile.Audience(rawValue: String(parts[0])) {
      let editions = Profile.pinned.filter { $0.audience == audience }.map { "'\($0.pinnedName)'" }
      return "; its editions are " + editions.joined(separator: " and ")
    }
    guard let nearest = NearestName.nearest(to: name, in: Profile.names) else {
      return "; known are " + Profile.allCases.map(\.rawValue).joined(separator: ", ")
    }
    return NearestName.hint(nearest)
  }
}
