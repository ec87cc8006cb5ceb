import ReportingRules
import ReuseDetection

/// `docs/standards.md`: for each standard, which items Colophon looks at and which it cannot.
package enum StandardsPage {
  package static let path = "docs/standards.md"

  package static func markdown() -> String {
    var lines = [
      "<!-- Written by `swift run generate` from Sources/ReportingRules/Checklists; do not edit. -->",
      "# What Colophon looks at, standard by standard", "",
      "`colophon report PATH --standard NAME` fills these lists from a manuscript; `docs/report.md` says how.",
      "The wording is ours: read the standard itself before you quote it.",
      "A number is given only where a public copy of the standard confirms it; the items keep the standard's order.",
      "Details with an asterisk are looked for by rules that fewer than \(DetailAccuracy.enough) labelled cases have measured.",
      "",
      "| standard | `--standard` | items | Colophon looks at | a person has to |", "|---|---|---:|---:|---:|",
    ]
    for checklist in Checklist.allCases {
      let judged = checklist.items.filter(\.isJudged).count
      lines.append(
        "| \(checklist.title) | `\(checklist.rawValue)` | \(checklist.items.count) | \(judged) | \(checklist.items.count - judged) |"
      )
    }
    for checklist in Checklist.allCases {
      lines += ["", "## \(checklist.title)", "", checklist.purpose]
      if let standard = checklist.standard {
        lines += ["Found under \(standard.identifier); edition: \(standard.edition)."]
      }
      lines += sections(of: checklist, level: "###")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The items of a checklist, a table for each section.
  static func sections(of checklist: Checklist, level: String) -> [String] {
    var lines: [String] = []
    for section in checklist.sections {
      lines += [
        "", "\(level) \(section.title)", "", "| item | key | asks for | answered by | not looked at |",
        "|---|---|---|---|---|",
      ]
      lines += section.items.map(row)
    }
    return lines
  }

  private static func row(_ item: ChecklistItem) -> String {
    let details = item.details.map { "`\($0.rawValue)`" + (Rule.rule(for: $0).isAnswerMeasured ? "" : "*") }.joined(
      separator: ", ")
    let answer = item.isJudged ? details : "a person"
    return "| \(item.number ?? "") | `\(item.key)` | \(item.topic) | \(answer) | \(item.limit) |"
  }
}
