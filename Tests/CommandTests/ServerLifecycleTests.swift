import Foundation
import LanguageServerWire
import Testing

private func frame(_ text: String) -> String {
  String(decoding: FrameReader.frame(Array(text.utf8)), as: UTF8.self)
}

private let hello = frame(#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}}"#)
private let goodbye =
  frame(#"{"jsonrpc":"2.0","id":99,"method":"shutdown"}"#) + frame(#"{"jsonrpc":"2.0","method":"exit"}"#)

private func messages(_ output: String) throws -> [JSONValue] {
  var frames = FrameReader()
  frames.append(Array(output.utf8)[...])
  var messages: [JSONValue] = []
  while let body = frames.next() { messages.append(try JSONParser.value(of: body)) }
  return messages
}

@Test func idsOfAnyKindAreGivenBack() throws {
  let requests = [#""a""#, "-7", "null", "1.5"].map { frame(#"{"jsonrpc":"2.0","id":\#($0),"method":"no/such"}"#) }
  let odd = frame(#"{"jsonrpc":"2.0","id":"b","method":5}"#)
  let outcome = try Colophon.run(["server"], input: hello + requests.joined() + frame("[]") + odd + goodbye)
  #expect(outcome.status == 0)
  let answers = try messages(outcome.output)
  #expect(answers.map { $0["id"] } == [0, "a", -7, nil, nil, nil, nil, 99])
  #expect(answers.map { $0["error"]["code"] } == [nil, -32601, -32601, -32600, -32600, -32600, -32600, nil])
}

@Test func whatWasAskedBeforeTheExitIsAnswered() throws {
  let asked = (1...50).map { frame(#"{"jsonrpc":"2.0","id":\#($0),"method":"no/such"}"#) }.joined()
  let outcome = try Colophon.run(
    ["server"], input: hello + asked + frame(#"{"jsonrpc":"2.0","method":"exit"}"#) + asked)
  #expect(outcome.status == 1)
  #expect(try messages(outcome.output).map { $0["id"] } == (0...50).map { .integer($0) })
}

/// A client that writes on without reading must not make both wait for ever.
@Test func aClientThatDoesNotReadYetIsServed() throws {
  let asked = (1...4_000).map { frame(#"{"jsonrpc":"2.0","id":\#($0),"method":"no/such"}"#) }.joined()
  let outcome = try Colophon.run(["server"], input: hello + asked + goodbye)
  #expect(outcome.status == 0)
  #expect(try messages(outcome.output).count == 4_002)
}

@Test func mutatedBodiesKillNoServer() throws {
  let seed = UInt64.random(in: 0..<1_000_000)
  var state = seed
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  let templates = [
    #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"latex","version":1,"text":"We prompted GPT-4."}}}"#,
    #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":3},"end":{"line":9,"character":1}},"text":"x"}]}}"#,
    #"{"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},"position":{"line":0,"character":14}}}"#,
    #"{"jsonrpc":"2.0","id":6,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"untitled:a"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":14}},"context":{"diagnostics":[]}}}"#,
    #"{"jsonrpc":"2.0","id":7,"method":"workspace/diagnostic","params":{"previousResultIds":[{"uri":"a","value":"b"}]}}"#,
    #"{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///a.tex","type":1}]}}"#,
    #"{"jsonrpc":"2.0","method":"workspace/didChangeConfiguration","params":{"settings":{"colophon":{"stage":"draft"}}}}"#,
  ]
  var input = hello
  for _ in 0..<1_500 {
    var body = Array(templates[next(templates.count)].utf8)
    for _ in 0..<next(3) {
      switch next(3) {
      case 0: body[next(body.count)] = UInt8(32 + next(95))
      case 1: body.remove(at: next(body.count))
      default: body.insert(contentsOf: Array("99999999999".utf8).prefix(1 + next(11)), at: next(body.count))
      }
    }
    let text = String(decoding: body, as: UTF8.self)
    if !text.contains("shutdown"), !text.contains("\"exit\"") { input += frame(text) }
  }
  let outcome = try Colophon.run(["server"], input: input + goodbye)
  #expect(outcome.status == 0, "seed \(seed)")
  #expect(try messages(outcome.output).last?["id"] == 99, "seed \(seed)")
}

@Test func aClientThatIsAZombieCountsAsGone() throws {
  let parent = Process()
  parent.executableURL = URL(fileURLWithPath: "/bin/sh")
  parent.arguments = ["-c", "sleep 0 & echo $!; exec sleep 60"]
  let output = Pipe()
  parent.standardOutput = output
  try parent.run()
  defer { parent.terminate() }
  let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
  let zombie = try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  let server = try ServerProcess(processID: zombie)
  #expect(server.exitCode(within: 10) == 1)
}

@Test func theLogGoesWhereItIsSent() throws {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("colophon-\(UUID().uuidString).log").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  let logged = try Colophon.run(["server", "--log-level", "debug", "--log-file", path], input: hello + goodbye)
  #expect(logged.status == 0)
  #expect(logged.complaints == "")
  #expect(try String(contentsOfFile: path, encoding: .utf8).contains("[debug] request shutdown\n"))
  let said = try Colophon.run(["server", "--log-level", "debug"], input: hello + goodbye)
  #expect(said.complaints.contains("[debug] request shutdown\n"))
  #expect(try messages(said.output).count == 2)
}

@Test func aLogThatCannotBeWrittenIsSaid() throws {
  let outcome = try Colophon.run(["server", "--log-file", "/no/such/folder/log"], input: hello + goodbye)
  #expect(outcome.status == 2)
  #expect(outcome.complaints == "colophon: cannot open '/no/such/folder/log' for the log: it does not exist\n")
  #expect(try Colophon.run(["server", "--log-level", "loud"]).status == 2)
}
