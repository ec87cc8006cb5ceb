import LanguageServerWire
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
import ReportingRules
import ReuseDetection

/// A mention under the caret.
struct MentionPlace {
  let project: LiveProject
  let model: DetectedModel
  let mention: Mention
}

extension Session {
  /// The document and the byte offset that a request names.
  func place(at params: JSONValue) throws(RPCError) -> (document: OpenDocument, offset: Int) {
    guard let uri = params[path: "textDocument", "uri"].string, let document = documents[uri] else {
      throw RPCError(.invalidParams, "the document is not open")
    }
    guard let offset = document.positions.offset(of: params["position"]) else {
      throw RPCError(.invalidParams, "a position needs a line and a character")
    }
    return (document, offset)
  }

  /// The mention of a model at the position that a request names: of several the longest.
  mutating func mention(at params: JSONValue) throws(RPCError) -> MentionPlace? {
    let (document, offset) = try place(at: params)
    guard let project = project(of: document.uri), let file = project.file(at: document.path) else { return nil }
    var best: MentionPlace?
    for model in project.analysis.models {
      for mention in model.mentions
      where mention.span.file == file && mention.span.range.lowerBound <= offset
        && offset <= mention.span.range.upperBound
        && mention.span.range.count > best?.mention.span.range.count ?? -1
      {
        best = MentionPlace(project: project, model: model, mention: mention)
      }
    }
    return best
  }

  /// What is known of the model, the comment or the setting under the mouse.
  mutating func hover(_ params: JSONValue) throws(RPCError) -> JSONValue {
    let (document, offset) = try place(at: params)
    if document.isSettings { return page(in: document, SettingsPlace.page(in: document.bytes, at: offset)) }
    if let comment = commentPage(document, offset) { return page(in: document, comment) }
    guard let found = try mention(at: params) else { return .null }
    let session = self
    let full = found.project.analysis.inFull().models.first { $0.id == found.model.id } ?? found.model
    let model = ModelPage(model: full) {
      session.place(of: $0, found.project)
    } pinnedPlace: {
      session.place(ofPinned: $0, found.project)
    }
    return page(in: document, (model.markdown(), found.mention.span.range))
  }

  private func page(in document: OpenDocument, _ page: (markdown: String, range: Range<Int>)?) -> JSONValue {
    guard let page else { return .null }
    return [
      "contents": MarkupText.content(page.markdown, formats: abilities.hoverFormats),
      "range": document.positions.json(of: page.range),
    ]
  }

  /// "methods.tex:12" and its address.
  func place(of span: SourceSpan, _ project: LiveProject) -> (words: String, address: String) {
    let line = positions(of: span.file, project).position(at: span.range.lowerBound).line + 1
    let path = project.analysis.reading.manuscript.files[span.file].path
    return ("\(path):\(line)", "\(uri(of: span.file, project))#L\(line)")
  }

  /// The line of the file beside the manuscript that a value such as "torch 2.3.1 (requirements.txt)" comes from.
  private func place(ofPinned value: String, _ project: LiveProject) -> (words: String, address: String)? {
    let pinned = project.analysis.reading.pinnedPackages.values.first {
      value.hasSuffix(" (\($0.file))") && value.hasPrefix($0.name)
    }
    guard let pinned, let file = project.loaded.input.lockfiles.first(where: { $0.path == pinned.file }) else {
      return nil
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let line = lines.firstIndex { $0.contains(pinned.name) }.map { $0 + 1 } ?? 1
    let address = DocumentURI.uri(ofPath: ProjectPath.joined(project.loaded.folder, file.path))
    return ("\(file.path):\(line)", "\(address)#L\(line)")
  }

  /// The page of the word under the mouse in a `colophon:` comment, or of the first ask or detail that it names.
  private mutating func commentPage(_ document: OpenDocument, _ offset: Int) -> (markdown: String, range: Range<Int>)? {
    guard let project = project(of: document.uri), let file = project.file(at: document.path),
      let directive = project.analysis.reading.manuscript.directives.first(where: {
        $0.span.file == file && $0.span.range.lowerBound <= offset && offset <= $0.span.range.upperBound
      })
    else { return nil }
    let words = directive.body.split { !NameBytes.isName($0.asciiValue ?? 0) }.map(String.init)
    let action = words.first ?? ""
    let meaning = Directives.meaning(of: action).map { "`colophon: \(action)`: \($0)" }
    if let word = NameBytes.word(in: document.bytes, at: offset) {
      if let page = RulePage.markdown(named: word.text) { return (page, word.range) }
      if word.text == action, let meaning { return (meaning, word.range) }
    }
    let named = words.dropFirst().lazy.compactMap(RulePage.markdown(named:)).first
    return (named ?? meaning).map { ($0, directive.span.range) }
  }
}
