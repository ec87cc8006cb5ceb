import LanguageServerWire
import Testing

@testable import LanguageServer

private let before = "\\section{Methods}\nWe looked at foxes. "

/// The change that types a text at the end of line 1.
private func typing(_ text: String, after prefix: String, _ version: Int) -> JSONValue {
  let place: JSONValue = ["line": 1, "character": .integer(prefix.utf16.count)]
  return [
    "textDocument": ["uri": "untitled:paper", "version": .integer(version)],
    "contentChanges": [["range": ["start": place, "end": place], "text": .string(text)]],
  ]
}

extension EditorSession {
  /// Types a text letter by letter at the end of line 1, which holds a prefix.
  fileprivate mutating func type(_ text: String, after prefix: String, from version: Int = 2) {
    var line = prefix
    for (index, letter) in text.enumerated() {
      notify("textDocument/didChange", typing(String(letter), after: line, version + index))
      line.append(letter)
    }
  }

  fileprivate func severities(_ uri: String = "untitled:paper") -> Set<Int> {
    let last = sent("textDocument/publishDiagnostics").last { $0[path: "params", "uri"].string == uri }
    return Set((last?[path: "params", "diagnostics"].array ?? []).compactMap { $0["severity"].integer })
  }
}

private let line = "We looked at foxes. "

@Test func aSentenceBeingWrittenGivesAtMostHints() {
  let sentence = "We prompted GPT-4 to label each text."
  var session = EditorSession()
  session.open(before + "\n")
  var written = ""
  var seen: Set<Int> = []
  for (index, letter) in sentence.enumerated() {
    session.type(String(letter), after: line + written, from: 2 + index)
    written.append(letter)
    seen.formUnion(session.severities())
  }
  #expect(seen == [4])
  session.type(" ", after: line + written, from: 100)
  #expect(session.severities().contains(1))
}

@Test func itSettlesWhenTheCaretLeavesTheSentence() {
  var session = EditorSession()
  session.open(before + "\n")
  session.type("We prompted GPT-4 to label texts", after: line)
  #expect(session.severities() == [4])
  // The caret goes to another word of the sentence, then to the one before it.
  _ = session.ask("documentHighlight", at: (1, 25))
  session.notify("textDocument/didSave", ["textDocument": ["uri": "untitled:other"]])
  #expect(session.severities() == [4])
  _ = session.ask("documentHighlight", at: (1, 5))
  session.notify("$/setTrace", ["value": "off"])
  #expect(session.severities().contains(1))
}

@Test func aMouseOverAnotherSentenceSettlesNothing() {
  var session = EditorSession()
  session.open(before + "\n")
  session.type("We prompted GPT-4 to label texts", after: line)
  _ = session.ask("hover", at: (1, 5))
  session.notify("$/setTrace", ["value": "off"])
  #expect(session.severities() == [4])
}

@Test func aClientThatNeverSaysWhereTheCaretIsSettlesByEditingElsewhereOrSaving() {
  var saved = EditorSession()
  saved.open(before + "\n")
  saved.type("We prompted GPT-4 to label texts", after: line)
  saved.notify("textDocument/didSave", ["textDocument": ["uri": "untitled:paper"]])
  #expect(saved.severities().contains(1))
  var edited = EditorSession()
  edited.open(before + "\n")
  edited.open("Notes.\n", "untitled:notes", "markdown")
  edited.type("We prompted GPT-4 to label texts", after: line)
  edited.notify(
    "textDocument/didChange",
    ["textDocument": ["uri": "untitled:notes", "version": 2], "contentChanges": [["text": "More notes.\n"]]])
  #expect(edited.severities().contains(1))
}

private let abilities: JSONValue = [
  "textDocument": ["publishDiagnostics": ["relatedInformation": true, "codeDescriptionSupport": true]]
]

@Test func aQuestionNamesTheOtherModelsAndTheEvidence() {
  var session = EditorSession(capabilities: abilities)
  session.open("\\section{Methods}\nWe prompted GPT-4 and Claude 2 to label each text.\n")
  let items = session.sent("textDocument/publishDiagnostics").last?[path: "params", "diagnostics"].array ?? []
  let item = items.first { $0["code"] == "prompting" } ?? .null
  let related = item["relatedInformation"].array ?? []
  #expect(
    related.map { $0["message"] } == [
      "the same for 'Claude 2'",
      "'GPT-4' is reused here (own use in the first person): We prompted GPT-4 and Claude 2 to label each text.",
    ])
  #expect(related.first?["location"] == ["uri": "untitled:paper", "range": lineRange(1, 22..<30)])
  #expect(
    item["data"] == [
      "ask": "prompting", "models": ["gpt-4", "claude-2"], "details": ["prompt-text", "decoding-parameters"],
    ])
  #expect(item[path: "codeDescription", "href"].string?.hasPrefix("https://doi.org/10.") == true)
}

@Test func aClientThatCannotShowThemGetsNoLinksAndNoRelatedPlaces() {
  var session = EditorSession()
  session.open("\\section{Methods}\nWe prompted GPT-4 and Claude 2 to label each text.\n")
  let items = session.sent("textDocument/publishDiagnostics").last?[path: "params", "diagnostics"].array ?? []
  #expect(items.count > 1)
  for item in items { #expect(item["relatedInformation"].isNull && item["codeDescription"].isNull) }
}

private let paper = "\\section{Methods}\nWe prompted GPT-4 to label each text.\n"

@Test func aBrokenSettingsFileIsReportedAndTheLastGoodOneHolds() throws {
  let folder = try FolderOfFiles(["colophon.toml": "ignore = [\"prompting\"]\n", "paper.tex": paper])
  var session = EditorSession()
  func codes(_ uri: String) -> [String] {
    let last = session.sent("textDocument/publishDiagnostics").last { $0[path: "params", "uri"].string == uri }
    return (last?[path: "params", "diagnostics"].array ?? []).compactMap { $0["code"].string }
  }
  session.open(paper, folder.uri("paper.tex"))
  #expect(codes(folder.uri("paper.tex")) == ["which-weights", "cite-model"])
  try folder.write("ignore = [\"promting\"]\n", to: "colophon.toml")
  let changed: JSONValue = ["changes": [["uri": .string(folder.uri("colophon.toml")), "type": 2]]]
  session.notify("workspace/didChangeWatchedFiles", changed)
  #expect(codes(folder.uri("colophon.toml")) == ["configuration"])
  #expect(codes(folder.uri("paper.tex")) == ["which-weights", "cite-model"])
  try folder.write("ignore = [\"which-weights\"]\n", to: "colophon.toml")
  session.notify("workspace/didChangeWatchedFiles", changed)
  #expect(codes(folder.uri("colophon.toml")).isEmpty)
  #expect(codes(folder.uri("paper.tex")) == ["prompting", "cite-model"])
}

@Test func filesAreLookedAfterWhereTheClientDoesNotWatchThem() throws {
  let folder = try FolderOfFiles(["paper.tex": paper + "\\input{more}\n\\bibliography{r}\n"])
  var session = EditorSession()
  func codes(_ uri: String) -> [String] {
    let last = session.sent("textDocument/publishDiagnostics").last { $0[path: "params", "uri"].string == uri }
    return (last?[path: "params", "diagnostics"].array ?? []).compactMap { $0["code"].string }
  }
  session.open(paper + "\\input{more}\n", folder.uri("paper.tex"))
  session.rest()
  #expect(codes(folder.uri("paper.tex")).contains("unreadable-source"))
  try folder.write("We set the temperature to 0. The prompt was: Label it.\n", to: "more.tex")
  session.rest()
  #expect(!codes(folder.uri("paper.tex")).contains("unreadable-source"))
  try folder.write("ignore = [\"cite-model\", \"promting\"]\n", to: "colophon.toml")
  session.rest()
  #expect(codes(folder.uri("colophon.toml")) == ["configuration"])
  try folder.write("ignore = [\"cite-model\"]\n", to: "colophon.toml")
  session.rest()
  #expect(codes(folder.uri("colophon.toml")).isEmpty)
  #expect(!codes(folder.uri("paper.tex")).contains("cite-model"))
  let count = session.received.count
  session.rest()
  #expect(session.received.count == count)
}

@Test func aSettingsFileThatIsGoneIsNoLongerBroken() throws {
  let folder = try FolderOfFiles(["colophon.toml": "profil = 1\n", "paper.tex": paper])
  var session = EditorSession()
  session.open(paper, folder.uri("paper.tex"))
  session.rest()
  #expect(
    session.sent("textDocument/publishDiagnostics").contains {
      $0[path: "params", "uri"].string == folder.uri("colophon.toml")
    })
  try folder.remove("colophon.toml")
  session.rest()
  let last = session.sent("textDocument/publishDiagnostics").last {
    $0[path: "params", "uri"].string == folder.uri("colophon.toml")
  }
  #expect(last?[path: "params", "diagnostics"] == [])
}

@Test func aSettingsFileThatIsNotSavedYetHolds() throws {
  let folder = try FolderOfFiles(["paper.tex": paper, "notes.txt": ""])
  var session = EditorSession(options: ["stage": "submission", "profile": "ml"])
  func codes(_ name: String) -> [String] {
    let uri = folder.uri(name)
    let last = session.sent("textDocument/publishDiagnostics").last { $0[path: "params", "uri"].string == uri }
    return (last?[path: "params", "diagnostics"].array ?? []).compactMap { $0["code"].string }
  }
  session.open(paper, folder.uri("paper.tex"))
  let asked = codes("paper.tex")
  #expect(asked.contains("prompting"))
  session.open("ignore = [\"promting\"]\n", folder.uri("colophon.toml"), "toml")
  #expect(codes("colophon.toml") == ["configuration"])
  #expect(codes("paper.tex") == asked)
  session.open("ignore = [\"prompting\"]\n", folder.uri("colophon.toml"), "toml")
  #expect(codes("colophon.toml").isEmpty)
  #expect(!codes("paper.tex").contains("prompting"))
}
