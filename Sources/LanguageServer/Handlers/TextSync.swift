import LanguageServerWire

extension Session {
  mutating func open(_ params: JSONValue) {
    let item = params["textDocument"]
    guard let uri = item["uri"].string, let text = item["text"].string else { return }
    documents[uri] = OpenDocument(
      uri: uri, languageID: item["languageId"].string ?? "", version: item["version"].integer ?? 0, text: text,
      encoding: abilities.encoding)
    stale.insert(uri)
  }

  mutating func change(_ params: JSONValue) {
    guard let uri = params[path: "textDocument", "uri"].string, var document = documents.removeValue(forKey: uri)
    else { return }
    let changes = params["contentChanges"].array ?? []
    let offset = document.apply(changes, version: params[path: "textDocument", "version"].integer)
    write(in: uri, at: offset)
    let path = document.path
    documents[uri] = document
    stale.insert(uri)
    if path.hasSuffix("/colophon.toml") { forgetProjects() } else { markMembers(of: uri) }
  }

  /// The open parts of a manuscript see what changes in one of them.
  mutating func markMembers(of uri: String) {
    guard let document = documents[uri], let project = projects[mainPath(of: document)] else { return }
    for other in documents.values where project.file(at: other.path) != nil { stale.insert(other.uri) }
  }

  mutating func save(_ params: JSONValue) {
    guard let uri = params[path: "textDocument", "uri"].string else { return }
    if caret?.uri == uri { settle() }
    if documents[uri]?.path.hasSuffix("/colophon.toml") == true { forgetProjects() }
    if documents[uri] != nil { stale.insert(uri) }
  }

  mutating func close(_ params: JSONValue) {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents.removeValue(forKey: uri)
    else { return }
    stale.remove(uri)
    let main = mainPath(of: document)
    if !documents.values.contains(where: { projects[main]?.file(at: $0.path) != nil }) {
      projects[main] = nil
    } else {
      forgetProjects()
    }
    if published.remove(uri) != nil {
      notify("textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": []])
    }
  }
}
