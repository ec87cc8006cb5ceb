import ArgumentParser
import ManuscriptAnalysis
import ReportingRules
import Reports

/// `colophon explain NAME`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain an ask, a detail, a profile or a standard: what it wants, why, who asks, how to answer, and limits.")

  @Argument(
    help: """
      An ask such as which-weights, a detail such as model-version, a profile, a standard such as tripod-llm, or a \
      model of the catalogue.
      """,
    completion: .list(ExplainPage.names))
  var name: String

  func run() throws {
    guard let page = ExplainPage.markdown(named: name) ?? CataloguePage.text(named: name) else {
      let nearest = NearestName.nearest(to: name.lowercased(), in: ExplainPage.names)
      let advice = nearest.map { NearestName.hint($0) } ?? "; 'colophon rules' and 'colophon catalogue list' have all"
      Output.complain("unknown ask, detail, profile or standard '\(name)'\(advice)")
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
