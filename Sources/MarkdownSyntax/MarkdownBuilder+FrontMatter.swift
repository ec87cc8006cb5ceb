import Manuscripts

extension MarkdownBuilder {
  /// Adds what the front matter says: title, abstract, language, bibliographies and directives.
  mutating func add(_ matter: FrontMatter, _ masked: MaskedSource, file: Int) {
    manuscript.problems += matter.problems.map {
      Problem(kind: .frontMatter, message: $0.message, span: SourceSpan(file: file, range: $0.range))
    }
    if let language = matter.language, manuscript.statedLanguage == nil { manuscript.statedLanguage = language }
    for (body, range) in matter.directives {
      manuscript.directives.append(Directive(body: body, span: SourceSpan(file: file, range: range), isAlone: false))
    }
    if let title = matter.title {
      let inside = CellRenderer.render(MaskedSource(masked.source, from: 0), nil, title, file: file)
      if manuscript.title == nil { manuscript.title = String(decoding: inside.text.bytes, as: UTF8.self) }
      manuscript.blocks.append(
        Block(
          kind: .title, section: 0, span: SourceSpan(file: file, range: title), text: inside.text, marks: inside.marks))
    }
    if let keywords = matter.keywords {
      let inside = CellRenderer.render(MaskedSource(masked.source, from: 0), nil, keywords, file: file)
      let span = SourceSpan(file: file, range: keywords)
      manuscript.blocks.append(Block(kind: .metadata, section: 0, span: span, text: inside.text, marks: inside.marks))
    }
    if let abstract = matter.abstract { addAbstract(abstract, masked.source, file) }
    for (path, range) in matter.bibliographies {
      let candidates = [ProjectPath.joined(ProjectPath.folder(of: project.files[file].path), path)]
      let request = FileRequest(
        candidates: candidates, purpose: .bibliography, span: SourceSpan(file: file, range: range))
      manuscript.bibliographies.append(request)
      switch project.resolve(candidates) {
      case .found: break
      case .unknown: manuscript.unresolved.append(request)
      case .absent(let absence): manuscript.problems.append(Self.problem(path, absence, request.span))
      }
    }
  }

  private mutating func addAbstract(_ range: Range<Int>, _ source: [UInt8], _ file: Int) {
    let before = section
    section = manuscript.openSection(title: "Abstract", level: 1, kind: .abstract, after: section)
    let inside = CellRenderer.render(MaskedSource(source, from: 0), nil, range, file: file)
    if inside.text.count > 0 {
      manuscript.blocks.append(
        Block(
          kind: .paragraph, section: section, span: SourceSpan(file: file, range: range), text: inside.text,
          marks: inside.marks))
    }
    section = before
  }
}
