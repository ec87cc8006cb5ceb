import LanguageServerWire
import Testing

@testable import LanguageServer

private let showing: JSONValue = ["window": ["workDoneProgress": true]]

@Test func progressBeginsWhenTheClientHasTakenItsToken() {
  var session = EditorSession(capabilities: showing, folders: ["/nowhere"])
  #expect(session.sent("window/workDoneProgress/create").count == 1)
  #expect(session.sent("$/progress") == [])
  session.answer("window/workDoneProgress/create", nil)
  #expect(session.sent("$/progress").map { $0[path: "params", "value", "kind"] } == ["begin"])
  #expect(session.sent("$/progress").map { $0[path: "params", "token"] } == ["colophon-scan-1"])
}

@Test func aRefusedTokenIsNotUsed() {
  var session = EditorSession(capabilities: showing, folders: ["/nowhere"])
  session.answer("window/workDoneProgress/create", nil, error: ["code": -32601, "message": "no"])
  #expect(session.sent("$/progress") == [])
}
