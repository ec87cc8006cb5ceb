import LanguageServerWire
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
import ReportingRules
import Reports

extension Session {
  static let commands: [JSONValue] = ["colophon.inventory", "colophon.explain", "colophon.reanalyse"]

  /// Runs a command.
  ///
  /// - `colophon.inventory [URI [{"show": true}]]`: the models of a manuscript as Markdown; without a URI those of all
  ///   open ones. With `show`, clients that throw the answer away are made to show it.
  /// - `colophon.explain NAME`: the page of an ask or a detail as Markdown.
  /// - `colophon.reanalyse`: everything is read again from the disk.
  mutating func execute(_ params: JSONValue) throws(RPCError) -> JSONValue {
    let arguments = params["arguments"].array ?? []
    let argument = arguments.first.flatMap { $0.string ?? $0["uri"].string }
    switch params["command"].string {
    case "colophon.inventory":
      let isShown = arguments.dropFirst().first?["show"].bool == true
      guard let argument else {
        let all = mainDocuments().compactMap { inventory(of: $0) }
        return .string(all.isEmpty ? "No manuscript is open.\n" : all.joined(separator: "\n"))
      }
      guard let inventory = inventory(of: argument) else {
        throw RPCError(.invalidParams, "'\(argument)' is no open manuscript")
      }
      if isShown { show(inventory, of: argument) }
      return .string(inventory)
    case "colophon.explain":
      guard let argument else {
        throw RPCError(.invalidParams, "'colophon.explain' needs the name of an ask or a detail")
      }
      guard let page = RulePage.markdown(named: argument) else {
        let hint = NearestName.hint(NearestName.nearest(to: argument, in: RuleNames.all))
        throw RPCError(.invalidParams, "unknown ask or detail '\(argument)'" + hint)
      }
      return .string(page)
    case "colophon.reanalyse":
      forgetProjects()
      if settings.enabled.contains(.inlayHints) || settings.enabled.contains(.codeLenses) { requestGlance() }
      return .null
    default:
      throw RPCError(.invalidParams, "unknown command '\(params["command"].string ?? "")'")
    }
  }

  /// One open document of each manuscript.
  private mutating func mainDocuments() -> [String] {
    var seen: Set<String> = []
    return documents.keys.sorted().filter { uri in
      project(of: uri).map { seen.insert($0.loaded.path).inserted } ?? false
    }
  }

  private mutating func inventory(of uri: String) -> String? {
    guard let project = project(of: uri) else { return nil }
    let name = ProjectPath.lastPart(of: project.loaded.path)
    let result = ManuscriptResult(name: name, folder: project.loaded.folder, analysis: project.analysis)
    return InventoryReport.markdown(result)
  }

  // MARK: Showing the inventory

  /// The scheme of documents that the server makes up: the inventory is one, no file is written.
  static let documentScheme = "colophon"

  /// As a document of the server's own where the client fetches such, else as a message.
  private mutating func show(_ inventory: String, of uri: String) {
    guard abilities.fetchesContent, abilities.showsDocuments, let document = documents[uri] else {
      let words = MarkupText.plain(summary(of: uri) ?? inventory)
      return notify("window/showMessage", ["type": 3, "message": .string(words)])
    }
    let file = DocumentURI.uri(ofPath: document.path).dropFirst("file://".count)
    let shown = "\(Self.documentScheme):/inventory\(file).md"
    if shownInventories.updateValue(uri, forKey: shown) != nil {
      request("workspace/textDocumentContent/refresh", ["uri": .string(shown)])
    }
    request("window/showDocument", ["uri": .string(shown), "takeFocus": true])
  }

  /// The answer to `workspace/textDocumentContent`: an inventory that was shown, as it is now.
  mutating func content(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params["uri"].string, let inventory = shownInventories[uri].flatMap({ inventory(of: $0) }) else {
      throw RPCError(.invalidParams, "no such document")
    }
    return ["text": .string(inventory)]
  }

  /// The inventory in a line for each reused model, as a message has room for.
  private mutating func summary(of uri: String) -> String? {
    guard let analysis = project(of: uri)?.analysis else { return nil }
    let lines = analysis.models.enumerated().filter { $0.element.role == .reused }.map { index, model in
      let open = analysis.questions.filter { $0.models.contains(index) }.map(\.code)
      let reuse = model.patterns.map(\.plainWords).joined(separator: ", ")
      let asked = open.isEmpty ? "" : "; asked: " + open.joined(separator: ", ")
      return "\(MarkdownText.escaped(model.name)): \(reuse)\(asked)"
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
