import Manuscripts

/// Reads one stretch of a Markdown file; its places count from the stretch's beginning.
struct StretchParser {
  let project: ProjectFiles
  let file: Int
  /// Link definitions of the whole file.
  private let definitions: [UInt8]
  var contents = ManuscriptPiece.Contents()
  var section = ManuscriptPiece.Contents.entrySection
  private var pieces: [ManuscriptPiece] = []
  private var includes: [ParsedStretch.Include] = []
  private var language: String?

  /// - Parameters:
  ///   - isFirst: true at a file's beginning, where a front matter may stand.
  ///   - definitions: the link definitions of the file's stretches.
  static func parsed(
    _ bytes: [UInt8], isFirst: Bool, _ definitions: [UInt8], file: Int, _ project: ProjectFiles
  ) -> ParsedStretch {
    let usesDefinitions = holdsReference(bytes)
    var parser = StretchParser(project: project, file: file, definitions: usesDefinitions ? definitions : [])
    parser.read(bytes, isFirst: isFirst)
    return ParsedStretch(
      pieces: parser.pieces, includes: parser.includes, usesDefinitions: usesDefinitions, language: parser.language)
  }

  private init(project: ProjectFiles, file: Int, definitions: [UInt8]) {
    self.project = project
    self.file = file
    self.definitions = definitions
  }

  /// True when a bracket may refer to a link definition.
  private static func holdsReference(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0] == 0x5D && !($0 + 1 < bytes.count && bytes[$0 + 1] == 0x28) }
  }

  private mutating func read(_ bytes: [UInt8], isFirst: Bool) {
    if let offset = UTF8Check.firstInvalidOffset(in: bytes, bytes.indices) {
      let span = SourceSpan(file: file, range: offset..<(offset + 1))
      contents.problems.append(Problem(kind: .invalidUTF8, message: "some bytes are not UTF-8", span: span))
    }
    var start = 0
    if isFirst {
      let matter = FrontMatter(bytes, from: 0)
      start = matter.end ?? 0
      language = matter.language
      add(matter, bytes)
    }
    let masked = MaskedSource(bytes, from: start)
    if let offset = masked.boundedAt {
      let span = SourceSpan(file: file, range: offset..<(offset + 1))
      contents.problems.append(Problem(kind: .bound, message: "nesting here is deeper than is read", span: span))
    }
    for range in masked.directives {
      if let directive = CommentDirective.directive(in: bytes, range, file: file) {
        contents.directives.append(directive)
      }
    }
    readBody(masked, from: start)
  }

  /// The text between includes, piece by piece.
  private mutating func readBody(_ masked: MaskedSource, from start: Int) {
    var context = FileContext(masked: masked, file: file)
    var position = start
    for include in masked.includes {
      readPart(&context, position..<max(position, include.range.lowerBound))
      finishPiece()
      self.include(include.path, include.range)
      position = include.range.upperBound
    }
    readPart(&context, position..<max(position, masked.bytes.count))
    finishPiece()
  }

  private mutating func finishPiece() {
    contents.exitSection = section
    MarkdownWorks.addIdentifiers(to: &contents)
    pieces.append(ManuscriptPiece(contents))
    contents = ManuscriptPiece.Contents()
    section = ManuscriptPiece.Contents.entrySection
  }

  private mutating func include(_ path: String, _ range: Range<Int>) {
    let here = ProjectPath.folder(of: project.files[file].path)
    let main = ProjectPath.folder(of: project.files.first?.path ?? "")
    let candidates =
      here == main
      ? [ProjectPath.joined(here, path)] : [ProjectPath.joined(here, path), ProjectPath.joined(main, path)]
    let request = FileRequest(candidates: candidates, purpose: .text, span: SourceSpan(file: file, range: range))
    contents.named.append(request)
    var found: Int?
    switch project.resolve(candidates) {
    case .found(let file): found = file
    case .unknown: contents.unresolved.append(request)
    case .absent(let absence): contents.problems.append(Self.problem(path, absence, request.span))
    }
    includes.append(ParsedStretch.Include(path: path, range: range, file: found))
  }

  static func problem(_ path: String, _ absence: ProjectFiles.Absence, _ span: SourceSpan) -> Problem {
    switch absence {
    case .missing: Problem(kind: .missingFile, message: "'\(path)' does not exist", span: span)
    case .outsideRoot:
      Problem(kind: .blockedFile, message: "'\(path)' lies outside the project and was not read", span: span)
    case .unreadable(let cause):
      Problem(kind: .unreadableFile, message: "'\(path)' cannot be read: \(cause)", span: span)
    }
  }

  private mutating func readPart(_ context: inout FileContext, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let first = contents.blocks.count
    let tables = PipeTable.tables(in: context.masked, range)
    for table in tables { add(table, context) }
    for table in tables { context.masked.blank(table.range) }
    let lines = LineStarts(context.masked.bytes, range)
    for leaf in PlainLeaves.leaves(of: context.masked.bytes[range], definitions: definitions)
    where leaf.lines.lowerBound <= lines.count {
      add(leaf, at: lines.range(leaf.lines), context)
    }
    sortBlocks(from: first)
  }

  private mutating func add(_ leaf: CommonMarkLeaf, at range: Range<Int>, _ context: FileContext) {
    switch leaf.kind {
    case .code(let fence): addCode(fence, range, context)
    case .html: addHTML(range, context)
    case .heading(let level): addHeading(level, leaf.inlines, range, context)
    case .paragraph:
      let kind: Block.Kind = leaf.isQuoted ? .quotation : leaf.isInList && leaf.isFirstInItem ? .listItem : .paragraph
      addParagraph(kind, leaf.inlines, range, context)
    }
  }

  private mutating func addHeading(
    _ level: Int, _ inlines: [CommonMarkInline], _ range: Range<Int>, _ context: FileContext
  ) {
    var aligner = InlineAligner(context.masked, elements: context.elements, file: context.file, range: range)
    aligner.append(inlines)
    let title = String(decoding: aligner.text.bytes.filter { $0 >= 0x20 }, as: UTF8.self)
    section = contents.openSection(title: title, level: level, after: section)
    append(.heading(level: level), aligner, range, context.file)
  }

  private mutating func addParagraph(
    _ kind: Block.Kind, _ inlines: [CommonMarkInline], _ range: Range<Int>, _ context: FileContext
  ) {
    var aligner = InlineAligner(context.masked, elements: context.elements, file: context.file, range: range)
    aligner.append(inlines)
    let isImageOnly = aligner.captions.count == 1 && aligner.captions[0].count >= aligner.text.count - 2
    let first = range.first { context.masked.source[$0] > 0x20 }
    if let first, let id = context.masked.footnoteDefinitions[first] {
      contents.noteDefinitions[id] = contents.blocks.count
      return append(.footnote, aligner, range, context.file)
    }
    append(isImageOnly ? .caption : kind, aligner, range, context.file)
  }

  private mutating func append(
    _ kind: Block.Kind, _ aligner: InlineAligner, _ range: Range<Int>, _ file: Int, float: Int? = nil
  ) {
    guard aligner.text.count > 0 else { return }
    for note in aligner.footnotes { contents.noteUses.append((note.id, contents.blocks.count)) }
    contents.blocks.append(
      Block(
        kind: kind, section: section, span: SourceSpan(file: file, range: range), text: aligner.text,
        marks: aligner.marks, float: float))
  }

  /// Tables were added before the text around them: blocks go back into the order of the file, each into its section.
  private mutating func sortBlocks(from first: Int) {
    let tail = contents.blocks[first...].enumerated().sorted { left, right in
      left.element.span.range.lowerBound != right.element.span.range.lowerBound
        ? left.element.span.range.lowerBound < right.element.span.range.lowerBound : left.offset < right.offset
    }
    guard !zip(tail, tail.dropFirst()).allSatisfy({ $0.offset < $1.offset }) else { return }
    let moved = Dictionary(uniqueKeysWithValues: tail.enumerated().map { ($1.offset + first, $0 + first) })
    contents.blocks.replaceSubrange(first..., with: tail.map(\.element))
    contents.noteUses = contents.noteUses.map { ($0.id, moved[$0.block] ?? $0.block) }
    contents.noteDefinitions = contents.noteDefinitions.mapValues { moved[$0] ?? $0 }
    var current = ManuscriptPiece.Contents.entrySection
    for index in first..<contents.blocks.count {
      switch contents.blocks[index].kind {
      case .tableRow, .caption: if contents.blocks[index].float != nil { contents.blocks[index].section = current }
      default: current = contents.blocks[index].section
      }
    }
  }
}

/// One stretch while it is read.
struct FileContext {
  var masked: MaskedSource
  let elements: ElementIndex
  let file: Int

  init(masked: MaskedSource, file: Int) {
    self.masked = masked
    elements = ElementIndex(masked)
    self.file = file
  }
}

/// Offsets of the lines of a part of a file.
struct LineStarts {
  private var starts: [Int]
  private let end: Int

  var count: Int { starts.count }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    starts = [range.lowerBound]
    end = range.upperBound
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x0A || bytes[index] == 0x0D && !(index + 1 < range.upperBound && bytes[index + 1] == 0x0A) {
        starts.append(index + 1)
      }
      index += 1
    }
  }

  /// The bytes of 1-based lines, clamped to the part.
  func range(_ lines: ClosedRange<Int>) -> Range<Int> {
    let start = lines.lowerBound - 1 < starts.count ? starts[lines.lowerBound - 1] : end
    let stop = lines.upperBound < starts.count ? starts[lines.upperBound] : end
    return start..<max(start, stop)
  }
}
