import Manuscripts

extension LatexParser {
  /// Ends the block that is being collected and begins a new paragraph.
  func flush() {
    let builder = builder
    if !builder.isEmpty { finish(builder, attachedTo: nil) }
    builder.begin(continuation(of: builder.kind), section: section, float: currentFloat)
  }

  /// What the text after a block is, in the same environment.
  private func continuation(of kind: Block.Kind) -> Block.Kind {
    if isInList, kind == .listItem { return .paragraph }
    if environments.contains(where: { $0.kind == .quotation }) { return .quotation }
    if environments.contains(where: { $0.kind == .algorithm }) { return .code(language: "algorithm") }
    return .paragraph
  }

  private func finish(_ finished: BlockBuilder, attachedTo parent: Int?) {
    guard let block = finished.takeBlock(attachedTo: parent) else { return }
    let index = piece.blocks.count
    piece.blocks.append(block)
    for footnote in finished.footnotes { finish(footnote, attachedTo: index) }
  }

  /// Collects a block of its own inside the current one.
  func collect(_ kind: Block.Kind, section: Int? = nil, _ step: () -> Void) -> BlockBuilder {
    suspended.append(builder)
    builder = BlockBuilder(kind: kind, section: section ?? self.section, float: currentFloat)
    let count = suspended.count
    step()
    let collected = builder
    builder = suspended[count - 1]
    suspended.removeLast(suspended.count - count + 1)
    return collected
  }

  func append(_ block: BlockBuilder) { finish(block, attachedTo: nil) }

  func readHeading(_ level: Int, _ input: inout LatexInput) {
    skipOptional(&input)
    flush()
    guard isInBody else {
      _ = takeArgument(&input)
      return
    }
    guard let range = takeArgument(&input) else { return }
    let heading = collect(.heading(level: level)) { self.readInside(input, range) }
    openSection(title: heading.plainText, level: level)
    heading.section = section
    append(heading)
    builder.begin(.paragraph, section: section, float: currentFloat)
    swallowSpace(&input)
  }

  /// Begins a section: its own kind by its heading, else its parent's.
  func openSection(title: String, level: Int, kind: Section.Kind? = nil) {
    section = piece.openSection(title: title, level: level, kind: kind, after: section, isAppendix: isAppendix)
  }

  func readTitle(_ input: inout LatexInput) {
    skipOptional(&input)
    guard let range = takeArgument(&input) else { return }
    let wasInBody = isInBody
    isInBody = true
    let title = collect(.title, section: ManuscriptPiece.Contents.frontMatter) { self.readInside(input, range) }
    isInBody = wasInBody
    if piece.title == nil { piece.title = title.plainText }
    append(title)
  }

  func readMetadata(_ input: inout LatexInput) {
    skipOptional(&input)
    guard let range = takeArgument(&input) else { return }
    let wasInBody = isInBody
    isInBody = true
    append(collect(.metadata, section: ManuscriptPiece.Contents.frontMatter) { self.readInside(input, range) })
    isInBody = wasInBody
  }

  /// `\abstract{…}` of some classes; elsewhere the word introduces nothing.
  func readAbstractCommand(_ input: inout LatexInput) {
    skipOptional(&input)
    guard input.current == 0x7B else { return }
    readNamedSection("Abstract", &input)
  }

  /// `\dataavailability{…}`: a section of its own, whose text is the argument.
  func readNamedSection(_ heading: StaticString, _ input: inout LatexInput) {
    guard let range = takeArgument(&input) else { return }
    flush()
    let wasInBody = isInBody
    let before = section
    isInBody = true
    let title = String(
      decoding: UnsafeBufferPointer(start: heading.utf8Start, count: heading.utf8CodeUnitCount), as: UTF8.self)
    openSection(title: title, level: 1)
    builder.begin(.paragraph, section: section, float: nil)
    readInside(input, range)
    flush()
    section = before
    isInBody = wasInBody
    builder.begin(.paragraph, section: section, float: currentFloat)
  }

  func readCaption(_ input: inout LatexInput, isFree: Bool) {
    skipOptional(&input)
    if isFree { skipArguments(1, &input) }
    guard let range = takeArgument(&input) else { return }
    append(collect(.caption) { self.readInside(input, range) })
  }

  func readFootnote(_ input: inout LatexInput, from start: Int) {
    skipOptional(&input)
    guard let range = takeArgument(&input) else { return }
    let note = collect(.footnote) { self.readInside(input, range) }
    guard isInBody, !note.isEmpty else { return }
    if builder.isEmpty { return append(note) }
    builder.footnotes.append(note)
  }
}
