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

@Test func aSlashBehindAFolderIsNoPartOfIt() {
  let client = SessionClient(encoding: .utf8, pulls: false, folders: ["/nowhere/", "/elsewhere"], settings: nil)
  #expect(client.session.folders == ["/nowhere", "/elsewhere"])
}

@Test func everyFileThatAnAnalysisReadsIsWatched() throws {
  let watching: JSONValue = ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]
  let session = EditorSession(capabilities: watching)
  let registration = try #require(session.sent("client/registerCapability").first)
  let watched = String(decoding: JSONText.bytes(of: registration), as: UTF8.self)
  for name in ["ltx", "markdown", "requirements*.txt", "renv.lock", "*.toml"] {
    #expect(watched.contains(name), "\(name)")
  }
}
