import Manuscripts

/// Puts the blocks of a Markdown project together.
struct MarkdownBuilder {
  /// Include directives may nest this deep.
  private static let includeDepth = 16
  /// Text is given to the parser in pieces of at least this many bytes, cut before headings.
  private static let chunkSize = 16_384

  let project: ProjectFiles
  var manuscript: Manuscript
  var section = 0
  var floatCount = 0
  /// Footnote definitions by identifier, with the file they stand in.
  private var footnotes: [String: Int] = [:]
  private var footnoteUses: [(id: String, block: Int)] = []
  private var openFiles: [Int] = []

  init(_ project: ProjectFiles) {
    self.project = project
    manuscript = Manuscript(markup: .markdown, files: project.files)
  }

  mutating func finished() -> Manuscript {
    for use in footnoteUses {
      if let block = footnotes[use.id] { manuscript.blocks[block].attachedTo = use.block }
    }
    MarkdownWorks.addIdentifiers(to: &manuscript)
    return manuscript
  }

  mutating func read(file: Int) {
    let bytes = project.files[file].bytes
    openFiles.append(file)
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      let span = SourceSpan(file: file, range: offset..<(offset + 1))
      manuscript.problems.append(Problem(kind: .invalidUTF8, message: "some bytes are not UTF-8", span: span))
    }
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let matter = FrontMatter(bytes, from: start)
    if let end = matter.end { start = end }
    let masked = MaskedSource(bytes, from: start)
    if let offset = masked.boundedAt {
      let span = SourceSpan(file: file, range: offset..<(offset + 1))
      manuscript.problems.append(Problem(kind: .bound, message: "nesting here is deeper than is read", span: span))
    }
    add(matter, masked, file: file)
    addDirectives(masked, file: file)
    readBody(masked, from: start, file: file)
    openFiles.removeLast()
  }

  private mutating func addDirectives(_ masked: MaskedSource, file: Int) {
    for range in masked.directives {
      if let directive = CommentDirective.directive(in: masked.source, range, file: file) {
        manuscript.directives.append(directive)
      }
    }
  }

  /// The text between includes, piece by piece.
  private mutating func readBody(_ masked: MaskedSource, from start: Int, file: Int) {
    var context = FileContext(masked: masked, file: file)
    var position = start
    for include in masked.includes {
      readChunks(&context, position..<max(position, include.range.lowerBound))
      self.include(include.path, SourceSpan(file: file, range: include.range))
      position = include.range.upperBound
    }
    readChunks(&context, position..<max(position, masked.bytes.count))
  }

  private mutating func include(_ path: String, _ span: SourceSpan) {
    let here = ProjectPath.folder(of: project.files[span.file].path)
    let main = ProjectPath.folder(of: project.files.first?.path ?? "")
    let candidates =
      here == main
      ? [ProjectPath.joined(here, path)] : [ProjectPath.joined(here, path), ProjectPath.joined(main, path)]
    switch project.resolve(candidates) {
    case .found(let file):
      guard !openFiles.contains(file), openFiles.count < Self.includeDepth else {
        manuscript.problems.append(Problem(kind: .includeCycle, message: "'\(path)' includes itself", span: span))
        return
      }
      read(file: file)
    case .unknown: manuscript.unresolved.append(FileRequest(candidates: candidates, purpose: .text, span: span))
    case .absent(let absence): manuscript.problems.append(Self.problem(path, absence, span))
    }
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

  private mutating func readChunks(_ context: inout FileContext, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let tables = PipeTable.tables(in: context.masked, range)
    for table in tables { add(table, context) }
    for table in tables { context.masked.blank(table.range) }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = Self.chunkEnd(context.masked.bytes, from: start, to: range.upperBound)
      readChunk(context, start..<end)
      start = end
    }
    sortBlocks(from: context.firstBlock(in: manuscript, range))
  }

  /// A heading's line after enough bytes, outside code; else the end.
  private static func chunkEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    guard end - start > 2 * chunkSize else { return end }
    var lineStart = start
    var isInFence = false
    while lineStart < end {
      if bytes[lineStart] == 0x60 || bytes[lineStart] == 0x7E, lineStart + 2 < end,
        bytes[lineStart + 1] == bytes[lineStart],
        bytes[lineStart + 2] == bytes[lineStart]
      {
        isInFence.toggle()
      }
      if !isInFence, lineStart - start > chunkSize, bytes[lineStart] == 0x23, lineStart >= 2,
        bytes[lineStart - 2] == 0x0A
      {
        return lineStart
      }
      while lineStart < end, bytes[lineStart] != 0x0A { lineStart += 1 }
      lineStart += 1
    }
    return end
  }

  private mutating func readChunk(_ context: FileContext, _ range: Range<Int>) {
    let lines = LineStarts(context.masked.bytes, range)
    for leaf in CommonMarkTree.leaves(of: context.masked.bytes[range]) {
      add(leaf, at: lines.range(leaf.lines), context)
    }
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
    section = manuscript.openSection(title: title, level: level, after: section)
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
      footnotes[id] = manuscript.blocks.count
      return append(.footnote, aligner, range, context.file)
    }
    append(isImageOnly ? .caption : kind, aligner, range, context.file)
  }

  private mutating func append(
    _ kind: Block.Kind, _ aligner: InlineAligner, _ range: Range<Int>, _ file: Int, float: Int? = nil
  ) {
    guard aligner.text.count > 0 else { return }
    for footnote in aligner.footnotes { footnoteUses.append((footnote.id, manuscript.blocks.count)) }
    manuscript.blocks.append(
      Block(
        kind: kind, section: section, span: SourceSpan(file: file, range: range), text: aligner.text,
        marks: aligner.marks, float: float))
  }

  /// Tables were added before the text around them: blocks go back into the order of the file, each into its section.
  private mutating func sortBlocks(from first: Int) {
    let tail = manuscript.blocks[first...].enumerated().sorted { left, right in
      left.element.span.range.lowerBound != right.element.span.range.lowerBound
        ? left.element.span.range.lowerBound < right.element.span.range.lowerBound : left.offset < right.offset
    }
    guard !zip(tail, tail.dropFirst()).allSatisfy({ $0.offset < $1.offset }) else { return }
    let moved = Dictionary(uniqueKeysWithValues: tail.enumerated().map { ($1.offset + first, $0 + first) })
    manuscript.blocks.replaceSubrange(first..., with: tail.map(\.element))
    footnoteUses = footnoteUses.map { ($0.id, moved[$0.block] ?? $0.block) }
    footnotes = footnotes.mapValues { moved[$0] ?? $0 }
    var current = first > 0 ? manuscript.blocks[first - 1].section : manuscript.blocks[first].section
    for index in first..<manuscript.blocks.count {
      switch manuscript.blocks[index].kind {
      case .tableRow, .caption: if manuscript.blocks[index].float != nil { manuscript.blocks[index].section = current }
      default: current = manuscript.blocks[index].section
      }
    }
  }
}

/// One file while it is read.
struct FileContext {
  var masked: MaskedSource
  let elements: ElementIndex
  let file: Int

  init(masked: MaskedSource, file: Int) {
    self.masked = masked
    elements = ElementIndex(masked)
    self.file = file
  }

  /// The first block that came from a range of the file.
  func firstBlock(in manuscript: Manuscript, _ range: Range<Int>) -> Int {
    var first = manuscript.blocks.count
    while first > 0, manuscript.blocks[first - 1].span.file == file,
      manuscript.blocks[first - 1].span.range.lowerBound >= range.lowerBound
    { first -= 1 }
    return first
  }
}

/// Offsets of the lines of a part of a file.
struct LineStarts {
  private var starts: [Int]
  private let end: Int

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
