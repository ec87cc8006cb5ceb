import Manuscripts

/// Reads the stretches of a Markdown file; their places count from each stretch's beginning.
struct StretchParser {
  let project: ProjectFiles
  let file: Int
  /// Link definitions of the whole file, where the stretch may refer to them.
  private var definitions: [UInt8] = []
  var contents = ManuscriptPiece.Contents()
  var section = ManuscriptPiece.Contents.entrySection
  /// Holds the stretch that is read.
  var aligner = InlineAligner()
  private var leaves = CommonMarkLeaves()
  private var lines = LineStarts()
  private var pieces: [ManuscriptPiece] = []
  private var includes: [ParsedStretch.Include] = []
  private var language: String?

  init(project: ProjectFiles, file: Int) {
    self.project = project
    self.file = file
  }

  /// Reads one stretch, as if there were no other.
  ///
  /// - Parameters:
  ///   - isFirst: true at a file's beginning, where a front matter may stand.
  ///   - definitions: the link definitions of the file's stretches.
  mutating func parsed(_ bytes: [UInt8], isFirst: Bool, _ definitions: [UInt8]) -> ParsedStretch {
    let usesDefinitions = Self.holdsReference(bytes)
    self.definitions = usesDefinitions ? definitions : []
    read(bytes, isFirst: isFirst)
    defer {
      pieces = []
      includes = []
      language = nil
    }
    return ParsedStretch(pieces: pieces, includes: includes, usesDefinitions: usesDefinitions, language: language)
  }

  /// True when a bracket may refer to a link definition.
  private static func holdsReference(_ bytes: [UInt8]) -> Bool {
    var close = bytes.firstOffset(of: 0x5D, from: 0)
    while close < bytes.count {
      if close + 1 == bytes.count || bytes[close + 1] != 0x28 { return true }
      close = bytes.firstOffset(of: 0x5D, from: close + 1)
    }
    return false
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
    aligner.masked.read(bytes, from: start)
    if let offset = aligner.masked.boundedAt {
      let span = SourceSpan(file: file, range: offset..<(offset + 1))
      contents.problems.append(Problem(kind: .bound, message: "nesting here is deeper than is read", span: span))
    }
    for range in aligner.masked.directives {
      if let directive = CommentDirective.directive(in: bytes, range, file: file) {
        contents.directives.append(directive)
      }
    }
    readBody(from: start)
  }

  /// The text between includes, piece by piece.
  private mutating func readBody(from start: Int) {
    var position = start
    for include in aligner.masked.includes {
      readPart(position..<max(position, include.range.lowerBound))
      finishPiece()
      self.include(include.path, include.range)
      position = include.range.upperBound
    }
    readPart(position..<max(position, aligner.masked.bytes.count))
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

  private mutating func readPart(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let first = contents.blocks.count
    let tables = PipeTable.tables(in: aligner.masked, range)
    for table in tables { add(table) }
    for table in tables { aligner.masked.blank(table.range) }
    lines.read(aligner.masked.bytes, range)
    leaves.removeAll()
    PlainLeaves.append(aligner.masked.bytes, range, definitions: definitions, to: &leaves)
    contents.blocks.reserveCapacity(contents.blocks.count + leaves.leaves.count)
    for leaf in leaves.leaves where leaf.lines.lowerBound <= lines.count { add(leaf, at: lines.range(leaf.lines)) }
    sortBlocks(from: first)
  }

  private mutating func add(_ leaf: CommonMarkLeaf, at range: Range<Int>) {
    switch leaf.kind {
    case .code(let fence): addCode(leaves.string(fence), range)
    case .html: addHTML(range)
    case .heading(let level):
      align(leaf, range)
      let inside = aligner.take()
      let title = String(decoding: inside.text.bytes.filter { $0 >= 0x20 }, as: UTF8.self)
      section = contents.openSection(title: title, level: level, after: section)
      append(.heading(level: level), inside, range)
    case .paragraph:
      align(leaf, range)
      addParagraph(leaf.isQuoted ? .quotation : leaf.isInList && leaf.isFirstInItem ? .listItem : .paragraph, range)
    }
  }

  private mutating func align(_ leaf: CommonMarkLeaf, _ range: Range<Int>) {
    aligner.begin(range)
    aligner.append(leaf, of: leaves)
  }

  private mutating func addParagraph(_ kind: Block.Kind, _ range: Range<Int>) {
    let isImageOnly = aligner.captions.count == 1 && aligner.captions[0].count >= aligner.text.count - 2
    var kind = isImageOnly ? .caption : kind
    let first = range.first { aligner.masked.source[$0] > 0x20 }
    if let first, let id = aligner.masked.footnoteDefinitions[first] {
      contents.noteDefinitions[id] = contents.blocks.count
      kind = .footnote
    }
    append(kind, aligner.take(), range)
  }

  /// What a range says that stands alone; notes hang on running text only.
  mutating func rendered(_ range: Range<Int>) -> AlignedText.Result {
    aligner.appendAlone(range)
    let inside = aligner.take()
    return AlignedText.Result(text: inside.text, marks: inside.marks, footnotes: [])
  }

  /// Adds a block, unless nothing of its text is seen.
  mutating func append(
    _ kind: Block.Kind, _ inside: AlignedText.Result, _ range: Range<Int>, float: Int? = nil
  ) {
    guard inside.text.count > 0 else { return }
    for note in inside.footnotes { contents.noteUses.append((note, contents.blocks.count)) }
    contents.blocks.append(
      Block(
        kind: kind, section: section, span: SourceSpan(file: file, range: range), text: inside.text,
        marks: inside.marks, float: float))
  }

  /// Tables were added before the text around them: blocks go back into the order of the file, each into its section.
  private mutating func sortBlocks(from first: Int) {
    func start(_ block: Int) -> Int { contents.blocks[block].span.range.lowerBound }
    guard contents.blocks.indices.dropFirst(first + 1).contains(where: { start($0) < start($0 - 1) }) else { return }
    let tail = contents.blocks[first...].enumerated().sorted { left, right in
      left.element.span.range.lowerBound != right.element.span.range.lowerBound
        ? left.element.span.range.lowerBound < right.element.span.range.lowerBound : left.offset < right.offset
    }
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

/// Offsets of the lines of a part of a file.
struct LineStarts {
  private var starts: [Int] = []
  private var end = 0

  var count: Int { starts.count }

  /// Takes another part in the place of the last.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
    starts.removeAll(keepingCapacity: true)
    starts.append(range.lowerBound)
    end = range.upperBound
    bytes.withUnsafeBufferPointer { bytes in
      var index = bytes.firstLineEnd(from: range.lowerBound, to: range.upperBound)
      while index < range.upperBound {
        let isPair = bytes[index] == 0x0D && index + 1 < range.upperBound && bytes[index + 1] == 0x0A
        index += isPair ? 2 : 1
        starts.append(index)
        index = bytes.firstLineEnd(from: index, to: range.upperBound)
      }
    }
  }

  /// The bytes of 1-based lines, clamped to the part.
  func range(_ lines: ClosedRange<Int>) -> Range<Int> {
    let start = lines.lowerBound - 1 < starts.count ? starts[lines.lowerBound - 1] : end
    let stop = lines.upperBound < starts.count ? starts[lines.upperBound] : end
    return start..<max(start, stop)
  }
}
