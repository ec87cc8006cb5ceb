import ArgumentParser
import ManuscriptAnalysis
import ReportingRules
import Reports

/// `colophon explain NAME`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain an ask or a detail: what it wants, why, who asks, and what sentence satisfies it.")

  @Argument(
    help: "An ask such as which-weights, a detail such as model-version, or a model of the catalogue.",
    completion: .list(RuleNames.all))
  var name: String

  func run() throws {
    guard let page = RulePage.markdown(named: name) ?? CataloguePage.text(named: name) else {
      let hint = NearestName.hint(NearestName.nearest(to: name, in: RuleNames.all))
      Output.complain("unknown ask or detail '\(name)'\(hint)")
      throw Exit.couldNotRun
    }
    Output.write(page)
  }
}

/// `colophon rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List all asks and details with the severity that each profile gives them.")

  func run() {
    Output.write(RulesTable.text())
  }
}
