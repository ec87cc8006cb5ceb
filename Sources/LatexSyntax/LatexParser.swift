import Manuscripts

/// One reading of a LaTeX project.
///
/// A class, because the steps call each other recursively (a macro's body holds a footnote, which holds a citation) and
/// all write to one state.
final class LatexParser {
  let project: ProjectFiles
  let options: LatexReaderOptions

  // What carries over from one passage to the next; `LatexState` is a copy of it.
  var macros: [String: LatexMacro] = [:]
  var acronyms: [String: LatexAcronym] = [:]
  var switches: [String: Bool] = [:]
  var language: String?
  /// False in a preamble and after the document's end: definitions count, text does not.
  var isInBody = false
  /// True where text counts and is wanted.
  var collectsText: Bool { isInBody && options.readsText }
  var isAppendix = false
  var environments: [OpenEnvironment] = []
  var includeCount = 0
  var unclosedGroups = 0
  /// Environments that a file begins and does not end, as file number and name.
  var endless: Set<String> = []
  var budget: ExpansionBudget

  /// Files being read, outermost first.
  var openFiles: [Int] = []
  var isFinished = false
  var depth = 0
  /// A file to go on with after the command that names it.
  var pendingInclude: PendingInclude?
  /// True right behind a blank line outside arguments.
  private(set) var hasEndedParagraph = false

  // What the passage at hand gives.
  var piece = ManuscriptPiece.Contents()
  var section = ManuscriptPiece.Contents.entrySection
  var floatCount = 0
  var builder = BlockBuilder(kind: .paragraph, section: ManuscriptPiece.Contents.entrySection, float: nil)
  /// Blocks whose text was interrupted by one inside them (a caption in a float).
  var suspended: [BlockBuilder] = []
  /// The furthest offset of the file at hand that a search for an end went to in vain.
  var reach = 0
  /// Stretches of other files that the passage read whole.
  var readWhole: [Int] = []

  init(_ project: ProjectFiles, _ options: LatexReaderOptions) {
    self.project = project
    self.options = options
    budget = ExpansionBudget(sourceBytes: project.files.reduce(0) { $0 + $1.bytes.count })
  }

  func hasDocumentBody(_ file: Int) -> Bool {
    let bytes = project.files[file].bytes
    let input = LatexInput(bytes: bytes, range: 0..<bytes.count, origin: .file(file))
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25 { index = input.endOfLine(from: index) }
      if index < bytes.count, bytes[index] == 0x5C {
        if input.starts(with: "\\begin{document}", at: index) { return true }
        index += 1
      }
      index += 1
    }
    return false
  }

  /// A file's bytes from its beginning, or from behind a byte order mark.
  func input(of file: Int) -> LatexInput {
    let bytes = project.files[file].bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return LatexInput(bytes: bytes, range: start..<bytes.count, origin: .file(file))
  }

  /// Reads a file in place.
  func read(file: Int) {
    openFiles.append(file)
    readWhole.append(file)
    var input = input(of: file)
    read(&input)
    openFiles.removeLast()
  }

  /// Reads an input to its end.
  func read(_ input: inout LatexInput) {
    while !input.isAtEnd, !isFinished { step(&input) }
  }

  /// Reads plain text and what stands behind it.
  func step(_ input: inout LatexInput) {
    hasEndedParagraph = false
    readPlain(&input)
    guard !input.isAtEnd else { return }
    switch input.current {
    case 0x5C: readCommand(&input)
    case 0x25: readComment(&input)
    case 0x24: readMath(&input)
    case 0x7B, 0x7D: input.position += 1
    case 0x7E: space(&input)
    case 0x26: readAlignment(&input)
    case 0x23: readParameter(&input)
    case 0x60, 0x27: readQuotes(&input)
    case 0x5F, 0x5E: emit(&input, length: 1)
    case 0xC2, 0xE2, 0xEF: readSpecialCharacter(&input)
    default: readSpace(&input)
    }
  }

  /// Appends everything up to the next byte that means something; in a file, words with single blanks between them.
  private func readPlain(_ input: inout LatexInput) {
    let start = input.position
    let end = Self.endOfWord(in: input, from: start)
    guard end > start else { return }
    guard case .file(let file) = input.origin else {
      input.position = end
      return append(input, start..<end)
    }
    input.position = Self.endOfWords(in: input, from: end)
    guard collectsText else { return }
    enter(file)
    builder.append(words: input.bytes[start..<input.position], file: file)
  }

  private static func endOfWord(in input: LatexInput, from start: Int) -> Int {
    let end = input.end
    return input.bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < end, !isSpecial(bytes[index]) { index += 1 }
      return index
    }
  }

  /// Where plain words with one blank or line end before each go on to from the end of one.
  private static func endOfWords(in input: LatexInput, from start: Int) -> Int {
    let end = input.end
    return input.bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index + 1 < end, bytes[index] == 0x20 || bytes[index] == 0x0A, !isSpecial(bytes[index + 1]) {
        index += 2
        while index < end, !isSpecial(bytes[index]) { index += 1 }
      }
      return index
    }
  }

  /// Bytes that end a run of plain text: markup, white space, quotation marks, and the leads of characters to be
  /// mended.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5C, 0x25, 0x24, 0x7B, 0x7D, 0x7E, 0x26, 0x23, 0x60, 0x27, 0x5E, 0x5F, 0x20, 0x0A, 0x0D, 0x09, 0xC2, 0xE2,
      0xEF,
      0x00...0x08:
      true
    default: false
    }
  }

  /// Appends a range of an input to the block, as it stands or on behalf of the call it comes from.
  func append(_ input: LatexInput, _ range: Range<Int>) {
    guard collectsText, !range.isEmpty else { return }
    switch input.origin {
    case .file(let file):
      enter(file)
      builder.append(input.bytes[range], file: file)
    case .expansion(let place):
      enter(place.file)
      builder.append(input.bytes[range], for: place)
    }
  }

  /// Appends text that stands for a range of an input.
  func append(_ text: some Collection<UInt8>, for range: Range<Int>, in input: LatexInput) {
    guard collectsText else { return }
    let place = input.span(range)
    enter(place.file)
    builder.append(text, for: place)
  }

  /// Appends a sign of `RenderedText` with a mark over it.
  func append(sign: UInt8, _ kind: Mark.Kind, for range: Range<Int>, in input: LatexInput) {
    guard collectsText else { return }
    let place = input.span(range)
    enter(place.file)
    builder.append(sign: sign, for: place)
    builder.marks.append(Mark(kind: kind, text: (builder.text.count - 1)..<builder.text.count, source: place.range))
  }

  /// A block lies in one file: text from another file begins a new one.
  private func enter(_ file: Int) {
    guard let current = builder.file, current != file else { return }
    let kind = builder.kind
    flush()
    builder.kind = kind
  }

  private func emit(_ input: inout LatexInput, length: Int) {
    append(input, input.position..<(input.position + length))
    input.position += length
  }

  func space(_ input: inout LatexInput) {
    if collectsText { builder.space(at: input.span(input.position..<(input.position + 1))) }
    input.position += 1
  }

  /// White space: one space, or the paragraph's end after a blank line. Control bytes vanish.
  private func readSpace(_ input: inout LatexInput) {
    let start = input.position
    guard LatexInput.isSpace(input.current) else {
      input.position += 1
      return
    }
    var lineEnds = 0
    while !input.isAtEnd, LatexInput.isSpace(input.current) {
      if input.current == 0x0A || input.current == 0x0D && input.peek(1) != 0x0A { lineEnds += 1 }
      input.position += 1
    }
    if lineEnds > 1, !isInTable {
      flush()
      hasEndedParagraph = depth == 0
    } else if collectsText {
      builder.space(at: input.span(start..<input.position))
    }
  }

  /// ``` `` ''``` are quotation marks; single signs stand as they are.
  private func readQuotes(_ input: inout LatexInput) {
    let byte = input.current
    guard input.peek(1) == byte else {
      if byte == 0x60 {
        append("'".utf8, for: input.position..<(input.position + 1), in: input)
        input.position += 1
      } else {
        emit(&input, length: 1)
      }
      return
    }
    append("\"".utf8, for: input.position..<(input.position + 2), in: input)
    input.position += 2
  }

  /// No-break spaces, zero-width characters, Unicode hyphens and ligatures become what they look like.
  private func readSpecialCharacter(_ input: inout LatexInput) {
    let start = input.position
    let end = min(input.endOfCharacter(at: start), input.end)
    input.position = end
    switch SpecialCharacter.reading(input.bytes[start..<end]) {
    case .asIs: append(input, start..<end)
    case .space: if collectsText { builder.space(at: input.span(start..<end)) }
    case .nothing: break
    case .text(let text): append(text.utf8, for: start..<end, in: input)
    }
  }

  private func readParameter(_ input: inout LatexInput) {
    let digit = Int(input.peek(1)) - 0x31
    guard digit >= 0, digit < input.arguments.count else {
      input.position += 1
      return
    }
    input.position += 2
    guard depth < ExpansionBudget.depth else { return }
    depth += 1
    var argument = input.arguments[digit]
    if budget.pay(for: argument.end - argument.position) { read(&argument) }
    depth -= 1
  }

  func report(_ kind: Problem.Kind, _ message: String, _ span: SourceSpan?) {
    piece.problems.append(Problem(kind: kind, message: message, span: span))
  }

  func reportBound(at span: SourceSpan) {
    report(.bound, "macro expansion was cut off: too many or too deep calls", span)
  }

  /// The bytes that an argument may have before it counts as unclosed; less after many that were.
  var groupLimit: Int { unclosedGroups < Self.manyUnclosedGroups ? 400_000 : 2_000 }

  /// So many braces left open make the reader look less far for each.
  static let manyUnclosedGroups = 8

  /// Reads a part of an input as prose, one level deeper.
  func readInside(_ input: LatexInput, _ range: Range<Int>) {
    guard depth < ExpansionBudget.depth else { return reportBound(at: input.span(range)) }
    depth += 1
    var inside = input.part(range)
    read(&inside)
    depth -= 1
  }
}
