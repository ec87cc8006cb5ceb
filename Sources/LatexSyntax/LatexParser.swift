import Manuscripts

/// One reading of a LaTeX project.
///
/// A class, because the steps call each other recursively (a macro's body holds a footnote, which holds a citation) and
/// all write to one state.
final class LatexParser {
  let project: ProjectFiles
  let options: LatexReaderOptions

  // What carries over from one passage to the next; `LatexState` is a copy of it.
  var macros = MacroTable()
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
  var hasEndedParagraph = false

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
    return bytes.withUnsafeBufferPointer { bytes in
      var index = Self.signs.firstOffset(in: bytes, from: 0, to: bytes.count)
      while index < bytes.count {
        if bytes[index] == 0x25 {
          index = input.endOfLine(from: index)
        } else {
          if input.starts(with: "\\begin{document}", at: index) { return true }
          index += 2
        }
        index = Self.signs.firstOffset(in: bytes, from: index, to: bytes.count)
      }
      return false
    }
  }

  /// What begins commands and comments.
  private static let signs = ByteSet("\\%")

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

  /// Reads on to a blank line, to a file that is to be gone on with, or to the input's end.
  func readParagraph(_ input: inout LatexInput) {
    hasEndedParagraph = false
    while !input.isAtEnd, !isFinished, !hasEndedParagraph, pendingInclude == nil { step(&input) }
  }

  /// Reads plain text, or what stands in its way.
  private func step(_ input: inout LatexInput) {
    hasEndedParagraph = false
    switch input.current {
    case 0x20, 0x0A, 0x0D, 0x09, 0x00...0x08: readSpace(&input)
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
    default: readPlain(&input)
    }
  }

  /// Appends a range of an input to the block, as it stands or on behalf of the call it comes from.
  func append(_ input: LatexInput, _ range: Range<Int>) {
    guard collectsText, !range.isEmpty else { return }
    input.bytes[range].withUnsafeBufferPointer { bytes in
      switch input.origin {
      case .file(let file):
        enter(file)
        builder.append(bytes, at: range.lowerBound, file: file)
      case .expansion(let place):
        enter(place.file)
        builder.append(bytes, for: place)
      }
    }
  }

  /// Appends text that stands for a range of an input.
  func append(_ text: String, for range: Range<Int>, in input: LatexInput) {
    var text = text
    text.withUTF8 { append($0, for: range, in: input) }
  }

  /// Appends text that stands for a range of an input.
  func append(_ text: UnsafeBufferPointer<UInt8>, for range: Range<Int>, in input: LatexInput) {
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
    let builder = builder
    builder.append(sign: sign, for: place)
    builder.marks.append(Mark(kind: kind, text: (builder.text.count - 1)..<builder.text.count, source: place.range))
  }

  /// A block lies in one file: text from another file begins a new one.
  func enter(_ file: Int) {
    guard let current = builder.file, current != file else { return }
    let kind = builder.kind
    flush()
    builder.kind = kind
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
