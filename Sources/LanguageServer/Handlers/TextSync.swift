import LanguageServerWire

extension Session {
  mutating func open(_ params: JSONValue) {
    let item = params["textDocument"]
    guard let uri = item["uri"].string, let text = item["text"].string else { return }
    let document = OpenDocument(
      uri: uri, languageID: item["languageId"].string ?? "", version: item["version"].integer ?? 0, text: text,
      encoding: abilities.encoding)
    documents[uri] = document
    stale.insert(uri)
    // What was said of the file while it was closed is replaced, or taken back where nothing is said any more.
    if publishedClosed.removeValue(forKey: uri) != nil { published.insert(uri) }
    if document.isSettings { forgetProjects() } else { forgetProjects(lacking: document.path) }
  }

  mutating func change(_ params: JSONValue) {
    guard let uri = params[path: "textDocument", "uri"].string, var document = documents.removeValue(forKey: uri)
    else { return }
    let changes = params["contentChanges"].array ?? []
    let beginning = document.beginning
    let offset = document.apply(changes, version: params[path: "textDocument", "version"].integer)
    if let offset { write(in: uri, at: offset) }
    documents[uri] = document
    stale.insert(uri)
    if document.beginning != beginning { forgetMains() }
    if document.isSettings { forgetProjects() } else { markReaders(of: document.path) }
  }

  /// Open parts of a manuscript see what changes in any file of it.
  mutating func markReaders(of path: String) {
    let mains = Set(projects.filter { $0.value.file(at: path) != nil }.keys)
    for other in documents.values where self.mains[other.path].map(mains.contains) ?? true { stale.insert(other.uri) }
  }

  mutating func save(_ params: JSONValue) {
    guard let uri = params[path: "textDocument", "uri"].string else { return }
    if caret?.uri == uri { settle() }
    if documents[uri]?.isSettings == true { forgetProjects() }
    if documents[uri] != nil { stale.insert(uri) }
  }

  mutating func close(_ params: JSONValue) {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents.removeValue(forKey: uri)
    else { return }
    stale.remove(uri)
    if document.isSettings { forgetProjects() } else { forgetProjects(naming: document.path) }
    forgetUnusedProjects()
    if published.remove(uri) != nil {
      notify("textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": []])
    }
  }
}
