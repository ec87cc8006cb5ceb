import LanguageServerWire
import ManuscriptAnalysis
import Testing

@testable import LanguageServer

private let main =
  "\\documentclass{article}\n\\begin{document}\n\\input{methods}\n\\bibliography{refs}\n\\end{document}\n"
private let asking = "\\section{Methods}\nWe prompted GPT-4 to label each abstract.\n"

private func folder() throws -> FolderOfFiles {
  try FolderOfFiles(["main.tex": main, "methods.tex": asking, "refs.bib": "", "other.tex": main])
}

private func change(_ uri: String, _ version: Int, _ text: String) -> JSONValue {
  [
    "textDocument": ["uri": .string(uri), "version": .integer(version)],
    "contentChanges": [["text": .string(text)]],
  ]
}

/// What was last published for a file: the version and the number of diagnostics.
private func published(_ session: EditorSession, _ uri: String) -> (version: JSONValue, count: Int)? {
  session.sent("textDocument/publishDiagnostics").last { $0[path: "params", "uri"] == .string(uri) }
    .map { ($0[path: "params", "version"], $0[path: "params", "diagnostics"].array?.count ?? -1) }
}

@Test func aClosedFileShowsWhatIsAskedThereUntilNobodyReadsIt() throws {
  let folder = try folder()
  let (root, part) = (folder.uri("main.tex"), folder.uri("methods.tex"))
  var session = EditorSession()
  session.open(main, root)
  let shown = try #require(published(session, part))
  #expect(shown.version == .null)
  #expect(shown.count > 0)
  session.open(asking, part)
  #expect(published(session, part)?.version == 1)
  session.notify("textDocument/didClose", ["textDocument": ["uri": .string(part)]])
  #expect(published(session, part)?.count == shown.count)
  session.notify("textDocument/didChange", change(root, 2, "\\documentclass{article}\n"))
  #expect(published(session, part)?.count == 0)
  session.notify("textDocument/didChange", change(root, 3, main))
  #expect(published(session, part)?.count == shown.count)
  session.notify("textDocument/didClose", ["textDocument": ["uri": .string(root)]])
  #expect(published(session, part)?.count == 0)
}

@Test func aFileOfTwoManuscriptsIsShownByOne() throws {
  let folder = try folder()
  var session = EditorSession()
  session.open(main, folder.uri("main.tex"))
  let count = session.sent("textDocument/publishDiagnostics").filter {
    $0[path: "params", "uri"] == .string(folder.uri("methods.tex"))
  }.count
  session.open(main, folder.uri("other.tex"))
  let after = session.sent("textDocument/publishDiagnostics").filter {
    $0[path: "params", "uri"] == .string(folder.uri("methods.tex"))
  }.count
  #expect(after == count)
  let items = session.request("workspace/diagnostic", ["previousResultIds": []])["items"].array ?? []
  let uris = items.compactMap { $0["uri"].string }
  #expect(uris.count == Set(uris).count)
}

@Test func relatedDocumentsTakeBackWhatTheySaid() throws {
  let folder = try folder()
  let (root, part) = (folder.uri("main.tex"), folder.uri("methods.tex"))
  var session = EditorSession(
    capabilities: ["textDocument": ["diagnostic": ["relatedDocumentSupport": true]]])
  session.open(main, root)
  let asked = session.ask("diagnostic", root)
  #expect((asked[path: "relatedDocuments", part, "items"].array?.count ?? 0) > 0)
  session.notify("textDocument/didChange", change(root, 2, "\\documentclass{article}\n"))
  #expect(session.ask("diagnostic", root)[path: "relatedDocuments", part, "items"] == [])
  #expect(session.ask("diagnostic", root)["relatedDocuments"] == .null)
}

@Test func anEditedBibliographyUpdatesItsManuscript() throws {
  let folder = try folder()
  let (root, works) = (folder.uri("main.tex"), folder.uri("refs.bib"))
  var session = EditorSession()
  session.open(main, root)
  session.open("", works, "bibtex")
  #expect(published(session, works)?.version == 1)
  let before = session.sent("textDocument/publishDiagnostics").count
  session.notify("textDocument/didChange", change(works, 2, "@article{x, title={"))
  #expect(published(session, works)?.version == 2)
  #expect(session.sent("textDocument/publishDiagnostics").count >= before + 2)
}

private let broken = "@misc{a, title={A}}\n@misc{sam, title={Segment\n"
private let citing = asking + "Others used SAM \\cite{sam}.\n"

@Test func aBibliographyThatIsOpenedAsItsManuscriptLetsItGoShowsNothing() throws {
  let folder = try FolderOfFiles(["refs.bib": broken])
  let (root, works) = (folder.uri("main.tex"), folder.uri("refs.bib"))
  var client = SessionClient(encoding: .utf16, pulls: false, folders: [], settings: [:])
  let text = main.replacing("\\input{methods}", with: citing)
  client.open(ClientDocument(uri: root, language: "latex", version: 1, text: ClientText(text)))
  client.rest()
  #expect(client.published[works]?.items.count == 1)
  // Both reach the server before it rests.
  client.open(ClientDocument(uri: works, language: "bibtex", version: 1, text: ClientText(broken)))
  client.change(root, [["text": "\\documentclass{article}\n"]])
  client.rest()
  #expect(client.published[works]?.items == [])
}

@Test func aBibliographyShowsNothingOnceItsManuscriptIsNoLongerOpen() throws {
  let folder = try folder()
  let (part, other, works) = (folder.uri("methods.tex"), folder.uri("elsewhere.tex"), folder.uri("refs.bib"))
  let root = "\\documentclass{article}\n\\begin{document}\n"
  var session = EditorSession()
  session.open(citing, part)
  session.open(root, other)
  session.open(broken, works, "bibtex")
  #expect(published(session, works)?.count == 1)
  session.notify("textDocument/didChange", change(other, 2, root + "\\input{methods}\n"))
  #expect(published(session, works)?.count == 0)
}

@Test func aBibliographyNamedTwiceShowsItsProblemsOnce() throws {
  let folder = try folder()
  let works = folder.uri("refs.bib")
  var session = EditorSession()
  session.open(broken, works, "bibtex")
  session.open(
    main.replacing("\\input{methods}", with: citing + "\\bibliography{refs}"), folder.uri("main.tex"))
  #expect(published(session, works)?.count == 1)
}

@Test func workspaceDiagnosticsComeInPieces() throws {
  let folder = try folder()
  var session = EditorSession()
  session.open(main, folder.uri("main.tex"))
  session.open(main, folder.uri("other.tex"))
  let whole = session.request("workspace/diagnostic", ["previousResultIds": []])["items"].array ?? []
  let rest = session.request("workspace/diagnostic", ["previousResultIds": [], "partialResultToken": "part"])
  #expect(rest == ["items": []])
  let pieces = session.sent("$/progress").filter { $0[path: "params", "token"] == "part" }
  #expect(pieces.count == 2)
  #expect(pieces.flatMap { $0[path: "params", "value", "items"].array ?? [] } == whole)
  let known = whole.map { JSONValue.object([.init("uri", $0["uri"]), .init("value", $0["resultId"])]) }
  let again = session.request("workspace/diagnostic", ["previousResultIds": .array(known)])["items"].array ?? []
  #expect(again.map { $0["kind"] } == whole.map { _ in "unchanged" })
}

@Test func whatABaselineKnowsIsNotPublishedAndComesBackWithoutIt() throws {
  let folder = try FolderOfFiles(["colophon.toml": "", "paper.tex": asking])
  let uri = folder.uri("paper.tex")
  var session = EditorSession()
  session.open(asking, uri)
  session.rest()
  let count = try #require(published(session, uri)?.count)
  #expect(count > 0)
  let sentence = SentenceHash.of("we prompted gpt 4 to label each abstract".utf8)
  let details = ["access-date", "api-or-local", "decoding-parameters", "model-citation", "model-version", "prompt-text"]
  let gaps = details.map { "\"\(Gap(what: $0, model: "gpt-4", sentence: sentence).line)\"" }
  try folder.write(
    "version = 1\n[[manuscript]]\npath = \"paper.tex\"\ngaps = [\(gaps.joined(separator: ", "))]\n",
    to: "colophon-baseline.toml")
  session.rest()
  #expect(published(session, uri)?.count == 0)
  try folder.write("version = 1\n", to: "colophon-baseline.toml")
  session.rest()
  #expect(published(session, uri)?.count == count)
}
