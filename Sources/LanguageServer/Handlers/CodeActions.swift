import LanguageServerWire
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts

extension Session {
  /// The kinds of actions that the server has, most general first.
  static let codeActionKinds: [JSONValue] = ["quickfix"] + Fix.Kind.allCases.map { .string(name(of: $0)) }

  /// What an author can do at a range: the fixes of the diagnostics there, and the statement on all models where it is
  /// asked for.
  mutating func codeActions(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents[uri] else {
      throw RPCError(.invalidParams, "the document is not open")
    }
    guard let range = document.positions.range(of: params["range"]) else {
      throw RPCError(.invalidParams, "a range needs a start and an end")
    }
    guard abilities.codeActions.takesLiterals, let project = project(of: uri),
      let file = project.file(at: document.path)
    else { return [] }
    let request = ActionRequest(context: params["context"], range: range, document: document)
    let concerned = request.concerned(project.analysis.diagnostics.filter { $0.span.file == file })
    guard !concerned.isEmpty && request.wantsFixes || request.wants(.statement) else { return [] }
    let fixes = fixes(of: project)
    var chosen: [(fix: Fix, diagnostic: Diagnostic?)] = []
    for diagnostic in concerned {
      // Several questions at one place share what is said of their model.
      for fix in fixes.fixes(for: diagnostic) where request.wants(fix.kind) {
        if !chosen.contains(where: { $0.fix == fix }) { chosen.append((fix, diagnostic)) }
      }
    }
    if request.wants(.statement), let statement = fixes.statement() { chosen.append((statement, nil)) }
    // What answers comes before what silences, whichever question it is for.
    let ordered = chosen.filter { $0.fix.kind != .silence } + chosen.filter { $0.fix.kind == .silence }
    return .array(ordered.map { action($0.fix, on: $0.diagnostic, request, project) })
  }

  /// The action with its edit, made from the text as it is now.
  mutating func resolvedCodeAction(_ action: JSONValue) throws(RPCError) -> JSONValue {
    let data = action["data"]
    guard case .object(let members) = action, let uri = data["uri"].string, let document = documents[uri] else {
      throw RPCError(.invalidParams, "the action is none of this server's, or its document was closed")
    }
    guard data["version"].integer == document.version, let project = project(of: uri),
      let file = project.file(at: document.path), let fix = fix(data, project, file)
    else { throw RPCError(.contentModified, "the document has changed") }
    return .object(members + [.init("edit", edit(of: fix, document, project))])
  }

  private func fix(_ data: JSONValue, _ project: LiveProject, _ file: Int) -> Fix? {
    let fixes = fixes(of: project)
    guard let code = data["code"].string else { return fixes.statement() }
    let diagnostic = project.analysis.diagnostics.first {
      $0.span.file == file && $0.code == code && $0.span.range.lowerBound == data["start"].integer
    }
    return diagnostic.flatMap { fixes.fixes(for: $0).first { $0.id == data["fix"].string } }
  }

  private func fixes(of project: LiveProject) -> Fixes {
    Fixes(project.analysis, settings: settingsFile(of: project)?.bytes)
  }

  /// The settings file that holds for a manuscript, if it can be read without a complaint.
  private func settingsFile(of project: LiveProject) -> (path: String, bytes: [UInt8])? {
    guard let path = project.configurationFiles.first,
      let bytes = document(atPath: path)?.bytes ?? (try? FileSystem.read(path, limit: 1_048_576)),
      ConfigurationFile.reading(of: String(decoding: bytes, as: UTF8.self)).problems.isEmpty
    else { return nil }
    return (path, bytes)
  }

  // MARK: JSON

  static func name(of kind: Fix.Kind) -> String {
    switch kind {
    case .answer: "quickfix.colophon.answer"
    case .citation: "quickfix.colophon.citation"
    case .silence: "quickfix.colophon.silence"
    case .statement: "source.colophon.reuseStatement"
    }
  }

  private func action(_ fix: Fix, on diagnostic: Diagnostic?, _ request: ActionRequest, _ project: LiveProject)
    -> JSONValue
  {
    let document = request.document
    let answered = diagnostic.map { request.given(for: $0) } ?? []
    let isLazy = abilities.codeActions.resolvesEdits
    let data: JSONValue = .compact([
      "uri": .string(document.uri), "version": .integer(document.version), "fix": .string(fix.id),
      "code": diagnostic.map { .string($0.code) } ?? .null,
      "start": diagnostic.map { .integer($0.span.range.lowerBound) } ?? .null,
    ])
    return .compact([
      "title": .string(fix.title), "kind": .string(Self.name(of: fix.kind)),
      "diagnostics": answered.isEmpty ? .null : .array(answered),
      "isPreferred": fix.isPreferred && abilities.codeActions.showsPreferred ? true : .null,
      "edit": isLazy ? .null : edit(of: fix, document, project), "data": isLazy ? data : .null,
    ])
  }

  /// The workspace edit of a fix, file by file.
  private func edit(of fix: Fix, _ document: OpenDocument, _ project: LiveProject) -> JSONValue {
    var targets: [FixEdit.Target] = []
    for edit in fix.edits where !targets.contains(edit.target) { targets.append(edit.target) }
    var changes: [JSONValue.Member] = []
    var documentChanges: [JSONValue] = []
    for target in targets {
      guard let (uri, text) = place(of: target, project) else { continue }
      let own = fix.edits.filter { $0.target == target }
      // A client goes from gap to gap in the document that it shows, and through one snippet at a time.
      let isSnippet = abilities.codeActions.takesSnippets && uri == document.uri && own.count == 1
      let edits = JSONValue.array(own.map { isSnippet ? Self.snippet($0, text) : Self.plain($0, text) })
      changes.append(.init(uri, edits))
      let version = documents[uri].map { JSONValue.integer($0.version) } ?? .null
      documentChanges.append(["textDocument": ["uri": .string(uri), "version": version], "edits": edits])
    }
    return abilities.hasDocumentChanges
      ? ["documentChanges": .array(documentChanges)] : ["changes": .object(changes)]
  }

  private func place(of target: FixEdit.Target, _ project: LiveProject) -> (uri: String, text: TextPositions)? {
    switch target {
    case .file(let file): return (uri(of: file, project), positions(of: file, project))
    case .settings:
      guard let (path, bytes) = settingsFile(of: project) else { return nil }
      let uri = document(atPath: path)?.uri ?? DocumentURI.uri(ofPath: path)
      return (uri, TextPositions(bytes, abilities.encoding))
    }
  }

  private static func plain(_ edit: FixEdit, _ text: TextPositions) -> JSONValue {
    ["range": text.json(of: edit.range), "newText": .string(edit.text.plain)]
  }

  private static func snippet(_ edit: FixEdit, _ text: TextPositions) -> JSONValue {
    guard edit.text.hasGaps else { return plain(edit, text) }
    return [
      "range": text.json(of: edit.range),
      "snippet": ["kind": "snippet", "value": .string(SnippetText.value(edit.text))],
    ]
  }
}

/// What a client asks for, and where.
private struct ActionRequest {
  let document: OpenDocument
  private let range: Range<Int>
  private let only: [String]?
  private let given: [JSONValue]
  private let isAutomatic: Bool

  init(context: JSONValue, range: Range<Int>, document: OpenDocument) {
    self.document = document
    self.range = range
    only = context["only"].array?.compactMap(\.string)
    given = context["diagnostics"].array ?? []
    isAutomatic = context["triggerKind"] == 2
  }

  var wantsFixes: Bool { wants(.answer) || wants(.citation) || wants(.silence) }

  /// True for kinds that are asked for or lie under one that is; what is no fix is not offered at every movement.
  func wants(_ kind: Fix.Kind) -> Bool {
    guard let only else { return kind != .statement || !isAutomatic }
    let name = Session.name(of: kind)
    return only.contains { $0.isEmpty || name == $0 || name.hasPrefix($0 + ".") }
  }

  /// The diagnostics that the client speaks of, else those at the range.
  func concerned(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let spokenOf = diagnostics.filter { !given(for: $0).isEmpty }
    guard spokenOf.isEmpty else { return spokenOf }
    return diagnostics.filter {
      $0.span.range.lowerBound <= range.upperBound && range.lowerBound <= $0.span.range.upperBound
    }
  }

  /// The client's own copies of a diagnostic.
  func given(for diagnostic: Diagnostic) -> [JSONValue] {
    given.filter {
      $0["code"].string == diagnostic.code && document.positions.range(of: $0["range"]) == diagnostic.span.range
    }
  }
}

/// Snippets of LSP: gaps are tab stops.
enum SnippetText {
  static func value(_ text: FixText) -> String {
    var stop = 0
    return text.parts.reduce("") { value, part in
      switch part {
      case .text(let words): return value + escaped(words)
      case .gap(let hint):
        stop += 1
        return value + "${\(stop):\(escaped(hint))}"
      }
    } + "$0"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce("") { $0 + ($1 == "\\" || $1 == "$" || $1 == "}" ? "\\" : "") + String($1) }
  }
}
