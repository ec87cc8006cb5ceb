import LanguageServerWire

/// A method that the server knows.
struct Route: Sendable {
  typealias Answer = @Sendable (inout Session, JSONValue) throws(RPCError) -> JSONValue
  typealias Change = @Sendable (inout Session, JSONValue) -> Void

  enum Kind: Sendable {
    case request(Answer)
    case notification(Change)
  }

  let method: String
  let kind: Kind
  /// The switch that turns it off: it then answers null, which stands for "nothing" in each of these requests.
  let feature: Feature?
  /// What the server says of it in answer to `initialize`: a key of `ServerCapabilities` and its value.
  let capability: @Sendable (ClientAbilities) -> (key: String, value: JSONValue)?

  private init(
    _ method: String, _ kind: Kind, _ feature: Feature?,
    _ capability: @escaping @Sendable (ClientAbilities) -> (String, JSONValue)?
  ) {
    self.method = method
    self.kind = kind
    self.feature = feature
    self.capability = capability
  }

  static func request(
    _ method: String, _ key: String? = nil, _ value: JSONValue = true, switch feature: Feature? = nil,
    _ answer: @escaping Answer
  ) -> Route {
    Route(method, .request(answer), feature) { _ in key.map { ($0, value) } }
  }

  static func notification(_ method: String, _ change: @escaping Change) -> Route {
    Route(method, .notification(change), nil) { _ in nil }
  }

  /// Every method, once.
  static let all: [Route] = [
    .request("shutdown") { (session, _) throws(RPCError) in
      session.phase = .shutDown
      return .null
    },
    .notification("initialized") { session, _ in session.begin() },
    .notification("$/setTrace") { session, params in session.setTrace(params["value"]) },
    .notification("$/cancelRequest") { _, _ in },
    .notification("window/workDoneProgress/cancel") { session, params in session.cancelProgress(params) },
    .notification("textDocument/didOpen") { session, params in session.open(params) },
    .notification("textDocument/didChange") { session, params in session.change(params) },
    .notification("textDocument/didSave") { session, params in session.save(params) },
    .notification("textDocument/didClose") { session, params in session.close(params) },
    .notification("workspace/didChangeConfiguration") { session, params in session.configure(params) },
    .notification("workspace/didChangeWatchedFiles") { session, params in session.filesChanged(params) },
    .notification("workspace/didChangeWorkspaceFolders") { session, params in session.foldersChanged(params) },
    .request(
      "textDocument/diagnostic", "diagnosticProvider",
      ["identifier": "colophon", "interFileDependencies": true, "workspaceDiagnostics": true]
    ) { (session, params) throws(RPCError) in try session.pulledDiagnostics(params) },
    .request("workspace/diagnostic") { (session, params) throws(RPCError) in session.workspaceDiagnostics(params) },
    .request("textDocument/hover", "hoverProvider", switch: .hover) { (session, params) throws(RPCError) in
      try session.hover(params)
    },
    .request(
      "textDocument/codeAction", "codeActionProvider",
      ["codeActionKinds": .array(Session.codeActionKinds), "resolveProvider": true], switch: .codeActions
    ) { (session, params) throws(RPCError) in try session.codeActions(params) },
    .request("codeAction/resolve") { (session, params) throws(RPCError) in try session.resolvedCodeAction(params) },
    .request("textDocument/documentHighlight", "documentHighlightProvider", switch: .highlights) {
      (session, params) throws(RPCError) in
      try session.highlights(params)
    },
    .request("textDocument/references", "referencesProvider", switch: .references) {
      (session, params) throws(RPCError) in
      try session.references(params)
    },
    .request("textDocument/definition", "definitionProvider", switch: .definition) {
      (session, params) throws(RPCError) in
      try session.definition(params)
    },
    .request("textDocument/documentLink", "documentLinkProvider", ["resolveProvider": false], switch: .documentLinks) {
      (session, params) throws(RPCError) in try session.links(params)
    },
    .request(
      "textDocument/completion", "completionProvider",
      ["triggerCharacters": .array(Session.completionTriggers), "resolveProvider": true], switch: .completion
    ) { (session, params) throws(RPCError) in try session.completions(params) },
    .request("completionItem/resolve") { (session, params) throws(RPCError) in try session.resolveCompletion(params) },
    .request("textDocument/inlayHint", "inlayHintProvider", switch: .inlayHints) { (session, params) throws(RPCError) in
      try session.inlayHints(params)
    },
    .request("textDocument/codeLens", "codeLensProvider", ["resolveProvider": false], switch: .codeLenses) {
      (session, params) throws(RPCError) in try session.codeLenses(params)
    },
    .request("workspace/textDocumentContent") { (session, params) throws(RPCError) in try session.content(params) },
    .request("workspace/executeCommand", "executeCommandProvider", ["commands": .array(Session.commands)]) {
      (session, params) throws(RPCError) in try session.execute(params)
    },
  ]

  private static let byMethod = Dictionary(uniqueKeysWithValues: all.map { ($0.method, $0) })

  static func named(_ method: String) -> Route? { byMethod[method] }
}

extension Session {
  mutating func answer(_ id: JSONValue, _ result: Result<JSONValue, RPCError>) {
    switch result {
    case .success(let value): outgoing.append(["jsonrpc": "2.0", "id": id, "result": value])
    case .failure(let error): outgoing.append(["jsonrpc": "2.0", "id": id, "error": error.json])
    }
  }

  mutating func handle(request method: String, id: JSONValue, _ params: JSONValue) {
    trace("request \(method)", params)
    let result: Result<JSONValue, RPCError>
    switch (phase, method) {
    case (.new, "initialize"): result = .success(initialize(params))
    case (.new, _): result = .failure(RPCError(.serverNotInitialized, "'initialize' must come first"))
    case (.shutDown, _): result = .failure(RPCError(.invalidRequest, "the server is shutting down"))
    case (.running, "initialize"): result = .failure(RPCError(.invalidRequest, "'initialize' came before"))
    case (.running, _):
      guard let route = Route.named(method), case .request(let answer) = route.kind else {
        result = .failure(RPCError(.methodNotFound, "'\(method)' is not supported"))
        break
      }
      if let feature = route.feature, !settings.enabled.contains(feature) {
        result = .success(.null)
        break
      }
      do { result = .success(try answer(&self, params)) } catch { result = .failure(error) }
    }
    self.answer(id, result)
  }

  mutating func handle(notification method: String, _ params: JSONValue) {
    guard phase == .running else { return }
    guard let route = Route.named(method), case .notification(let change) = route.kind else {
      return trace("ignored \(method)", params)
    }
    trace("notification \(method)", params)
    change(&self, params)
  }

  /// Takes the client's answer to a request of ours; what it refuses is left undone.
  mutating func take(_ result: JSONValue, error: JSONValue = .null, answering id: JSONValue) {
    guard let number = id.integer, let awaited = takeAwaited(number) else { return }
    guard error.isNull else { return logger.info("refused: \(error["message"].string ?? "no reason given")") }
    switch awaited {
    case .ignored: break
    case .progress(let token): beginProgress(token)
    case .configuration:
      if let section = result.array?.first, !section.isNull { applySettings(section) }
    }
  }
}
