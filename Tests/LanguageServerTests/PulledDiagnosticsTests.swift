import LanguageServerWire
import Testing

@testable import LanguageServer

private let prompted = "\\section{Methods}\nWe prompted GPT-4 to label each abstract.\n\nThe end.\n"
private let pulling: JSONValue = [
  "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
]

private func severities(_ session: inout EditorSession) -> [Int] {
  (session.ask("diagnostic")["items"].array ?? []).compactMap { $0["severity"].integer }.sorted()
}

private func type(_ text: String, _ session: inout EditorSession, line: Int = 1) {
  let start: JSONValue = ["line": .integer(line), "character": 0]
  session.notify(
    "textDocument/didChange",
    [
      "textDocument": ["uri": "untitled:paper", "version": 2],
      "contentChanges": [["range": ["start": start, "end": start], "text": .string(text)]],
    ])
}

@Test func aClientThatPullsIsToldThatASentenceHasSettled() {
  var session = EditorSession(capabilities: pulling)
  session.open(prompted)
  #expect(severities(&session) == [1, 1, 2])
  type("Then ", &session)
  #expect(severities(&session) == [4, 4, 4])
  #expect(session.sent("workspace/diagnostic/refresh").isEmpty)
  session.notify("textDocument/didSave", ["textDocument": ["uri": "untitled:paper"]])
  #expect(session.sent("workspace/diagnostic/refresh").count == 1)
  #expect(severities(&session) == [1, 1, 2])

  type("Then ", &session)
  #expect(severities(&session) == [4, 4, 4])
  _ = session.ask("documentHighlight", at: (1, 20))
  session.settle()
  #expect(session.sent("workspace/diagnostic/refresh").count == 1)
  _ = session.ask("documentHighlight", at: (3, 2))
  session.settle()
  #expect(session.sent("workspace/diagnostic/refresh").count == 2)
  #expect(severities(&session) == [1, 1, 2])
}

@Test func aClientThatPullsIsToldThatSettingsHaveChanged() {
  var session = EditorSession(capabilities: pulling)
  session.open(prompted)
  session.notify("workspace/didChangeConfiguration", ["settings": ["colophon": ["enableDiagnostics": false]]])
  #expect(session.sent("workspace/diagnostic/refresh").count == 1)
  #expect(severities(&session) == [])
  type("Then ", &session, line: 3)
  #expect(session.sent("workspace/diagnostic/refresh").count == 1)
}

@Test func aWholeTextWithLittleNewIsWrittenWhereItDiffers() {
  var session = EditorSession(capabilities: pulling)
  session.open(prompted)
  func send(_ text: String) {
    session.notify(
      "textDocument/didChange",
      ["textDocument": ["uri": "untitled:paper", "version": 2], "contentChanges": [["text": .string(text)]]])
  }
  send(prompted)
  #expect(severities(&session) == [1, 1, 2])
  let longer = prompted.replacing("to label", with: "to score and label")
  send(longer)
  #expect(severities(&session) == [4, 4, 4])
  send(longer)
  #expect(severities(&session) == [4, 4, 4])
  send(longer.replacing("The end", with: "Thus the end"))
  #expect(severities(&session) == [1, 1, 2])
}

@Test func aFileThatIsInNoManuscriptAnyMoreIsEmptiedInTheWorkspace() throws {
  let folder = try FolderOfFiles(["main.tex": prompted])
  var session = EditorSession(capabilities: pulling)
  let uri = folder.uri("main.tex")
  func workspace(_ known: [JSONValue]) -> [JSONValue] {
    session.request("workspace/diagnostic", ["previousResultIds": .array(known)])["items"].array ?? []
  }
  func counts(_ reports: [JSONValue]) -> [Int?] {
    #expect(reports.map { $0["uri"].string } == [uri])
    return reports.map { $0["items"].array?.count }
  }
  func known(_ reports: [JSONValue]) -> [JSONValue] { reports.map { ["uri": $0["uri"], "value": $0["resultId"]] } }
  session.open(prompted, uri)
  let first = workspace([])
  #expect(counts(first) == [3])
  #expect(counts(workspace(known(first))) == [nil])
  session.notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
  let second = workspace(known(first))
  #expect(counts(second) == [0])
  #expect(counts(workspace(known(second))) == [nil])
}
