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
    initialOptions = params["initializationOptions"]
    settings = ServerSettings.reading([initialOptions]).settings
    tracesVerbosely = params["trace"].string == "verbose"
    watchedProcess = params["processId"].integer
    folders = (params["workspaceFolders"].array ?? []).compactMap { $0["uri"].string.flatMap(DocumentURI.path(of:)) }
    if folders.isEmpty, let root = params["rootUri"].string.flatMap(DocumentURI.path(of:)) { folders = [root] }
    var members: [JSONValue.Member] = [
      .init("positionEncoding", .string(abilities.encoding.rawValue)),
      .init("textDocumentSync", ["openClose": true, "change": 2, "save": ["includeText": false]]),
      .init(
        "workspace",
        .compact([
          "workspaceFolders": ["supported": true, "changeNotifications": true],
          "textDocumentContent": abilities.fetchesContent ? ["schemes": [.string(Self.documentScheme)]] : .null,
        ])),
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
    applySettings(.null)
    register()
    requestConfiguration()
    beginScan()
  }

  /// Asks for news of files and of settings, where the client lets itself be asked.
  private mutating func register() {
    var registrations: [JSONValue] = []
    if abilities.watchesFiles {
      let patterns = ["**/*.{tex,bib,md,qmd,Rmd}", "**/colophon.toml"]
      let watchers = patterns.map { JSONValue.object([.init("globPattern", .string($0))]) }
      registrations.append([
        "id": "colophon-files", "method": "workspace/didChangeWatchedFiles",
        "registerOptions": ["watchers": .array(watchers)],
      ])
    }
    if abilities.tellsConfiguration {
      registrations.append([
        "id": "colophon-settings", "method": "workspace/didChangeConfiguration",
        "registerOptions": ["section": "colophon"],
      ])
    }
    guard !registrations.isEmpty else { return }
    request("client/registerCapability", ["registrations": .array(registrations)])
  }

  private mutating func requestConfiguration() {
    guard abilities.givesConfiguration else { return }
    request("workspace/configuration", ["items": [["section": "colophon"]]], awaiting: .configuration)
  }

  /// Takes over pushed settings; a client that can be asked is asked, and its answer wins.
  mutating func configure(_ params: JSONValue) {
    applySettings(params["settings"])
    requestConfiguration()
  }

  /// Puts settings in force over the initialization options, and says once what is wrong with them.
  mutating func applySettings(_ sent: JSONValue) {
    let (read, complaints) = ServerSettings.reading([initialOptions, sent])
    for complaint in complaints where saidComplaints.insert(complaint).inserted {
      logger.warning("\(complaint)")
      notify("window/showMessage", ["type": 2, "message": .string("Colophon: " + complaint)])
    }
    guard read != settings else { return }
    let isGlanceSwitched = [Feature.inlayHints, .codeLenses].contains {
      read.enabled.contains($0) != settings.enabled.contains($0)
    }
    settings = read
    forgetProjects()
    if isGlanceSwitched { requestGlance() }
  }

  mutating func filesChanged(_ params: JSONValue) {
    let changed = (params["changes"].array ?? []).compactMap { $0["uri"].string }
    guard !changed.allSatisfy({ documents[$0] != nil && !$0.hasSuffix("colophon.toml") }) else { return }
    forgetProjects()
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
