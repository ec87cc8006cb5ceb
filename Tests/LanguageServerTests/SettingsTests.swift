import LanguageServerWire
import Testing

@testable import LanguageServer

private let prompted = "\\section{Methods}\nWe prompted GPT-4 to label each abstract.\n"

private func isHoverThere(_ session: inout EditorSession) -> Bool {
  !session.ask("hover", at: (1, 13)).isNull
}

@Test func aSwitchTakesEffectWithoutARestart() {
  var session = EditorSession()
  session.open(prompted)
  #expect(isHoverThere(&session))
  session.notify("workspace/didChangeConfiguration", ["settings": ["colophon": ["enableHover": false]]])
  #expect(!isHoverThere(&session))
  session.notify("workspace/didChangeConfiguration", ["settings": ["colophon": [:]]])
  #expect(isHoverThere(&session))
}

@Test func everyRequestWithASwitchAnswersNullWhenItIsOff() {
  let off = ServerSetting.all.compactMap { setting in
    if case .toggle = setting.kind { JSONValue.Member(setting.name, false) } else { nil }
  }
  var session = EditorSession(options: .object(off))
  session.open(prompted)
  for method in [
    "hover", "codeAction", "documentHighlight", "references", "definition", "documentLink", "completion",
  ] {
    #expect(session.ask(method, at: (1, 13)) == .null, "\(method)")
  }
  let published = session.sent("textDocument/publishDiagnostics").last
  #expect(published?[path: "params", "diagnostics"] == [])
}

@Test func theClientsAnswerWinsOverInitializationOptions() {
  var session = EditorSession(
    capabilities: ["workspace": ["configuration": true]], options: ["colophon": ["enableHover": false]])
  session.open(prompted)
  #expect(!isHoverThere(&session))
  session.answer("workspace/configuration", [["enableHover": true]])
  #expect(isHoverThere(&session))
  session.answer("workspace/configuration", [nil])
  #expect(isHoverThere(&session))
}

@Test func pushedSettingsMakeTheServerAskForThem() {
  var session = EditorSession(
    capabilities: [
      "workspace": ["configuration": true, "didChangeConfiguration": ["dynamicRegistration": true]]
    ])
  #expect(session.sent("workspace/configuration").count == 1)
  session.notify("workspace/didChangeConfiguration", ["settings": nil])
  #expect(session.sent("workspace/configuration").count == 2)
  let registrations = session.sent("client/registerCapability").last?[path: "params", "registrations"].array ?? []
  #expect(registrations.map { $0["method"] } == ["workspace/didChangeConfiguration"])
}

@Test func whatCannotBeUsedIsSaidOnceAndIgnored() {
  let bad: JSONValue = [
    "colophon": ["profile": "sciense", "enableHover": "no", "enableHoover": false, "trace": ["server": "off"]]
  ]
  var session = EditorSession(options: bad)
  session.open(prompted)
  #expect(isHoverThere(&session))
  session.notify("workspace/didChangeConfiguration", ["settings": bad])
  let words = session.sent("window/showMessage").map { $0[path: "params", "message"].string ?? "" }
  #expect(
    words == [
      "Colophon: the setting 'colophon.profile' must be one of \"science\", \"clinical-llm\", \"ml\", \"clinical\", \"imaging\", not \"sciense\"; it is ignored; did you mean 'science'?",
      "Colophon: the setting 'colophon.enableHover' must be true or false, not \"no\"; it is ignored",
      "Colophon: unknown setting 'colophon.enableHoover'; did you mean 'colophon.enableHover'?",
    ])
}

@Test func anEmptyListOfALuaClientSaysNothing() {
  var session = EditorSession(capabilities: ["workspace": ["configuration": true]], options: [])
  session.notify("workspace/didChangeConfiguration", ["settings": ["colophon": []]])
  session.answer("workspace/configuration", [[]])
  #expect(session.sent("window/showMessage") == [])
  session.notify("workspace/didChangeConfiguration", ["settings": ["colophon": ["enableHover"]]])
  #expect(session.sent("window/showMessage").count == 1)
}

@Test func profileAndStageOfTheEditorWeighTheQuestions() {
  func severity(_ heading: String, _ options: JSONValue) -> Int? {
    var session = EditorSession(options: options)
    session.open("\\section{\(heading)}\nWe prompted GPT-4 (gpt-4-0613) to label each abstract; the prompts are in the Supplement.\n")
    let items = session.sent("textDocument/publishDiagnostics").last?[path: "params", "diagnostics"].array ?? []
    return items.first { $0["code"] == "prompting" }?["severity"].integer
  }
  #expect(severity("Methods", [:]) == 2)
  #expect(severity("Methods", ["profile": "ml"]) == 1)
  #expect(severity("Wheat", [:]) == 4)
  #expect(severity("Wheat", ["stage": "submission"]) == 2)
}
