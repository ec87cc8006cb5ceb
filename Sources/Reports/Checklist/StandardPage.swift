import ReportingRules
import ReuseDetection

/// A standard's page: what it is, where it stands, which of its items Colophon looks at and which it cannot.
enum StandardPage {
  /// The names of all checklists and standards.
  static let names = Checklist.allCases.map(\.rawValue).filter { $0 != Checklist.science.rawValue }
    + Standard.allCases.filter { checklist(of: $0) == nil }.map(\.name)

  /// The page of a checklist's or a standard's name, in any case; nil for another name.
  static func markdown(named name: String) -> String? {
    let folded = name.lowercased()
    let standard =
      Checklist(rawValue: folded)?.standard
      ?? Standard.allCases.first { $0.name == folded || $0.rawValue.lowercased() == folded }
    return standard.map(markdown)
  }

  private static func checklist(of standard: Standard) -> Checklist? {
    Checklist.allCases.first { $0.standard == standard }
  }

  private static func markdown(_ standard: Standard) -> String {
    var lines = [
      "# \(standard.rawValue)", "", standard.purpose, "",
      "**Where it stands.** \(standard.identifier); edition: \(standard.edition).", "",
      "The wording below is ours, and numbers are given only where a public copy confirms them: read the standard itself",
      "before you quote it.",
    ]
    guard let checklist = checklist(of: standard) else {
      return (lines + mentions(of: standard)).joined(separator: "\n") + "\n"
    }
    let judged = checklist.items.filter(\.isJudged).count
    lines += [
      "",
      "Of its \(checklist.items.count) items Colophon looks at \(judged); \(checklist.items.count - judged) need a person.",
      "", "    colophon report paper.tex --standard \(checklist.rawValue)", "",
      "fills them from a manuscript, in the order of the profile `\(checklist.profile.rawValue)`.",
      "A detail with an asterisk is looked for by a rule that fewer than \(DetailAccuracy.enough) labelled cases have measured.",
    ]
    return (lines + StandardsPage.sections(of: checklist, level: "##")).joined(separator: "\n") + "\n"
  }

  /// The details that name a standard of which no checklist is filled.
  private static func mentions(of standard: Standard) -> [String] {
    let rows = Rule.all.flatMap { rule in
      rule.sources.filter { $0.standard == standard }.map { "| \($0.item ?? "") | `\(rule.name)` | \(rule.summary) |" }
    }
    return [
      "", "Colophon fills no checklist of it: `colophon report` has none by this name.",
      "These details name it as a source, with the item where that is confirmed:", "", "| item | detail | what |",
      "|---|---|---|",
    ] + rows + ["", "What else it asks for, Colophon does not look at."]
  }
}
