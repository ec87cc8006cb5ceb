import ReportingRules

/// What an edition of a profile gives each detail, for each kind of reuse: written down once, so that no later change
/// goes unseen.
package enum ProfileRecord {
  /// The name of an edition's record under `Tests/Fixtures/profiles`.
  package static func fileName(_ profile: Profile) -> String { "\(profile.pinnedName).txt" }

  /// One line a detail that weighs anything: its severity for each of `RulePage.typicalReuses`, `-` where it is for
  /// reports only or does not apply.
  package static func text(_ profile: Profile) -> String {
    let rows = Rule.all.compactMap { rule -> String? in
      let severities = RulePage.typicalReuses.map { reuse in
        rule.applies(reuse.facets) ? rule.severity(of: reuse.facets, in: profile) : .reportOnly
      }
      guard severities.contains(where: { $0 > .reportOnly }) else { return nil }
      return "\(rule.name): " + severities.map { $0 > .reportOnly ? $0.rawValue : "-" }.joined(separator: " ")
    }
    let head = ["# \(profile.pinnedName)"] + RulePage.typicalReuses.enumerated().map { "# \($0 + 1) \($1.words)" }
    return (head + rows).joined(separator: "\n") + "\n"
  }
}
