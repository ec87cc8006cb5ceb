import LanguageServerWire
import Testing

@testable import LanguageServer

/// A completion at the `¦` of a text.
private struct Asked {
  let labels: [String]
  let items: [JSONValue]
  let isIncomplete: Bool
  var session: EditorSession

  init(
    _ marked: String, _ language: String = "latex", _ uri: String = "untitled:paper",
    _ encoding: PositionEncoding = .utf8, trigger: String? = nil
  ) {
    session = EditorSession(
      capabilities: [
        "general": ["positionEncodings": [.string(encoding.rawValue)]],
        "textDocument": ["completion": ["completionItem": ["documentationFormat": ["markdown"]]]],
      ])
    let parts = marked.split(separator: "¦", omittingEmptySubsequences: false)
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    session.open(parts.joined(), uri, language)
    let last = lines.last ?? ""
    let character =
      switch encoding {
      case .utf8: last.utf8.count
      case .utf16: last.utf16.count
      case .utf32: last.unicodeScalars.count
      }
    let context: JSONValue = trigger.map { ["triggerKind": 2, "triggerCharacter": .string($0)] } ?? ["triggerKind": 1]
    let list = session.ask("completion", uri, at: (lines.count - 1, character), ["context": context])
    items = list["items"].array ?? []
    labels = items.compactMap { $0["label"].string }
    isIncomplete = list["isIncomplete"].bool ?? true
  }

  func item(_ label: String) -> JSONValue { items.first { $0["label"].string == label } ?? .null }

  mutating func documentation(_ label: String) -> String {
    session.request("completionItem/resolve", item(label))[path: "documentation", "value"].string ?? ""
  }
}

@Test(arguments: PositionEncoding.allCases)
func snapshotsFollowTheNameOfTheirModel(_ encoding: PositionEncoding) {
  let asked = Asked(
    "\\section{Methods}\n😀 We prompted GPT-4 (gpt-4-0¦6) twice.", "latex", "untitled:paper", encoding)
  #expect(asked.labels == ["gpt-4-0314", "gpt-4-0613", "gpt-4-0125-preview"])
  let emoji = width(ofEmojiIn: encoding)
  #expect(
    asked.item("gpt-4-0613")["textEdit"] == [
      "range": lineRange(1, (emoji + 20)..<(emoji + 28)), "newText": "gpt-4-0613",
    ])
}

@Test func datesAndSourcesStandInTheDocumentation() {
  var asked = Asked("We prompted GPT-4 (¦).", "markdown", trigger: "(")
  #expect(asked.item("gpt-4-0613")["detail"] == "GPT-4 · 2023-06-13")
  #expect(asked.item("gpt-4-0613")["documentation"] == .null)
  let words = asked.documentation("gpt-4-0613")
  #expect(words.hasPrefix("`gpt-4-0613`, listed under GPT-4 (catalogue of 2026-11)\n"))
  #expect(words.contains("- helm: released 2023-06-13; listed in HELM, model metadata (2026-06)"))
  #expect(words.contains("retirement 2025-06-06 at Azure"))
}

@Test func anIdIsWrittenAsItsSurroundingsNeedIt() {
  func text(_ marked: String, _ language: String = "latex") -> JSONValue {
    Asked(marked, language).item("facebook/esm2_t33_650M_UR50D")[path: "textEdit", "newText"]
  }
  #expect(text("We ran ESM-2 (\\texttt{facebook/esm2\\_t3¦}).") == "facebook/esm2\\_t33\\_650M\\_UR50D")
  #expect(text("We ran ESM-2 (\\path{facebook/esm2_t3¦}).") == "facebook/esm2_t33_650M_UR50D")
  #expect(text("We ran ESM-2 (\\verb|esm2_t3¦|).") == "facebook/esm2_t33_650M_UR50D")
  #expect(text("See \\url{https://huggingface.co/facebook/esm2¦}.") == "facebook/esm2_t33_650M_UR50D")
  #expect(text("We ran ESM-2 (`facebook/esm2_t3¦`).", "markdown") == "facebook/esm2_t33_650M_UR50D")
  let escaped = Asked("We ran ESM-2 (\\texttt{esm2\\_t3¦}).").item("facebook/esm2_t33_650M_UR50D")
  #expect(escaped["filterText"] == "esm2\\_t33\\_650M\\_UR50D")
  #expect(escaped["textEdit"]["range"] == lineRange(0, 22..<30))
}

@Test func inCodeTheIdsOfTheNearestModelComeFirst() {
  let asked = Asked("We used BERT and ResNet-50. The latter is `¦`.", "markdown", trigger: "`")
  #expect(asked.labels.first?.hasPrefix("resnet50") == true)
  #expect(asked.labels.count == 60)
  #expect(asked.isIncomplete)
  #expect(!asked.labels.contains("microsoft/layoutlm-base-cased"))
  let searched = Asked("It is `pytorch/fairseq:ro¦` or `facebook/esm2_t33¦`.", "markdown")
  #expect(searched.labels.isEmpty)
  #expect(!searched.isIncomplete)
}

@Test func proseIsLeftAlone() {
  #expect(Asked("We prompted GPT-4 ¦", trigger: " ").labels.isEmpty)
  #expect(Asked("We prompted GPT-4 w¦").labels.isEmpty)
  #expect(Asked("We prompted GPT-4 with gp¦").labels.isEmpty)
  #expect(Asked("We prompted GPT-4.\n\ngp¦").labels.isEmpty)
  #expect(Asked("A well-¦", trigger: "-").labels.isEmpty)
  #expect(Asked("We prompted GPT-4 (¦").labels.contains("gpt-4-0613"))
}

@Test func unconfirmedIdsAreNotOffered() {
  // The table has this id from memory only.
  #expect(Asked("It is `01-ai/Yi-VL¦`.", "markdown").labels.isEmpty)
  #expect(Asked("It is `01-ai/Yi-34¦`.", "markdown").labels == ["01-ai/Yi-34B"])
}

@Test func namesOfACommentAreCompleted() {
  var asked = Asked("% 😀 \n% colophon: ignore which-weights, mod¦")
  #expect(asked.labels.contains("model-version"))
  #expect(!asked.labels.contains("which-weights"))
  #expect(asked.item("model-version")["textEdit"] == ["range": lineRange(1, 34..<37), "newText": "model-version"])
  #expect(asked.documentation("model-version").hasPrefix("# model-version\n"))
  #expect(Asked("% colophon: ¦", trigger: " ").labels.contains("see-supplement"))
  #expect(Asked("<!-- colophon: ignore ¦ -->", "markdown").labels.contains("seed"))
  #expect(Asked("We ran BERT.\n\n<!-- colophon: ignore seed for ¦ -->", "markdown").labels == ["BERT"])
  #expect(Asked("We ran BERT.\n% colophon: discussed B¦").labels == ["BERT"])
  #expect(Asked("% colophon: ignore seed -- s¦").labels.isEmpty)
  #expect(Asked("100\\% colophon: ¦").labels.isEmpty)
  #expect(Asked("<!-- colophon: ignore seed --> ¦", "markdown").labels.isEmpty)
}

@Test func theListOfTheFrontMatterIsCompleted() {
  #expect(Asked("---\ncolophon:\n  - ¦\n---\n", "markdown").labels.contains("ignore-file"))
  #expect(Asked("---\ncolophon:\n  - ignore seed\n  - ignore-file s¦\n---\n", "markdown").labels.contains("seed"))
  #expect(Asked("---\ncolophon: ignore ¦\n---\n", "markdown").labels.contains("seed"))
  #expect(Asked("---\nkeywords:\n  - ignore ¦\n---\n", "markdown").labels.isEmpty)
  #expect(Asked("---\ncolophon:\n---\n\n- ignore ¦\n", "markdown").labels.isEmpty)
}

private func settings(_ marked: String) -> Asked { Asked(marked, "toml", "file:///nowhere/colophon.toml") }

@Test func theSettingsFileIsCompleted() {
  #expect(settings("pro¦").item("profile")["textEdit"] == ["range": lineRange(0, 0..<3), "newText": "profile = "])
  #expect(settings("pro¦ = \"ml\"").item("profile")[path: "textEdit", "newText"] == "profile")
  #expect(settings("profile = ¦").item("ml")["textEdit"] == ["range": lineRange(0, 10..<10), "newText": "\"ml\""])
  #expect(settings("stage = \"dr¦\"").labels == ["draft", "submission"])
  #expect(settings("stage = \"dr¦\"").item("draft")["textEdit"]["range"] == lineRange(0, 9..<11))
  #expect(settings("ignore = [\n  \"seed\", # \"\n  \"wh¦\"\n]").labels.contains("which-weights"))
  #expect(settings("[severity]\nwh¦").item("which-weights")[path: "textEdit", "newText"] == "which-weights = ")
  #expect(settings("[severity]\nseed = \"¦\"").labels == ["error", "warning", "hint", "report-only", "off"])
  #expect(settings("[se¦]").labels.contains("severity"))
  #expect(settings("[[overrides]]\nfiles = [\"a\"]\nignore = [\"¦\"]").labels.contains("seed"))
  #expect(settings("extra-models = [{ name = \"¦\" }]").labels.isEmpty)
  #expect(settings("# ignore = [\"¦").labels.isEmpty)
  var severity = settings("sel¦")
  #expect(severity.documentation("select") == "show only these asks or details")
}
