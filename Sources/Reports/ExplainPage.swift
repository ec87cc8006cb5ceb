import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection

/// A rule's or an ask's page with examples, to which Colophon itself answers, and with what is known of its limits.
///
/// `colophon explain` prints it, and `docs/rules` holds it.
package enum ExplainPage {
  /// The page of a name, or nil for an unknown one.
  ///
  /// - Parameter accuracy: what was measured.
  package static func markdown(named name: String, accuracy: AccuracyRecord = .recorded) -> String? {
    if let detail = Detail(name: name) {
      let rule = Rule.rule(for: detail)
      return RulePage.markdown(rule) + "\n" + examples(rule) + "\n" + limits(rule, accuracy.details[detail])
    }
    if let ask = AskName(rawValue: name) {
      return ([RulePage.markdown(ask)] + [example(ask), limits(ask, accuracy)].compactMap { $0 }).joined(separator: "\n")
    }
    return Profile(rawValue: name).map { ProfilePage.markdown($0, accuracy: accuracy) }
      ?? StandardPage.markdown(named: name)
  }

  /// All names that have a page.
  package static let names = RuleNames.all + Profile.names + StandardPage.names

  /// The index of all pages: every detail with its severities and how well it was measured.
  package static func index(_ accuracy: AccuracyRecord) -> String {
    var lines = [
      "<!-- Written by `swift run generate`; do not edit. -->", "# What Colophon asks for", "",
      "\(Rule.all.count) details in \(AskName.allCases.count) questions, with the greatest severity that each profile gives;",
      "what is `report-only` is named in inventories, hovers and reports alone.",
      "A detail with fewer than \(DetailAccuracy.enough) labelled cases is a hint at most, and off in `science`.",
      "\"Not found\" is right: of the times Colophon says so for a labelled model, how often the labels agree.", "",
      "| detail | what | question | " + Profile.allCases.map(\.rawValue).joined(separator: " | ")
        + " | \"not found\" is right |",
      "|---|---|---|" + String(repeating: "---|", count: Profile.allCases.count + 1),
    ]
    for rule in Rule.all {
      let severities = Profile.allCases.map { RulePage.greatest(rule, $0).rawValue }.joined(separator: " | ")
      let ask = rule.ask.map { "`\($0.rawValue)`" } ?? "none"
      let measured = accuracy.details[rule.detail].map(\.precision) ?? "not measured"
      lines.append("| [`\(rule.name)`](\(rule.name).md) | \(rule.summary) | \(ask) | \(severities) | \(measured) |")
    }
    lines += ["", "| question | |", "|---|---|"]
    lines += AskName.allCases.map { "| [`\($0.rawValue)`](\($0.rawValue).md) | \($0.question) |" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func examples(_ rule: Rule) -> String {
    var parts = ["## Examples", ""]
    for (isFlagged, isLatex) in [(true, true), (true, false), (false, true), (false, false)] {
      guard let example = rule.examples.first(where: { $0.isFlagged == isFlagged && $0.isLatex == isLatex }) else {
        continue
      }
      parts.append("\(isFlagged ? "Asked for" : "Answered") in \(isLatex ? "LaTeX" : "Markdown"):")
      parts += ["", fenced(example), "", "Colophon's answer:", "", answer(example, rule), ""]
    }
    return parts.joined(separator: "\n")
  }

  private static func fenced(_ example: Rule.Example) -> String {
    "```\(example.isLatex ? "latex" : "markdown")\n\(plain(example).trimmed)\n```"
  }

  private static func plain(_ example: Rule.Example) -> String { example.text.filter { $0 != "⟦" && $0 != "⟧" } }

  /// What a lint says where a profile names the detail for the example, else what the inventory does.
  private static func answer(_ example: Rule.Example, _ rule: Rule) -> String {
    for profile in Profile.allCases where example.isFlagged && rule.ask != nil {
      let result = result(plain(example), isLatex: example.isLatex, profile, selecting: rule.name)
      guard result.analysis.diagnostics.contains(where: { $0.message.contains(rule.noun) }) else { continue }
      let option = profile == .science ? "" : " --profile \(profile.rawValue)"
      return transcript("lint --select \(rule.name)\(option) \(result.name)", LintReport.text([result], style: style))
    }
    let result = result(plain(example), isLatex: example.isLatex, .science, selecting: nil)
    let lines = InventoryReport.text(result).split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
    let parts = lines.compactMap { excerpt(of: $0, on: rule.name) }
    return transcript("inventory \(result.name)", parts.isEmpty ? "(nothing on `\(rule.name)`)" : parts.joined(separator: "\n"))
  }

  /// An inventory's line cut down to one detail.
  private static func excerpt(of line: Substring, on name: String) -> String? {
    guard let colon = line.firstRange(of: ": ") else { return nil }
    let items = line[colon.upperBound...].replacing("), ", with: ")\u{1}").split(separator: "\u{1}")
      .flatMap { $0.contains("(") ? split($0) : $0.split(separator: ",").map { String($0.trimmed) } }
    guard let item = items.first(where: { $0 == name || $0.hasPrefix(name + " (") }) else { return nil }
    return line[..<colon.upperBound].drop { $0 == " " } + "… " + item + " …"
  }

  /// "a, b, c (value, value)": what stands before the last item's bracket parted by commas.
  private static func split(_ text: Substring) -> [String] {
    guard let open = text.firstIndex(of: "(") else { return [String(text)] }
    let head = text[..<open].split(separator: ",").map { String($0.trimmed) }
    return head.dropLast() + [(head.last ?? "") + " " + text[open...]]
  }

  private static func transcript(_ command: String, _ output: String) -> String {
    "```\n$ colophon \(command)\n\(output.trimmed)\n```"
  }

  private static let style = TextStyle(isColoured: false, width: 100)

  /// The first example to which some profile puts the question, with what a lint says of it.
  private static func example(_ ask: AskName) -> String? {
    let ofRules = Rule.all.filter { $0.ask == ask }.flatMap(\.examples).filter { $0.isFlagged && $0.isLatex }
    for example in (ask.example.map { [$0] } ?? []) + ofRules {
      for profile in Profile.allCases {
        let result = result(plain(example), isLatex: example.isLatex, profile, selecting: ask.rawValue)
        guard !result.analysis.diagnostics.isEmpty else { continue }
        let option = profile == .science ? "" : " --profile \(profile.rawValue)"
        let output = LintReport.text([result], style: style)
        let command = "lint --select \(ask.rawValue)\(option) \(result.name)"
        return ["## Example", "", fenced(example), "", transcript(command, output)].joined(separator: "\n") + "\n"
      }
    }
    return nil
  }

  /// What is known of how often a question is right: of its details where they are measured.
  private static func limits(_ ask: AskName, _ accuracy: AccuracyRecord) -> String {
    let count = accuracy.timesPut(ask)
    var lines = [
      "## Known limits", "",
      "On the \(accuracy.manuscripts) labelled manuscripts, which were looked at while the rules were made, the profile `science`",
      count == 0 ? "never puts it." : "puts it \(Counting.times(count)).",
    ]
    let rules = Rule.all.filter { $0.ask == ask }
    let measured = rules.compactMap { rule in accuracy.details[rule.detail].map { (rule, $0) } }
    if measured.isEmpty {
      lines += ["No label says whether it is right.", ask.limit]
    } else {
      lines += ["How often its \"not found\" is right:", ""]
      lines += measured.map { rule, numbers in
        "- `\(rule.name)`: \(numbers.precision), on \(numbers.cases) labelled cases\(numbers.isEnough ? "" : ", too few for a conclusion")"
      }
      let others = rules.filter { accuracy.details[$0.detail] == nil }.map { "`\($0.name)`" }
      if !others.isEmpty { lines += ["", "Without labels: " + others.joined(separator: ", ") + "."] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func result(
    _ text: String, isLatex: Bool, _ profile: Profile, selecting name: String?
  ) -> ManuscriptResult {
    let path = isLatex ? "main.tex" : "main.md"
    var configuration = Configuration()
    configuration.profile = profile
    if let name { configuration.select = [name] }
    let project = ProjectFiles(main: [SourceFile(path: path, bytes: Array(text.utf8))])
    let reading = ManuscriptReading.reading(
      of: project, markup: isLatex ? .latex : .markdown, configuration: configuration)
    let input = AnalysisInput(project: project, reading: reading, configuration: configuration, lockfiles: [])
    return ManuscriptResult(name: path, folder: "", analysis: ManuscriptAnalyser.analyse(input))
  }

  private static func limits(_ rule: Rule, _ accuracy: DetailAccuracy?) -> String {
    var lines = ["## Known limits", ""]
    if let accuracy {
      lines += [
        "Measured on \(accuracy.cases) labelled cases that were looked at while the rules were made:",
        "when Colophon says \"not found\" it is right in \(accuracy.precision) cases (precision),",
        "and it says so in \(accuracy.recall) cases in which the text does not give the detail (recall).",
      ]
      if !accuracy.isEnough {
        lines.append("Fewer than \(DetailAccuracy.enough) cases bear no conclusion: it is a hint at most, and off in `science`.")
      }
    } else {
      lines += [
        "Not measured: no labelled case says whether this detail is given, so that it is a hint at most, and off in `science`.",
      ]
    }
    lines += [
      "", "Colophon goes by words and where they stand: a detail given in words that it does not know counts as not found,",
      "and where many models share a paragraph, one model's detail may count for its neighbour.",
      "Figures, PDF files and the targets of links are not looked at.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}

extension StringProtocol {
  /// The text without spaces and line breaks at its ends.
  fileprivate var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return self[endIndex..<endIndex]
    }
    return self[first...last]
  }
}
