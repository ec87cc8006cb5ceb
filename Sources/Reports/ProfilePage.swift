import ReportingRules

/// A profile's page: whom it is for, its editions, and what it shows.
enum ProfilePage {
  static func markdown(_ profile: Profile) -> String {
    let audience = profile.audience
    let editions = Profile.pinned.filter { $0.audience == audience }
    var lines = [
      "# \(audience.rawValue)", "", "For \(audience.readers).", "",
      "**Editions.** "
        + editions.map { "`\($0.pinnedName)`, of release \($0.release.rawValue)" }.joined(separator: "; ")
        + ". A pinned edition asks the same after an upgrade; without a number the newest one holds.", "",
      "**What \(profile.pinnedName) shows**, with the greatest severity of each detail:", "",
    ]
    for severity in [Severity.error, .warning, .hint] {
      let rules = Rule.all.filter { $0.ask != nil && RulePage.greatest($0, profile) == severity }
      if !rules.isEmpty {
        lines.append("- \(severity.rawValue): " + rules.map { "`\($0.name)`" }.joined(separator: ", "))
      }
    }
    lines += ["", "All other details are named in inventories, hovers and reports alone."]
    return lines.joined(separator: "\n") + "\n"
  }
}
