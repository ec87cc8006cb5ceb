/// Puts the pieces of a manuscript together.
package struct ManuscriptAssembly {
  private var manuscript: Manuscript
  private var section = 0
  private var floatCount = 0
  private var noteDefinitions: [String: Int] = [:]
  private var noteUses: [(id: String, block: Int)] = []
  /// Problems of which a file reports the first.
  private var reported: Set<ReportedProblem> = []

  private struct ReportedProblem: Hashable {
    let kind: Problem.Kind
    let file: Int
  }

  /// - Complexity: linear in the blocks.
  package static func manuscript(markup: Markup, files: [SourceFile], pieces: [PlacedPiece]) -> Manuscript {
    var assembly = ManuscriptAssembly(manuscript: Manuscript(markup: markup, files: files))
    assembly.manuscript.blocks.reserveCapacity(pieces.reduce(0) { $0 + $1.piece.contents.blocks.count })
    for placed in pieces { assembly.append(placed) }
    for use in assembly.noteUses {
      if let block = assembly.noteDefinitions[use.id] { assembly.manuscript.blocks[block].attachedTo = use.block }
    }
    return assembly.manuscript
  }

  private init(manuscript: Manuscript) { self.manuscript = manuscript }

  private mutating func append(_ placed: PlacedPiece) {
    let contents = placed.piece.contents
    var sections = [0, section]
    for opening in contents.openings {
      sections.append(
        manuscript.openSection(
          title: opening.title, level: opening.level, kind: opening.kind, after: sections[opening.after],
          isAppendix: opening.isAppendix))
    }
    let firstBlock = manuscript.blocks.count
    manuscript.blocks += contents.blocks
    let added = firstBlock..<manuscript.blocks.count
    manuscript.blocks.withUnsafeMutableBufferPointer { blocks in
      for index in added {
        if blocks[index].span.file == placed.file { blocks[index].move(by: placed.distance) }
        blocks[index].section = sections[blocks[index].section]
        if let float = blocks[index].float { blocks[index].float = float + floatCount }
        if let block = blocks[index].attachedTo { blocks[index].attachedTo = block + firstBlock }
      }
    }
    for (id, block) in contents.noteDefinitions { noteDefinitions[id] = block + firstBlock }
    noteUses += contents.noteUses.map { ($0.id, $0.block + firstBlock) }
    section = sections[contents.exitSection]
    floatCount += contents.floatCount
    if manuscript.title == nil { manuscript.title = contents.title }
    if let language = contents.statedLanguage { manuscript.statedLanguage = language }
    appendRemarks(contents, placed)
  }

  private mutating func appendRemarks(_ contents: ManuscriptPiece.Contents, _ placed: PlacedPiece) {
    func moved(_ span: SourceSpan) -> SourceSpan {
      span.file == placed.file ? span.moved(by: placed.distance) : span
    }
    manuscript.named += contents.named.map { $0.at(moved($0.span)) }
    manuscript.bibliographies += contents.bibliographies.map { $0.at(moved($0.span)) }
    manuscript.unresolved += contents.unresolved.map { $0.at(moved($0.span)) }
    manuscript.works += contents.works.map { $0.at(moved($0.span)) }
    manuscript.directives += contents.directives.map {
      Directive(body: $0.body, span: moved($0.span), isAlone: $0.isAlone)
    }
    for problem in contents.problems where isFirst(problem) {
      manuscript.problems.append(
        Problem(kind: problem.kind, message: problem.message, span: problem.span.map(moved)))
    }
  }

  private mutating func isFirst(_ problem: Problem) -> Bool {
    switch problem.kind {
    case .bound, .unclosed, .invalidUTF8:
      reported.insert(ReportedProblem(kind: problem.kind, file: problem.span?.file ?? 0)).inserted
    case .missingFile, .blockedFile, .unreadableFile, .includeCycle, .bibliography, .frontMatter: true
    }
  }
}

extension FileRequest {
  fileprivate func at(_ span: SourceSpan) -> FileRequest {
    FileRequest(candidates: candidates, purpose: purpose, span: span)
  }
}

extension CitedWork {
  /// The same work at another place.
  package func at(_ span: SourceSpan) -> CitedWork {
    CitedWork(
      key: key, type: type, title: title, authors: authors, year: year, doi: doi, arXiv: arXiv, url: url, note: note,
      container: container, span: span)
  }
}
