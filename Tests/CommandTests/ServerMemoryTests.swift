import Foundation
import LanguageServerWire
import Testing

/// Growth in kilobytes that counts as none: what an allocator keeps differs from run to run.
private let slack = 12_288

/// Opens a long document, edits it, asks about it and closes it.
private func workOnce(_ server: ServerProcess, _ round: Int) {
  let uri = "untitled:round-\(round)"
  let line = "We prompted GPT-4 to label each abstract, and we fine-tuned BERT on 😀 \(round) pages.\n"
  let text = "\\section{Methods}\n" + String(repeating: line + "\n", count: 400)
  server.notify(
    "textDocument/didOpen",
    ["textDocument": ["uri": .string(uri), "languageId": "latex", "version": 1, "text": .string(text)]])
  for edit in 2...6 {
    let place: JSONValue = ["line": .integer(edit * 20 + 1), "character": 3]
    server.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(edit)],
        "contentChanges": [["range": ["start": place, "end": place], "text": "StarDist "]],
      ])
    #expect(server.diagnostics(of: uri, version: edit) != nil)
    let answer = server.request("textDocument/hover", ["textDocument": ["uri": .string(uri)], "position": place])
    #expect(answer != nil)
  }
  server.notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
}

@Test func memoryComesBackToItsLevel() throws {
  let server = try ServerProcess()
  for round in 0..<4 { workOnce(server, round) }
  let before = try #require(server.residentKilobytes)
  for round in 4..<24 { workOnce(server, round) }
  let after = try #require(server.residentKilobytes)
  #expect(after < before + slack, "\(before) kB after 4 documents, \(after) kB after 24")
  #expect(server.leave() == 0)
}
