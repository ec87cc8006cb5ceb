import Foundation
import LanguageServerWire
import Testing

/// A conversation with the server: all messages are sent at once, all answers read until it leaves.
private func answers(to messages: [JSONValue], capabilities: JSONValue = [:]) throws -> (
  status: Int32, messages: [JSONValue]
) {
  let start: [JSONValue] = [
    ["jsonrpc": "2.0", "id": 0, "method": "initialize", "params": ["processId": nil, "capabilities": capabilities]],
    ["jsonrpc": "2.0", "method": "initialized", "params": [:]],
  ]
  let end: [JSONValue] = [
    ["jsonrpc": "2.0", "id": 99, "method": "shutdown"], ["jsonrpc": "2.0", "method": "exit"],
  ]
  let frames = (start + messages + end).flatMap { FrameReader.frame(JSONText.bytes(of: $0)) }
  let outcome = try Colophon.run(["server"], input: String(decoding: frames, as: UTF8.self))
  var reader = FrameReader()
  reader.append(Array(outcome.output.utf8)[...])
  var received: [JSONValue] = []
  while let body = reader.next() { received.append(try JSONParser.value(of: body)) }
  return (outcome.status, received)
}

private func open(_ text: String, uri: String = "untitled:paper", language: String = "latex") -> JSONValue {
  [
    "jsonrpc": "2.0", "method": "textDocument/didOpen",
    "params": [
      "textDocument": ["uri": .string(uri), "languageId": .string(language), "version": 1, "text": .string(text)]
    ],
  ]
}

private func ask(_ id: Int, _ method: String, _ params: [(String, JSONValue)] = []) -> JSONValue {
  let document = JSONValue.Member("textDocument", ["uri": "untitled:paper"])
  let members = [document] + params.map { JSONValue.Member($0.0, $0.1) }
  return ["jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": .object(members)]
}

private let prompted = "\\section{Methods}\n😀 We prompted GPT-4 to label each abstract.\n"

@Test(arguments: [("utf-8", 17), ("utf-16", 15), ("utf-32", 14)])
func diagnosticsStandInTheClientsUnit(encoding: String, column: Int) throws {
  let (status, received) = try answers(
    to: [open(prompted), ask(1, "textDocument/diagnostic")],
    capabilities: ["general": ["positionEncodings": [.string(encoding)]], "textDocument": ["diagnostic": [:]]])
  #expect(status == 0)
  let items = received.first { $0["id"] == 1 }?[path: "result", "items"].array ?? []
  #expect(items.contains { $0["code"] == "which-weights" })
  for item in items {
    #expect(item["range"]["start"] == ["line": 1, "character": .integer(column)])
    #expect(item["range"]["end"] == ["line": 1, "character": .integer(column + 5)])
  }
}

@Test func everyRequestIsAnsweredOnce() throws {
  let place: [(String, JSONValue)] = [("position", ["line": 1, "character": 16])]
  let (_, received) = try answers(to: [
    open(prompted), ask(1, "textDocument/hover", place), ask(2, "no/such"), ask(3, "textDocument/references", place),
    ask(4, "textDocument/definition", place), ask(5, "textDocument/hover"),
    ["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": 1]],
  ])
  let ids = received.compactMap { $0["method"].isNull ? $0["id"].integer : nil }
  #expect(ids.sorted() == [0, 1, 2, 3, 4, 5, 99])
  #expect(received.first { $0["id"] == 2 }?[path: "error", "code"] == -32601)
  #expect(received.first { $0["id"] == 3 }?["result"].array?.count == 1)
  #expect(received.first { $0["id"] == 5 }?[path: "error", "code"] == -32602)
}

@Test func aCommentActionSilencesWhatItNames() throws {
  let range: JSONValue = ["start": ["line": 1, "character": 15], "end": ["line": 1, "character": 20]]
  let (_, received) = try answers(
    to: [
      open(prompted), ask(1, "textDocument/codeAction", [("range", range), ("context", ["diagnostics": []])]),
    ], capabilities: ["textDocument": ["codeAction": ["codeActionLiteralSupport": [:]]]])
  let actions = received.first { $0["id"] == 1 }?["result"].array ?? []
  let discussed = actions.first { $0["title"] == "'GPT-4' is only discussed" }
  let edit = discussed?[path: "edit", "changes", "untitled:paper"].array?.first ?? .null
  #expect(edit["newText"] == "% colophon: discussed GPT-4\n")
  #expect(edit["range"]["start"] == ["line": 1, "character": 0])
  var lines = prompted.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  lines.insert("% colophon: discussed GPT-4", at: 1)
  let (_, after) = try answers(
    to: [open(lines.joined(separator: "\n")), ask(1, "textDocument/diagnostic")],
    capabilities: ["textDocument": ["diagnostic": [:]]])
  #expect(after.first { $0["id"] == 1 }?[path: "result", "items"] == [])
}

@Test func completionKnowsTheWordsOfAComment() throws {
  let (_, received) = try answers(to: [
    open("% colophon: \n% colophon: ignore whi\nignore"),
    ask(1, "textDocument/completion", [("position", ["line": 0, "character": 12])]),
    ask(2, "textDocument/completion", [("position", ["line": 1, "character": 22])]),
    ask(3, "textDocument/completion", [("position", ["line": 2, "character": 6])]),
  ])
  let labels = (1...3).map { id in
    received.first { $0["id"] == .integer(id) }?[path: "result", "items"].array?.compactMap { $0["label"].string } ?? []
  }
  #expect(labels[0].contains("see-supplement"))
  #expect(labels[1].contains("which-weights"))
  #expect(labels[2] == [])
}

@Test func citationsLinkToTheirWorks() throws {
  let text =
    "\\section{Methods}\nWe ran it \\citep{a}.\n\\begin{thebibliography}{1}\n\\bibitem{a} A. Title. doi:10.1000/xyz\n\\end{thebibliography}\n"
  let (_, received) = try answers(to: [open(text), ask(1, "textDocument/documentLink")])
  let links = received.first { $0["id"] == 1 }?["result"].array ?? []
  // The citation and the bare DOI of the work.
  #expect(links.map { $0["target"] } == ["https://doi.org/10.1000/xyz", "https://doi.org/10.1000/xyz"])
  #expect(links.map { $0["range"]["start"]["line"] } == [1, 3])
}

@Test func randomEditsKeepTheClientsText() {
  var random = SystemRandomNumberGenerator()
  let seed = UInt64.random(in: 0...UInt64.max, using: &random)
  var state = seed
  func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(bound, 1)
  }
  let pieces = ["a", "é", "漢", "😀", "\n", "\r\n", "e\u{301}", "GPT-4 "]
  for encoding in PositionEncoding.allCases {
    var scalars: [Unicode.Scalar] = []
    var positions = TextPositions([], encoding)
    for _ in 0..<400 {
      var start = next(scalars.count + 1)
      // No client splits a line break in two.
      if start > 0, start < scalars.count, scalars[start] == "\n", scalars[start - 1] == "\r" { start -= 1 }
      var end = min(scalars.count, start + next(4))
      if end > 0, end < scalars.count, scalars[end] == "\n", scalars[end - 1] == "\r" { end += 1 }
      let range: JSONValue = [
        "start": clientPosition(scalars, start, encoding), "end": clientPosition(scalars, end, encoding),
      ]
      let text = Array(pieces[next(pieces.count)].unicodeScalars)
      guard let bytes = positions.range(of: range) else {
        Issue.record("no range; seed \(seed)")
        return
      }
      positions.replace(bytes, with: Array(String(String.UnicodeScalarView(text)).utf8))
      scalars.replaceSubrange(start..<max(start, end), with: text)
      let expected = Array(String(String.UnicodeScalarView(scalars)).utf8)
      #expect(positions == TextPositions(expected, encoding), "seed \(seed), \(encoding)")
      #expect(positions.json(at: expected.count) == clientPosition(scalars, scalars.count, encoding), "seed \(seed)")
      if positions.bytes != expected { return }
    }
  }
}

/// A position as a client counts it, from the scalars alone.
private func clientPosition(_ scalars: [Unicode.Scalar], _ index: Int, _ encoding: PositionEncoding) -> JSONValue {
  var line = 0
  var character = 0
  for (offset, scalar) in scalars[..<index].enumerated() {
    let isBreak = scalar == "\n" || scalar == "\r" && !(offset + 1 < scalars.count && scalars[offset + 1] == "\n")
    if isBreak {
      line += 1
      character = 0
    } else if scalar != "\r" {
      switch encoding {
      case .utf8: character += UTF8.width(scalar)
      case .utf16: character += UTF16.width(scalar)
      case .utf32: character += 1
      }
    }
  }
  return ["line": .integer(line), "character": .integer(character)]
}

@Test func brokenJSONIsAnsweredAndSurvived() throws {
  let bad = "Content-Length: 7\r\n\r\n{not js"
  let good = String(
    decoding: FrameReader.frame(JSONText.bytes(of: ["jsonrpc": "2.0", "id": 1, "method": "shutdown"])), as: UTF8.self)
  let outcome = try Colophon.run(["server"], input: bad + good)
  #expect(outcome.status == 1)
  #expect(outcome.output.contains("-32700"))
  #expect(outcome.output.contains("-32002"))
}

@Test func anUnsavedPartAnswersForTheWholeManuscript() throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("colophon-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let main =
    "\\documentclass{article}\n\\begin{document}\n\\section{Summary} We prompted GPT-4 to label each abstract.\n\\input{methods}\n\\end{document}\n"
  try main.write(to: folder.appendingPathComponent("main.tex"), atomically: true, encoding: .utf8)
  let part = "\\section{Methods}\n"
  try part.write(to: folder.appendingPathComponent("methods.tex"), atomically: true, encoding: .utf8)
  let uris = ["main.tex", "methods.tex"].map { DocumentURI.uri(ofPath: folder.path + "/" + $0) }
  func messages(added text: String) -> [JSONValue] {
    [
      open(main, uri: uris[0]), open(part + text, uri: uris[1]),
      [
        "jsonrpc": "2.0", "id": 1, "method": "textDocument/diagnostic",
        "params": ["textDocument": ["uri": .string(uris[0])]],
      ],
    ]
  }
  func prompting(_ text: String) throws -> String? {
    let (_, received) = try answers(
      to: messages(added: text), capabilities: ["textDocument": ["diagnostic": [:]]])
    let items = received.first { $0["id"] == 1 }?[path: "result", "items"].array ?? []
    return items.first { $0["code"] == "prompting" }?["message"].string
  }
  #expect(try prompting("") == "'GPT-4': no sampling parameters and no prompt found")
  #expect(
    try prompting("Text. All requests used GPT-4 (gpt-4-0613) on 2 May 2024 with temperature 0.\n")
      == "'GPT-4': no prompt found")
}
