import LanguageServerWire
import Testing

/// What a client says that takes actions as objects.
private func capabilities(isLazy: Bool = false, hasSnippets: Bool = false) -> JSONValue {
  [
    "general": ["positionEncodings": ["utf-16"]],
    "textDocument": [
      "diagnostic": [:],
      "codeAction": [
        "codeActionLiteralSupport": ["codeActionKind": ["valueSet": [""]]], "isPreferredSupport": true,
        "dataSupport": true, "resolveSupport": ["properties": isLazy ? ["edit"] : []],
      ],
    ],
    "workspace": ["workspaceEdit": ["documentChanges": true, "snippetEditSupport": .bool(hasSnippets)]],
  ]
}

private let prompted = "\\section{Methods}\n😀 We prompted GPT-4 to label each abstract.\n"
private let atModel: JSONValue = ["start": ["line": 1, "character": 17], "end": ["line": 1, "character": 17]]
private let atStart: JSONValue = ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]]

extension EditorSession {
  fileprivate mutating func actions(
    _ range: JSONValue = atModel, only kinds: [JSONValue]? = nil, given: [JSONValue] = [], trigger: Int = 1
  ) -> [JSONValue] {
    let context = JSONValue.compact([
      "diagnostics": .array(given), "only": kinds.map { .array($0) } ?? .null, "triggerKind": .integer(trigger),
    ])
    return ask("codeAction", ["range": range, "context": context]).array ?? []
  }

  fileprivate mutating func ask(_ method: String, _ more: KeyValuePairs<String, JSONValue>) -> JSONValue {
    ask(method, at: nil, more)
  }
}

private func kinds(_ actions: [JSONValue]) -> Set<String> { Set(actions.compactMap { $0["kind"].string }) }

@Test func onlyTheKindsAskedForAreGiven() {
  var session = EditorSession(capabilities: capabilities())
  session.open(prompted)
  let answer = "quickfix.colophon.answer"
  let silence = "quickfix.colophon.silence"
  let statement = "source.colophon.reuseStatement"
  #expect(kinds(session.actions()) == [answer, silence, statement])
  #expect(kinds(session.actions(trigger: 2)) == [answer, silence])
  #expect(kinds(session.actions(only: ["quickfix"])) == [answer, silence])
  #expect(kinds(session.actions(only: ["quickfix.colophon"])) == [answer, silence])
  #expect(kinds(session.actions(only: ["quickfix.colophon.silence"])) == [silence])
  #expect(kinds(session.actions(only: ["quick", "quickfix.colophon.silence.more", "refactor"])) == [])
  for kind in ["source", "source.colophon", "source.colophon.reuseStatement"] {
    #expect(kinds(session.actions(atStart, only: [.string(kind)])) == [statement])
  }
  #expect(session.actions(atStart, only: ["source.fixAll"]) == [])
  #expect(session.actions(atStart, only: ["quickfix"]) == [])
}

@Test func clientsThatTakeNoObjectsGetNone() {
  var session = EditorSession(capabilities: [:])
  session.open(prompted)
  #expect(session.actions() == [])
}

@Test func anActionAnswersTheDiagnosticThatTheClientSpeaksOf() {
  var session = EditorSession(capabilities: capabilities())
  session.open(prompted)
  let diagnostics = session.ask("diagnostic", [:])["items"].array ?? []
  let asked = diagnostics.filter { $0["code"] == "prompting" }
  #expect(asked.count == 1)
  // The caret may be elsewhere on the line.
  let actions = session.actions(atStart, only: ["quickfix"], given: asked)
  #expect(!actions.isEmpty && actions.allSatisfy { $0["diagnostics"] == .array(asked) })
  #expect(
    actions.filter { $0["isPreferred"] == true }.map { $0["title"] } == [
      "Add sentences on 'GPT-4': prompt, sampling parameters"
    ])
  #expect(session.actions(given: []).allSatisfy { $0["diagnostics"].isNull })
}

@Test func aChosenActionGetsItsEdit() {
  var session = EditorSession(capabilities: capabilities(isLazy: true))
  session.open(prompted)
  let actions = session.actions()
  #expect(!actions.isEmpty && actions.allSatisfy { $0["edit"].isNull && !$0["data"].isNull })
  for action in actions {
    let resolved = session.request("codeAction/resolve", action)
    #expect(resolved["title"] == action["title"])
    let change = resolved[path: "edit", "documentChanges"].array?.first ?? .null
    #expect(change["textDocument"] == ["uri": "untitled:paper", "version": 1])
    #expect(change["edits"].array?.count == 1)
  }
  session.notify(
    "textDocument/didChange",
    [
      "textDocument": ["uri": "untitled:paper", "version": 2], "contentChanges": [["text": .string("% \n" + prompted)]],
    ])
  #expect(session.request("codeAction/resolve", actions[0])["code"] == -32801)
  #expect(session.request("codeAction/resolve", ["title": "another"])["code"] == -32602)
}

@Test func gapsAreTabStopsOrVisible() {
  let title: JSONValue = "Add sentences on 'GPT-4': version or snapshot, query date, API or local run"
  func edit(_ hasSnippets: Bool) -> JSONValue {
    var session = EditorSession(capabilities: capabilities(hasSnippets: hasSnippets))
    session.open(prompted)
    let action = session.actions().first { $0["title"] == title } ?? .null
    return action[path: "edit", "documentChanges"].array?.first?["edits"].array?.first ?? .null
  }
  let place: JSONValue = ["start": ["line": 2, "character": 0], "end": ["line": 2, "character": 0]]
  #expect(edit(true)["range"] == place)
  #expect(edit(true)[path: "snippet", "kind"] == "snippet")
  #expect(
    edit(true)[path: "snippet", "value"].string == """
      We used GPT-4, version \\\\texttt{${1:version, checkpoint or dated snapshot}\\}.
      GPT-4 was queried on ${2:day, or first and last day}.
      GPT-4 was run ${3:through an API, on a web page, or locally}.
      $0
      """)
  #expect(edit(false)["range"] == place)
  #expect(
    edit(false)["newText"].string == """
      We used GPT-4, version \\texttt{[TODO: version, checkpoint or dated snapshot]}.
      GPT-4 was queried on [TODO: day, or first and last day].
      GPT-4 was run [TODO: through an API, on a web page, or locally].

      """)
}

@Test func settingsAndBibliographiesAreEditedWhereTheyStand() throws {
  let folder = try FolderOfFiles([
    "colophon.toml": "discussed = [\n  \"BERT\",\n]\n", "refs.bib": "@misc{a,\n title={A}\n}\n",
    "paper.md":
      "---\nbibliography: refs.bib\n---\n\n# Methods\n\n😀 We prompted GPT-4 to label each abstract.\n",
  ])
  var session = EditorSession(capabilities: capabilities(hasSnippets: true), folders: [folder.path])
  let text = "---\nbibliography: refs.bib\n---\n\n# Methods\n\n😀 We prompted GPT-4 to label each abstract.\n"
  session.open(text, folder.uri("paper.md"), "markdown")
  let range: JSONValue = ["start": ["line": 6, "character": 17], "end": ["line": 6, "character": 17]]
  let actions =
    session.ask("codeAction", folder.uri("paper.md"), ["range": range, "context": ["diagnostics": []]]).array ?? []
  let discussed = actions.first { $0["title"] == "'GPT-4' is only discussed (colophon.toml)" }
  #expect(
    discussed?[path: "edit", "documentChanges"] == [
      [
        "textDocument": ["uri": .string(folder.uri("colophon.toml")), "version": nil],
        "edits": [
          [
            "range": ["start": ["line": 1, "character": 9], "end": ["line": 1, "character": 9]],
            "newText": "\n  \"GPT-4\",",
          ]
        ],
      ]
    ])
  let citation = actions.first { $0["kind"] == "quickfix.colophon.citation" }
  let changes = citation?[path: "edit", "documentChanges"].array ?? []
  #expect(changes.map { $0[path: "textDocument", "uri"].string } == [folder.uri("paper.md"), folder.uri("refs.bib")])
  // 😀 takes two units of UTF-16.
  #expect(changes.first?["edits"].array?.first?[path: "range", "start"] == ["line": 6, "character": 20])
  #expect(changes.first?["edits"].array?.first?["newText"] == " [@gpt-4-2023]")
  let entry = changes.last?["edits"].array?.first?["newText"].string ?? ""
  #expect(entry.hasPrefix("@misc{gpt-4-2023,\n") && entry.contains("title = {[TODO: title of the paper]}"))
}
