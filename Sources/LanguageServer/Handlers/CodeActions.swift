import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts

extension Session {
  /// The ways to silence an ask: a comment on its own line before the block that it stands in.
  ///
  /// Blocks in which a comment line would change what is typeset (tables and front matter of Markdown, listings) get no
  /// action.
  mutating func codeActions(_ params: JSONValue) throws(RPCError) -> JSONValue {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents[uri] else {
      throw RPCError(.invalidParams, "the document is not open")
    }
    guard let range = document.positions.range(of: params["range"]) else {
      throw RPCError(.invalidParams, "a range needs a start and an end")
    }
    if let kinds = params[path: "context", "only"].array, !kinds.contains(where: { $0 == "quickfix" || $0 == "" }) {
      return []
    }
    guard let project = project(of: uri), let file = project.file(at: document.path) else { return [] }
    let given = params[path: "context", "diagnostics"].array ?? []
    var actions: [JSONValue] = []
    for diagnostic in project.analysis.diagnostics
    where diagnostic.span.file == file && !diagnostic.models.isEmpty
      && diagnostic.span.range.lowerBound <= range.upperBound && range.lowerBound <= diagnostic.span.range.upperBound
    {
      let answered = given.filter { $0["code"].string == diagnostic.code }
      for comment in comments(on: diagnostic, project) {
        guard let edit = edit(inserting: comment.body, before: diagnostic.span, project, document) else { continue }
        actions.append([
          "title": .string(comment.title), "kind": "quickfix", "diagnostics": .array(answered), "edit": edit,
        ])
      }
    }
    return .array(actions)
  }

  private func comments(on diagnostic: Diagnostic, _ project: LiveProject) -> [(title: String, body: String)] {
    let names = diagnostic.models.map { project.analysis.models[$0].name }
    let details = diagnostic.details.map(\.rawValue).joined(separator: ", ")
    var comments: [(String, String)] = []
    if let name = names.first, names.count == 1 {
      if !details.isEmpty {
        comments.append(("Reported in the supplement", "see-supplement \(details) for \(name)"))
      }
      comments.append(("'\(name)' is only discussed", "discussed \(name)"))
      comments.append(("'\(name)' is not a model here", "not-a-model \(name)"))
    } else if !details.isEmpty {
      comments.append(("Reported in the supplement", "see-supplement \(details)"))
    }
    comments.append(("Do not ask '\(diagnostic.code)' here", "ignore-next \(diagnostic.code) -- [TODO: reason]"))
    return comments
  }

  /// The edit that puts a comment on a line of its own before the block around a place; nil where none may stand.
  private func edit(
    inserting body: String, before span: SourceSpan, _ project: LiveProject, _ document: OpenDocument
  ) -> JSONValue? {
    let manuscript = project.analysis.reading.manuscript
    let holder = manuscript.blocks.first {
      $0.span.file == span.file && $0.span.range.contains(span.range.lowerBound)
    }
    guard let holder else { return nil }
    switch holder.kind {
    case .paragraph, .listItem: break
    case .title, .heading, .caption, .footnote, .quotation, .tableRow, .code, .metadata: return nil
    }
    var start = holder.span.range.lowerBound
    while start > 0, document.bytes[start - 1] != 0x0A, document.bytes[start - 1] != 0x0D { start -= 1 }
    // Something before the block on its line (an open macro, another block) could be cut in two by a line of its own.
    guard
      document.bytes[start..<holder.span.range.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
        || manuscript.markup == .markdown
    else { return nil }
    let isLatex = manuscript.markup == .latex
    let line = isLatex ? "% colophon: \(body)\n" : "<!-- colophon: \(body) -->\n"
    let edit: JSONValue = ["range": document.positions.json(of: start..<start), "newText": .string(line)]
    guard abilities.hasDocumentChanges else {
      return ["changes": .object([.init(document.uri, [edit])])]
    }
    return [
      "documentChanges": [
        ["textDocument": ["uri": .string(document.uri), "version": .integer(document.version)], "edits": [edit]]
      ]
    ]
  }
}
