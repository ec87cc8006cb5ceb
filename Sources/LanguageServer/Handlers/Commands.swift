import LanguageServerWire
import ManuscriptAnalysis
import ReportingRules
import Reports

extension Session {
  static let commands: [JSONValue] = ["colophon.inventory", "colophon.explain", "colophon.reanalyse"]

  /// Runs a command: the inventory of a document's manuscript and the page of an ask come back as Markdown.
  mutating func execute(_ params: JSONValue) throws(RPCError) -> JSONValue {
    let argument = params["arguments"].array?.first?.string
    switch params["command"].string {
    case "colophon.inventory":
      guard let argument, let project = project(of: argument) else {
        throw RPCError(.invalidParams, "'colophon.inventory' needs the URI of an open manuscript")
      }
      let result = ManuscriptResult(
        name: project.loaded.path, folder: project.loaded.folder, analysis: project.analysis)
      return .string(InventoryReport.markdown(result))
    case "colophon.explain":
      guard let argument, let page = RulePage.markdown(named: argument) else {
        throw RPCError(.invalidParams, "'colophon.explain' needs the name of an ask or a detail")
      }
      return .string(page)
    case "colophon.reanalyse":
      forgetProjects()
      return .null
    default: throw RPCError(.invalidParams, "unknown command")
    }
  }
}
