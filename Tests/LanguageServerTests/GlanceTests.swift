import LanguageServerWire
import Testing

@testable import LanguageServer

private let paper = """
  \\title{Foxes}
  \\section{Introduction} ResNet-50 is a network.
  \\section{Methods}
  😀 We fine-tuned ResNet-50 on 900 images.
  Labels were made with GPT-4.

  """
private let on: JSONValue = ["enableInlayHints": true, "enableCodeLenses": true]

@Test func hintsAndLensesAreOffUnlessSwitchedOn() {
  var session = EditorSession(.utf8)
  session.open(paper)
  #expect(session.ask("inlayHint", at: nil, ["range": lineRange(0, 0..<9)]) == .null)
  #expect(session.ask("codeLens") == .null)
}

@Test(arguments: PositionEncoding.allCases)
func aHintStandsBehindTheFirstReuse(_ encoding: PositionEncoding) {
  var session = EditorSession(encoding, options: on)
  session.open(paper)
  let whole: JSONValue = ["start": ["line": 0, "character": 0], "end": ["line": 5, "character": 0]]
  let hints = session.ask("inlayHint", at: nil, ["range": whole]).array ?? []
  let fineTuned = hints.first
  #expect(fineTuned?["position"] == ["line": 3, "character": .integer(width(ofEmojiIn: encoding) + 24)])
  let label = fineTuned?["label"].string ?? ""
  let open = (fineTuned?["tooltip"].string ?? "").split(separator: "\n").count
  #expect(label == "fine-tuned · \(open) open")
  #expect(open > 1)
  #expect(session.ask("inlayHint", at: nil, ["range": lineRange(1, 0..<3)]) == [])
}

@Test func theLensAtTheTitleCountsAndOpensTheInventory() {
  var session = EditorSession(.utf8, options: on)
  session.open(paper)
  let lenses = session.ask("codeLens").array ?? []
  let questions = session.sent("textDocument/publishDiagnostics").last?[path: "params", "diagnostics"].array?.count ?? 0
  #expect(questions > 1)
  #expect(lenses.map { $0[path: "command", "title"] } == [.string("2 models reused · \(questions) questions")])
  #expect(lenses.map { $0["range"] } == [lineRange(0, 7..<12)])
  let inventory = session.request("workspace/executeCommand", lenses.first?["command"] ?? nil)
  #expect(inventory.string?.hasPrefix("# Models in untitled-paper.tex\n") == true)
  let shown = session.sent("window/showMessage").last?[path: "params", "message"].string ?? ""
  #expect(shown.hasPrefix("ResNet-50: fine-tuned or head trained; asked: "))
}

@Test func aClientThatFetchesDocumentsGetsTheInventoryAsOne() {
  var session = EditorSession(
    capabilities: ["workspace": ["textDocumentContent": [:]], "window": ["showDocument": ["support": true]]])
  session.open(paper)
  session.request(
    "workspace/executeCommand", ["command": "colophon.inventory", "arguments": ["untitled:paper", ["show": true]]])
  let uri = session.sent("window/showDocument").last?[path: "params", "uri"] ?? nil
  #expect(uri == "colophon:/inventory/nowhere/untitled_3apaper/untitled-paper.tex.md")
  let text = session.request("workspace/textDocumentContent", ["uri": uri])["text"].string ?? ""
  #expect(text.contains("| ResNet-50 | reused | adaptation | high |"))
  #expect(session.sent("window/showMessage").isEmpty)
}

@Test func hintsAreRefreshedWhenAnotherFileChangesThem() throws {
  let main =
    "\\documentclass{article}\\begin{document}\n\\section{Methods} We fine-tuned BERT.\n\\input{b}\\end{document}\n"
  let folder = try FolderOfFiles(["main.tex": main, "b.tex": "\n"])
  var session = EditorSession(
    capabilities: [
      "workspace": ["inlayHint": ["refreshSupport": true], "codeLens": ["refreshSupport": true]]
    ], options: on)
  session.open(main, folder.uri("main.tex"))
  session.open("\n", folder.uri("b.tex"))
  #expect(session.sent("workspace/codeLens/refresh").isEmpty)
  func edit(_ version: Int, _ text: String) -> JSONValue {
    [
      "textDocument": ["uri": .string(folder.uri("b.tex")), "version": .integer(version)],
      "contentChanges": [["text": .string(text)]],
    ]
  }
  session.notify("textDocument/didChange", edit(2, "Rain fell.\n"))
  #expect(session.sent("workspace/codeLens/refresh").isEmpty)
  session.notify("textDocument/didChange", edit(3, "\\subsection{More} We prompted GPT-4 to label each text.\n"))
  #expect(session.sent("workspace/codeLens/refresh").count == 1)
  #expect(session.sent("workspace/inlayHint/refresh").count == 1)
  session.notify("workspace/didChangeConfiguration", ["settings": ["colophon": ["enableCodeLenses": false]]])
  #expect(session.sent("workspace/codeLens/refresh").count == 2)
}

@Test func commandsExplainThemselves() {
  var session = EditorSession(.utf8)
  func run(_ command: JSONValue, _ arguments: [JSONValue] = []) -> JSONValue {
    session.request("workspace/executeCommand", ["command": command, "arguments": .array(arguments)])
  }
  #expect(run("colophon.inventory") == "No manuscript is open.\n")
  #expect(run("colophon.explain", ["which-weights"]).string?.hasPrefix("# which-weights\n") == true)
  #expect(
    run("colophon.explain", ["which-wieghts"])["message"]
      == "unknown ask or detail 'which-wieghts'; did you mean 'which-weights'?")
  session.open(paper)
  #expect(run("colophon.inventory").string?.contains("2 models reused") == true)
  #expect(run("colophon.inventory", [["uri": "untitled:paper"]]) == run("colophon.inventory"))
  #expect(run("colophon.inventory", ["file:///elsewhere.tex"])["code"] == -32602)
  #expect(run("colophon.reanalyse") == .null)
}
