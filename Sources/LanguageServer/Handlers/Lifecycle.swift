import LanguageServerWire
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts

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
    setTrace(params["trace"])
    watchedProcess = params["processId"].integer.flatMap { $0 > 0 ? $0 : nil }
    folders = (params["workspaceFolders"].array ?? []).compactMap { Self.folder(at: $0["uri"]) }
    if folders.isEmpty, let root = Self.folder(at: params["rootUri"]) { folders = [root] }
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
    beginScan(folders)
  }

  /// Asks for news of files and of settings, where the client lets itself be asked.
  private mutating func register() {
    var registrations: [JSONValue] = []
    if abilities.watchesFiles {
      let patterns = [
        "**/*.{tex,ltx,latex,bib,md,markdown,mdown,qmd,rmd,Rmd}", "**/*.toml", Lockfile.pattern,
      ]
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

  /// Reads anew what changed on the disk; of open documents the editor's text holds.
  mutating func filesChanged(_ params: JSONValue) {
    let created = JSONValue.integer(1)
    var isSomethingRead = false
    let deleted = JSONValue.integer(3)
    for change in params["changes"].array ?? [] {
      guard let path = change["uri"].string.flatMap(DocumentURI.path(of:)).map(ProjectPath.normalised) else { continue }
      scan.fileChanged(path, in: folders)
      if change["type"] == deleted { retract(change["uri"].string ?? "") }
      let isOpen = document(atPath: path).map { !$0.isSettings } ?? false
      if !isOpen || change["type"] == created { isSomethingRead = true }
    }
    guard isSomethingRead else { return }
    forgetProjects()
  }

  /// Takes back the diagnostics of a file that is gone: nobody will look at it again.
  private mutating func retract(_ uri: String) {
    guard documents[uri] == nil, published.remove(uri) != nil else { return }
    notify("textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": []])
  }

  /// A workspace folder's path: some clients put a slash behind it.
  private static func folder(at uri: JSONValue) -> String? {
    uri.string.flatMap(DocumentURI.path(of:)).map(ProjectPath.normalised)
  }

  mutating func foldersChanged(_ params: JSONValue) {
    func paths(_ key: String) -> [String] {
      (params[path: "event", key].array ?? []).compactMap { Self.folder(at: $0["uri"]) }
    }
    for folder in paths("removed") {
      folders.removeAll { $0 == folder }
      scan.remove(folder)
    }
    let new = paths("added").filter { !folders.contains($0) }
    folders += new
    beginScan(new)
    forgetMains()
  }
}
