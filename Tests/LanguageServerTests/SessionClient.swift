import Foundation
import LanguageServerWire
import Logging
import TestSupport
import Testing

@testable import LanguageServer

/// A document as the client has it.
struct ClientDocument {
  let uri: String
  let language: String
  var version: Int
  var text: ClientText
}

/// A client in the same process as its session, which keeps its own copy of everything that it told the server.
struct SessionClient {
  private(set) var session: Session
  let encoding: PositionEncoding
  let pulls: Bool
  private(set) var settings: JSONValue
  var documents: [String: ClientDocument] = [:]
  /// What was last published, by URI: the version and the diagnostics.
  private(set) var published: [String: (version: Int?, items: [JSONValue])] = [:]
  private var nextID = 1
  private let capture = MessageCapture()

  init(encoding: PositionEncoding, pulls: Bool, folders: [String], settings: JSONValue) {
    session = Session(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    self.encoding = encoding
    self.pulls = pulls
    self.settings = settings
    let diagnostic: JSONValue = pulls ? ["relatedDocumentSupport": true] : .null
    let text: JSONValue = .compact([
      "publishDiagnostics": ["versionSupport": true, "relatedInformation": true], "diagnostic": diagnostic,
    ])
    let named = folders.map { ["uri": .string(DocumentURI.uri(ofPath: $0)), "name": "w"] as JSONValue }
    let capabilities: JSONValue = [
      "general": ["positionEncodings": [.string(encoding.rawValue)]], "textDocument": text,
      "workspace": ["workspaceFolders": true, "didChangeWatchedFiles": ["dynamicRegistration": true]],
      "window": ["workDoneProgress": true],
    ]
    _ = request(
      "initialize",
      [
        "processId": nil, "rootUri": nil, "capabilities": capabilities, "workspaceFolders": .array(named),
        "initializationOptions": settings,
      ])
    notify("initialized", [:])
  }

  // MARK: Messages

  mutating func notify(_ method: String, _ params: JSONValue) {
    note(["jsonrpc": "2.0", "method": .string(method), "params": params], from: .client)
    session.handle(notification: method, params)
    take()
  }

  /// The answer to a request: its message, of which there must be exactly one.
  @discardableResult
  mutating func request(_ method: String, _ params: JSONValue) -> JSONValue {
    let id = JSONValue.integer(nextID)
    nextID += 1
    note(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": params], from: .client)
    session.handle(request: method, id: id, params)
    let answers = take().filter { $0["id"] == id }
    #expect(answers.count == 1, "\(method) was answered \(answers.count) times")
    return answers.first ?? .null
  }

  /// What the loop does when no message waits.
  mutating func rest() {
    session.publishStale()
    take()
  }

  /// One step of the first look at the workspace.
  mutating func continueScan() {
    session.continueScan()
    take()
  }

  mutating func finishScan() { while !session.scan.isDone { continueScan() } }

  mutating func configure(_ settings: JSONValue) {
    self.settings = settings
    notify("workspace/didChangeConfiguration", ["settings": ["colophon": settings]])
  }

  /// Takes what the server sent: answers its requests, keeps what it published, gives the answers.
  @discardableResult
  private mutating func take() -> [JSONValue] {
    var answers: [JSONValue] = []
    while !session.outgoing.isEmpty {
      let messages = session.outgoing
      session.outgoing.removeAll()
      for message in messages {
        note(message, from: .server)
        if message["method"].isNull {
          answers.append(message)
        } else if !message["id"].isNull {
          note(["jsonrpc": "2.0", "id": message["id"], "result": nil], from: .client)
          session.take(.null, answering: message["id"])
        } else if message["method"] == "textDocument/publishDiagnostics", let uri = message["params"]["uri"].string {
          published[uri] = (message["params"]["version"].integer, message["params"]["diagnostics"].array ?? [])
        }
      }
    }
    return answers
  }

  private func note(_ message: JSONValue, from sender: MessageCapture.Sender) {
    capture.note(JSONText.bytes(of: message)[...], from: sender)
  }

  // MARK: Documents

  mutating func open(_ document: ClientDocument) {
    documents[document.uri] = document
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(document.uri), "languageId": .string(document.language),
          "version": .integer(document.version), "text": .string(document.text.string),
        ]
      ])
  }

  mutating func change(_ uri: String, _ changes: [JSONValue]) {
    documents[uri]?.version += 1
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(documents[uri]?.version ?? 0)],
        "contentChanges": .array(changes),
      ])
  }

  mutating func save(_ uri: String) { notify("textDocument/didSave", ["textDocument": ["uri": .string(uri)]]) }

  mutating func close(_ uri: String) {
    documents[uri] = nil
    notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
  }

  /// The change types of the protocol: 1 created, 2 changed, 3 deleted.
  mutating func fileEvent(_ path: String, type: Int) {
    let uri = JSONValue.string(DocumentURI.uri(ofPath: path))
    notify("workspace/didChangeWatchedFiles", ["changes": [["uri": uri, "type": .integer(type)]]])
  }

  // MARK: What the server knows

  /// Everything that the server says about its open documents: diagnostics, inventory, links.
  mutating func picture() -> [String: JSONValue] {
    var picture: [String: JSONValue] = [:]
    for uri in documents.keys.sorted() {
      let document: JSONValue = ["textDocument": ["uri": .string(uri)]]
      // The first answer also takes back what an earlier one said of other files.
      request("textDocument/diagnostic", document)
      picture[uri + " diagnostics"] = request("textDocument/diagnostic", document)["result"]
      picture[uri + " links"] = request("textDocument/documentLink", document)["result"]
      picture[uri + " hints"] = request("textDocument/inlayHint", document)["result"]
      picture[uri + " lenses"] = request("textDocument/codeLens", document)["result"]
      let inventory: JSONValue = ["command": "colophon.inventory", "arguments": [.string(uri)]]
      picture[uri + " inventory"] = request("workspace/executeCommand", inventory)["result"]
    }
    return picture
  }
}
