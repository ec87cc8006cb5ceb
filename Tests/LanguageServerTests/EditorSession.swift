import LanguageServerWire
import Logging
import TestSupport

@testable import LanguageServer

/// A session as an editor drives it, without pipes: messages go in, and what the server sends is read at once.
struct EditorSession {
  private var session = Session(logger: ServerLog.logger(level: .critical, descriptor: 2))
  private var nextID = 1
  private let capture = MessageCapture()
  /// What the server has sent of its own accord, in order.
  private(set) var received: [JSONValue] = []

  init(capabilities: JSONValue = [:], options: JSONValue = nil, folders: [String] = []) {
    let workspace = folders.map { JSONValue.object([.init("uri", .string(DocumentURI.uri(ofPath: $0)))]) }
    _ = request(
      "initialize",
      ["capabilities": capabilities, "initializationOptions": options, "workspaceFolders": .array(workspace)])
    notify("initialized", [:])
  }

  /// The result of a request; its error where there is one.
  @discardableResult
  mutating func request(_ method: String, _ params: JSONValue) -> JSONValue {
    let id = JSONValue.string("r\(nextID)")
    nextID += 1
    note(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": params], from: .client)
    session.handle(request: method, id: id, params)
    let answer = takeOutgoing().first { $0["id"] == id } ?? .null
    return answer["error"].isNull ? answer["result"] : answer["error"]
  }

  mutating func notify(_ method: String, _ params: JSONValue) {
    note(["jsonrpc": "2.0", "method": .string(method), "params": params], from: .client)
    session.handle(notification: method, params)
    settle()
  }

  /// What the server does between two messages.
  mutating func settle() {
    session.publishStale()
    takeOutgoing()
  }

  /// Lets the server look at the disk, as it does while no message waits.
  mutating func rest() {
    session.lookAtDisk()
    session.publishStale()
    takeOutgoing()
  }

  /// Answers the server's latest request of a kind.
  mutating func answer(_ method: String, _ result: JSONValue, error: JSONValue = .null) {
    guard let id = received.last(where: { $0["method"].string == method })?["id"] else { return }
    note(
      .compact(["jsonrpc": "2.0", "id": id, "result": error.isNull ? result : .null, "error": error]), from: .client)
    session.take(result, error: error, answering: id)
    session.publishStale()
    takeOutgoing()
  }

  mutating func open(_ text: String, _ uri: String = "untitled:paper", _ language: String = "latex") {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": ["uri": .string(uri), "languageId": .string(language), "version": 1, "text": .string(text)]
      ])
  }

  /// A request on a document, at a position where one is given.
  mutating func ask(
    _ method: String, _ uri: String = "untitled:paper", at position: (line: Int, character: Int)? = nil,
    _ more: KeyValuePairs<String, JSONValue> = [:]
  ) -> JSONValue {
    var members: [JSONValue.Member] = [.init("textDocument", ["uri": .string(uri)])]
    if let position {
      members.append(.init("position", ["line": .integer(position.line), "character": .integer(position.character)]))
    }
    members += more.map { JSONValue.Member($0.key, $0.value) }
    return request("textDocument/" + method, .object(members))
  }

  /// Notifications and requests of a kind that the server has sent.
  func sent(_ method: String) -> [JSONValue] { received.filter { $0["method"].string == method } }

  @discardableResult
  private mutating func takeOutgoing() -> [JSONValue] {
    let messages = session.outgoing
    session.outgoing.removeAll()
    for message in messages { note(message, from: .server) }
    received += messages.filter { !$0["method"].isNull }
    return messages.filter { $0["method"].isNull }
  }

  private func note(_ message: JSONValue, from sender: MessageCapture.Sender) {
    capture.note(JSONText.bytes(of: message)[...], from: sender)
  }
}
