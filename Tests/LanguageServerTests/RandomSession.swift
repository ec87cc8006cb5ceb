import Foundation
import LanguageServerWire
import Testing

@testable import LanguageServer

/// A client at work on a folder: edits, opens, closes, renames, saves and questions, drawn at random.
struct RandomSession {
  private(set) var client: SessionClient
  private var random: RandomNumbers
  private let folder: String
  private var steps: [String] = []

  private static let names = [
    "main.tex", "other.tex", "methods.tex", "results.tex", "sub/appendix.tex", "book/book.tex", "paper.md", "two.qmd",
    "refs.bib", "colophon.toml", "sp ace%20é.tex",
  ]
  private static let scratch = [
    ("untitled:Untitled-1", "latex"), ("untitled:Untitled-2", "markdown"), ("untitled:Untitled 2", "markdown"),
    ("untitled:a-b", "plaintext"), ("vscode-notebook-cell:/x.ipynb#W0", "markdown"),
  ]

  init(folder: String, encoding: PositionEncoding, pulls: Bool, _ random: RandomNumbers) throws {
    self.folder = folder
    self.random = random
    client = SessionClient(encoding: encoding, pulls: pulls, folders: [folder], settings: [:])
    try FileManager.default.createDirectory(atPath: folder + "/.git", withIntermediateDirectories: true)
    for name in Self.names where name != "results.tex" && name != "colophon.toml" { try write(startingText(name), name) }
  }

  private mutating func startingText(_ name: String) -> String {
    if name == "colophon.toml" { return RandomManuscript.piece("toml", &random) }
    let isRoot = ["main.tex", "other.tex", "book/book.tex"].contains(name)
    let parts =
      switch name {
      case "main.tex": "\\input{methods}\n\\input{sub/appendix}\n\\bibliography{refs}\n"
      case "book/book.tex": "\\input{../methods}\n"
      default: ""
      }
    return RandomManuscript.text(Self.ending(name), pieces: 12, isRoot: isRoot, &random) + parts
  }

  private static func ending(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? ""
  }

  private static func language(_ name: String) -> String {
    ["tex": "latex", "bib": "bibtex", "toml": "toml", "qmd": "quarto"][ending(name)] ?? "markdown"
  }

  private func write(_ text: String, _ name: String) throws {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func uri(_ name: String) -> String { DocumentURI.uri(ofPath: folder + "/" + name) }
  private func isOnDisk(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }

  /// The ending that decides how a document is read.
  private func ending(of document: ClientDocument) -> String {
    document.uri.hasPrefix("file:")
      ? Self.ending(document.uri) : document.language == "latex" ? "tex" : document.language == "markdown" ? "md" : "txt"
  }

  // MARK: Steps

  /// One thing that a person or an editor does.
  mutating func step() throws {
    switch random.below(100) {
    case 0..<8: try openFile()
    case 8..<10: openScratch()
    case 10..<62: edit()
    case 62..<67: try save()
    case 67..<71: close()
    case 71..<74: try rename()
    case 74..<78: try changeOnDisk()
    case 78..<94: ask()
    case 94..<96: client.notify("$/cancelRequest", ["id": .integer(random.below(500))])
    case 96: client.configure(settings())
    default: client.continueScan()
    }
    if random.once(in: 3) { client.rest() }
  }

  private mutating func settings() -> JSONValue {
    [
      "profile": random.once(in: 2) ? "ml" : "science", "stage": random.once(in: 2) ? "draft" : "submission",
      "enableInlayHints": .bool(random.once(in: 2)), "enableCodeLenses": .bool(random.once(in: 2)),
    ]
  }

  private mutating func document() -> ClientDocument? {
    let uris = client.documents.keys.sorted()
    return uris.isEmpty ? nil : client.documents[random.element(of: uris)]
  }

  private mutating func openFile() throws {
    let name = random.element(of: Self.names)
    guard client.documents[uri(name)] == nil else { return }
    let onDisk = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    steps.append("open \(name)")
    client.open(
      ClientDocument(
        uri: uri(name), language: Self.language(name), version: random.below(3),
        text: ClientText(onDisk ?? startingText(name))))
  }

  private mutating func openScratch() {
    let (uri, language) = random.element(of: Self.scratch)
    guard client.documents[uri] == nil else { return }
    steps.append("open \(uri)")
    let text = RandomManuscript.text(language == "latex" ? "tex" : "md", pieces: 6, isRoot: false, &random)
    client.open(ClientDocument(uri: uri, language: language, version: 1, text: ClientText(text)))
  }

  private mutating func edit() {
    guard var document = document() else { return }
    let changes = RandomManuscript.changes(of: &document.text, ending(of: document), client.encoding, &random)
    steps.append("edit \(document.uri)")
    client.documents[document.uri] = document
    client.change(document.uri, changes)
  }

  private mutating func save() throws {
    guard let document = document() else { return }
    steps.append("save \(document.uri)")
    if let name = Self.names.first(where: { uri($0) == document.uri }) {
      let event = isOnDisk(name) ? 2 : 1
      try write(document.text.string, name)
      client.save(document.uri)
      client.fileEvent(folder + "/" + name, type: event)
    } else {
      client.save(document.uri)
    }
  }

  private mutating func close() {
    guard let document = document() else { return }
    steps.append("close \(document.uri)")
    client.close(document.uri)
  }

  /// A rename reaches a server as a close, an open, and events of the disk.
  private mutating func rename() throws {
    guard let document = document(), let old = Self.names.first(where: { uri($0) == document.uri }) else { return }
    let free = Self.names.filter { client.documents[uri($0)] == nil && Self.ending($0) == Self.ending(old) }
    guard !free.isEmpty else { return }
    let new = random.element(of: free)
    steps.append("rename \(old) to \(new)")
    let wasThere = isOnDisk(new)
    try? FileManager.default.removeItem(atPath: folder + "/" + old)
    try write(document.text.string, new)
    client.close(document.uri)
    client.open(ClientDocument(uri: uri(new), language: document.language, version: 1, text: document.text))
    client.fileEvent(folder + "/" + old, type: 3)
    client.fileEvent(folder + "/" + new, type: wasThere ? 2 : 1)
  }

  /// Another program writes or deletes a file.
  private mutating func changeOnDisk() throws {
    let name = random.element(of: Self.names)
    if isOnDisk(name), random.once(in: 2) {
      steps.append("delete \(name)")
      try FileManager.default.removeItem(atPath: folder + "/" + name)
      client.fileEvent(folder + "/" + name, type: 3)
    } else {
      steps.append("write \(name)")
      let event = isOnDisk(name) ? 2 : 1
      try write(startingText(name), name)
      client.fileEvent(folder + "/" + name, type: event)
    }
  }

  private mutating func ask() {
    guard let document = document() else { return }
    let place = document.text.position(random.below(document.text.scalars.count + 1), client.encoding)
    let method = random.element(of: [
      "hover", "codeAction", "documentHighlight", "references", "definition", "documentLink", "completion",
      "diagnostic", "inlayHint", "codeLens", "noSuchThing",
    ])
    client.request(
      "textDocument/" + method,
      [
        "textDocument": ["uri": .string(document.uri)], "position": place, "range": ["start": place, "end": place],
        "context": ["diagnostics": [], "includeDeclaration": true],
      ])
    if random.once(in: 10) { client.request("workspace/diagnostic", ["previousResultIds": []]) }
  }

  // MARK: Laws

  /// The server's texts are the client's, and what it says is what a server says that knows only these texts.
  ///
  /// False when a law was broken; then the last steps are part of the issue.
  mutating func check(_ context: String) -> Bool {
    for (uri, document) in client.documents {
      guard client.session.documents[uri]?.bytes == Array(document.text.string.utf8) else {
        return fail("the text of \(uri) differs", context)
      }
    }
    // What is being written is asked more softly until it is saved.
    for uri in client.documents.keys.sorted() { client.save(uri) }
    client.finishScan()
    client.rest()
    var fresh = SessionClient(
      encoding: client.encoding, pulls: client.pulls, folders: [folder], settings: client.settings)
    for uri in client.documents.keys.sorted() { client.documents[uri].map { fresh.open($0) } }
    fresh.finishScan()
    fresh.rest()
    let expected = fresh.picture()
    for (key, value) in client.picture().sorted(by: { $0.key < $1.key }) where expected[key] != value {
      return fail("\(key): " + Self.difference(value, expected[key] ?? .null), context)
    }
    return checkPublished(fresh.published, context)
  }

  private func checkPublished(_ expected: [String: (version: Int?, items: [JSONValue])], _ context: String) -> Bool {
    guard !client.pulls else { return true }
    for uri in Set(client.published.keys).union(expected.keys).sorted() {
      let left = client.published[uri]
      let right = expected[uri]
      let isManuscript = client.documents[uri].map { ["tex", "md", "qmd"].contains(ending(of: $0)) } ?? false
      if isManuscript, left?.version != right?.version {
        return fail("version \(left?.version ?? -1) of \(uri) was published last, not \(right?.version ?? -1)", context)
      }
      if left?.items ?? [] != right?.items ?? [] {
        let difference = Self.difference(.array(left?.items ?? []), .array(right?.items ?? []))
        return fail("published for \(uri): " + difference, context)
      }
    }
    return true
  }

  /// Two values from where they begin to differ.
  private static func difference(_ value: JSONValue, _ expected: JSONValue) -> String {
    let (one, other) = (JSONText.bytes(of: value), JSONText.bytes(of: expected))
    let start = max(0, zip(one, other).prefix { $0 == $1 }.count - 200)
    func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes.dropFirst(start).prefix(600), as: UTF8.self) }
    return "…\(shown(one))…\n  instead of …\(shown(other))…"
  }

  private func fail(_ what: String, _ context: String) -> Bool {
    let text = "\(context): \(what)\n  after \(steps.suffix(12).joined(separator: ", "))"
    Issue.record("\(text.replacingOccurrences(of: folder, with: ""))")
    return false
  }
}
