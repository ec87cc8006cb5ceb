import LanguageServerWire
import ManuscriptFiles

/// The server's name and version, as `initialize` and `--version` give them.
package enum ServerIdentity {
  package static let name = "colophon"
  package static let version = "0.1.0"
}

extension Session {
  mutating func initialize(_ params: JSONValue) -> JSONValue {
    phase = .running
    abilities = ClientAbilities(params["capabilities"])
    settings.apply(params["initializationOptions"])
    tracesVerbosely = params["trace"].string == "verbose"
    watchedProcess = params["processId"].integer
    folders = (params["workspaceFolders"].array ?? []).compactMap { $0["uri"].string.flatMap(DocumentURI.path(of:)) }
    if folders.isEmpty, let root = params["rootUri"].string.flatMap(DocumentURI.path(of:)) { folders = [root] }
    var members: [JSONValue.Member] = [
      .init("positionEncoding", .string(abilities.encoding.rawValue)),
      .init("textDocumentSync", ["openClose": true, "change": 2, "save": ["includeText": false]]),
      .init("workspace", ["workspaceFolders": ["supported": true, "changeNotifications": true]]),
    ]
    for route in Route.all {
      if let capability = route.capability(abilities) { members.append(.init(capability.key, capability.value)) }
    }
    return [
      "capabilities": .object(members),
      "serverInfo": ["name": .string(ServerIdentity.name), "version": .string(ServerIdentity.version)],
    ]
  }

  /// What follows `initialized`: registrations, the client's settings, the first scan.
  mutating func begin() {
    if abilities.watchesFiles {
      let patterns = ["**/*.{tex,bib,md,qmd,Rmd}", "**/colophon.toml"]
      let watchers = patterns.map { JSONValue.object([.init("globPattern", .string($0))]) }
      request(
        "client/registerCapability",
        [
          "registrations": [
            [
              "id": "colophon-files", "method": "workspace/didChangeWatchedFiles",
              "registerOptions": ["watchers": .array(watchers)],
            ]
          ]
        ])
    }
    requestConfiguration()
    beginScan()
  }

  private mutating func requestConfiguration() {
    guard abilities.givesConfiguration else { return }
    request("workspace/configuration", ["items": [["section": "colophon"]]], awaiting: .configuration)
  }

  mutating func configure(_ params: JSONValue) {
    let before = settings
    settings.apply(params["settings"])
    if settings != before { forgetProjects() }
    if params["settings"].isNull { requestConfiguration() }
  }

  mutating func filesChanged(_ params: JSONValue) {
    let changed = (params["changes"].array ?? []).compactMap { $0["uri"].string }
    guard !changed.allSatisfy({ documents[$0] != nil && !$0.hasSuffix("colophon.toml") }) else { return }
    forgetProjects()
    if abilities.refreshesDiagnostics, abilities.pullsDiagnostics { request("workspace/diagnostic/refresh", .null) }
  }

  mutating func foldersChanged(_ params: JSONValue) {
    let removed = (params[path: "event", "removed"].array ?? []).compactMap { $0["uri"].string }
    let added = (params[path: "event", "added"].array ?? []).compactMap { $0["uri"].string }
    folders.removeAll { removed.compactMap(DocumentURI.path(of:)).contains($0) }
    let new = added.compactMap(DocumentURI.path(of:)).filter { !folders.contains($0) }
    folders += new
    scan.folders += new
  }
}
