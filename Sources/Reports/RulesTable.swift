import ReportingRules

/// The tables of asks and details, for the terminal and for documents.
package enum RulesTable {
  package static func text() -> String {
    var lines = ["Asks", ""]
    lines += AskName.allCases.map { pad($0.rawValue, 22) + $0.question }
    lines += [
      "",
      "Details" + String(repeating: " ", count: 21) + Profile.allCases.map { pad($0.rawValue, 14) }.joined()
        + "part of", "",
    ]
    for rule in Rule.all {
      let severities = Profile.allCases.map { pad(RulePage.greatest(rule, $0).rawValue, 14) }.joined()
      lines.append(pad(rule.name, 28) + severities + (rule.ask?.rawValue ?? "report only"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package static func markdownAsks() -> String {
    let rows = AskName.allCases.map { ask in
      "| `\(ask.rawValue)` | \(ask.question) | \(Rule.all.filter { $0.ask == ask }.map { "`\($0.name)`" }.joined(separator: ", ")) |"
    }
    return (["| ask | question | details |", "|---|---|---|"] + rows).joined(separator: "\n") + "\n"
  }

  /// The details that the default profile shows.
  package static func markdownDetails() -> String {
    let shown = Rule.all.filter { $0.ask != nil && RulePage.greatest($0, .science) > .reportOnly }
    let rows = shown.map { rule in
      let sources = AskBuilder.askedBy([rule]).joined(separator: "; ")
      return
        "| [`\(rule.name)`](docs/rules/\(rule.name).md) | \(rule.summary) | \(RulePage.greatest(rule, .science).rawValue) | \(sources) |"
    }
    return (["| detail | what | science | asked by |", "|---|---|---|---|"] + rows).joined(separator: "\n") + "\n"
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
