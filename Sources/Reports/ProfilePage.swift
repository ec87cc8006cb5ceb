import ReportingRules

/// A profile's page: whom it is for, its editions, and what it shows.
enum ProfilePage {
  static func markdown(_ profile: Profile, accuracy: AccuracyRecord) -> String {
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
    if let measured = accuracy.profiles[audience], profile.rawValue == audience.rawValue {
      lines += [
        "",
        "**How right it is.** On \(accuracy.manuscripts) labelled manuscripts, which were looked at while the rules were made,",
        "\(measured.rightErrors) of \(measured.errors) details that errors ask for are not given, and \(measured.rightWarnings) of \(measured.warnings) that warnings do.",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
