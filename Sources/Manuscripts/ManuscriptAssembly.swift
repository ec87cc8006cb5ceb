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
    // Read where they stand: a copy of the contents would cost more than many pieces hold.
    let piece = placed.piece
    var sections = [0, section]
    for opening in piece.contents.openings {
      sections.append(
        manuscript.openSection(
          title: opening.title, level: opening.level, kind: opening.kind, after: sections[opening.after],
          isAppendix: opening.isAppendix))
    }
    let firstBlock = manuscript.blocks.count
    manuscript.blocks += piece.contents.blocks
    let added = firstBlock..<manuscript.blocks.count
    manuscript.blocks.withUnsafeMutableBufferPointer { blocks in
      for index in added {
        if blocks[index].span.file == placed.file { blocks[index].move(by: placed.distance) }
        blocks[index].section = sections[blocks[index].section]
        if let float = blocks[index].float { blocks[index].float = float + floatCount }
        if let block = blocks[index].attachedTo { blocks[index].attachedTo = block + firstBlock }
      }
    }
    for (id, block) in piece.contents.noteDefinitions { noteDefinitions[id] = block + firstBlock }
    for (id, block) in piece.contents.noteUses { noteUses.append((id, block + firstBlock)) }
    section = sections[piece.contents.exitSection]
    floatCount += piece.contents.floatCount
    if manuscript.title == nil { manuscript.title = piece.contents.title }
    if let language = piece.contents.statedLanguage { manuscript.statedLanguage = language }
    appendRemarks(placed)
  }

  private mutating func appendRemarks(_ placed: PlacedPiece) {
    let piece = placed.piece
    func moved(_ span: SourceSpan) -> SourceSpan {
      span.file == placed.file ? span.moved(by: placed.distance) : span
    }
    for named in piece.contents.named { manuscript.named.append(named.at(moved(named.span))) }
    for file in piece.contents.bibliographies { manuscript.bibliographies.append(file.at(moved(file.span))) }
    for file in piece.contents.unresolved { manuscript.unresolved.append(file.at(moved(file.span))) }
    for work in piece.contents.works { manuscript.works.append(work.at(moved(work.span))) }
    for directive in piece.contents.directives {
      manuscript.directives.append(
        Directive(body: directive.body, span: moved(directive.span), isAlone: directive.isAlone))
    }
    for problem in piece.contents.problems where isFirst(problem) {
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
