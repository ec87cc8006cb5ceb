import Manuscripts

extension StretchParser {
  /// Adds what the front matter says: title, abstract, language, bibliographies and directives.
  mutating func add(_ matter: FrontMatter, _ bytes: [UInt8]) {
    contents.problems += matter.problems.map {
      Problem(kind: .frontMatter, message: $0.message, span: SourceSpan(file: file, range: $0.range))
    }
    for (body, range) in matter.directives {
      contents.directives.append(Directive(body: body, span: SourceSpan(file: file, range: range), isAlone: false))
    }
    aligner.masked.read(Array(bytes.prefix(matter.end ?? 0)), from: 0)
    if let title = matter.title {
      let inside = rendered(title)
      if contents.title == nil { contents.title = String(decoding: inside.text.bytes, as: UTF8.self) }
      contents.blocks.append(
        Block(
          kind: .title, section: ManuscriptPiece.Contents.frontMatter, span: SourceSpan(file: file, range: title),
          text: inside.text, marks: inside.marks))
    }
    if let keywords = matter.keywords {
      let inside = rendered(keywords)
      let span = SourceSpan(file: file, range: keywords)
      contents.blocks.append(
        Block(
          kind: .metadata, section: ManuscriptPiece.Contents.frontMatter, span: span, text: inside.text,
          marks: inside.marks))
    }
    if let abstract = matter.abstract { addAbstract(abstract) }
    for (path, range) in matter.bibliographies {
      let candidates = [ProjectPath.joined(ProjectPath.folder(of: project.files[file].path), path)]
      let request = FileRequest(
        candidates: candidates, purpose: .bibliography, span: SourceSpan(file: file, range: range))
      contents.named.append(request)
      contents.bibliographies.append(request)
      switch project.resolve(candidates) {
      case .found: break
      case .unknown: contents.unresolved.append(request)
      case .absent(let absence): contents.problems.append(Self.problem(path, absence, request.span))
      }
    }
  }

  private mutating func addAbstract(_ range: Range<Int>) {
    let before = section
    section = contents.openSection(title: "Abstract", level: 1, kind: .abstract, after: section)
    let inside = rendered(range)
    if inside.text.count > 0 {
      contents.blocks.append(
        Block(
          kind: .paragraph, section: section, span: SourceSpan(file: file, range: range), text: inside.text,
          marks: inside.marks))
    }
    section = before
  }
}
