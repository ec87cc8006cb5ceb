extension Manuscript {
  /// Adds the text of another manuscript behind this one's: a supplement, where details may stand too.
  ///
  /// Files of the same path are one file.
  package mutating func append(_ other: Manuscript) {
    let places = other.files.map { file in
      if let known = files.firstIndex(where: { $0.path == file.path }) { return known }
      files.append(file)
      return files.count - 1
    }
    func moved(_ span: SourceSpan) -> SourceSpan { SourceSpan(file: places[span.file], range: span.range) }
    func moved(_ request: FileRequest) -> FileRequest {
      FileRequest(candidates: request.candidates, purpose: request.purpose, span: moved(request.span))
    }
    let (firstSection, firstBlock) = (sections.count, blocks.count)
    let firstFloat = blocks.reduce(0) { max($0, $1.float ?? 0) }
    sections += other.sections.map {
      Section(kind: $0.kind, title: $0.title, level: $0.level, parent: $0.parent.map { $0 + firstSection })
    }
    blocks += other.blocks.map { block in
      var block = block
      block.section += firstSection
      block.span = moved(block.span)
      block.float = block.float.map { $0 + firstFloat }
      block.attachedTo = block.attachedTo.map { $0 + firstBlock }
      return block
    }
    bibliographies += other.bibliographies.map(moved)
    named += other.named.map(moved)
    unresolved += other.unresolved.map(moved)
    works += other.works.map { $0.at(moved($0.span)) }
    directives += other.directives.map { Directive(body: $0.body, span: moved($0.span), isAlone: $0.isAlone) }
    problems += other.problems.map { Problem(kind: $0.kind, message: $0.message, span: $0.span.map(moved)) }
  }
}
