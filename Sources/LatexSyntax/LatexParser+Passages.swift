import Manuscripts

/// A file between whose paragraphs the reader stands.
struct FileFrame {
  let file: Int
  var input: LatexInput
  let wasInBody: Bool
}

/// Reads a project passage by passage, taking over what an earlier reading gave for the same bytes in the same state.
struct PassageReader {
  /// A passage ends at the first blank line after this many bytes.
  private static let passageSize = 1_024
  /// Commands look at most this far ahead for a bracket or a star without going there.
  private static let lookahead = 32

  private let parser: LatexParser
  private var memo: PassageMemo?
  private var frames: [FileFrame] = []
  /// The state behind the last passage.
  private var state: LatexState
  private(set) var passages: [LatexPassage] = []

  init(_ parser: LatexParser, memo: PassageMemo?) {
    self.parser = parser
    self.memo = memo
    state = LatexState(of: parser)
  }

  /// Reads one of the project's main files.
  mutating func read(main file: Int) {
    parser.load(state)
    parser.isFinished = false
    parser.isInBody = !parser.hasDocumentBody(file)
    parser.environments = []
    state = LatexState(of: parser)
    let input = parser.input(of: file)
    var place: LatexPlace? = LatexPlace(file: file, position: input.position, wasInBody: false, returns: [])
    var isLoaded = false
    while let here = place {
      if let known = memo?.passage(at: here, in: state, budget: &parser.budget) {
        passages.append(known)
        place = known.exit
        state = known.exitState
        isLoaded = false
        continue
      }
      if !isLoaded { load(here) }
      isLoaded = true
      let passage = readPassage(from: here)
      passages.append(passage)
      place = passage.exit
      state = passage.exitState
    }
  }

  /// Puts the parser where an earlier reading stood.
  private mutating func load(_ place: LatexPlace) {
    parser.load(state)
    frames = place.returns.map { frame($0.file, at: $0.position, wasInBody: $0.wasInBody) }
    frames.append(frame(place.file, at: place.position, wasInBody: place.wasInBody))
    parser.openFiles = frames.map(\.file)
  }

  private func frame(_ file: Int, at position: Int, wasInBody: Bool) -> FileFrame {
    let bytes = parser.project.files[file].bytes
    let input = LatexInput(bytes: bytes, range: position..<bytes.count, origin: .file(file))
    return FileFrame(file: file, input: input, wasInBody: wasInBody)
  }

  private mutating func readPassage(from entry: LatexPlace) -> LatexPassage {
    let budget = parser.budget
    parser.beginPassage()
    for index in frames.indices { frames[index].input.forgetReach() }
    var end = entry.position
    var reach = 0
    var otherFiles: [Int] = []
    while let top = frames.indices.last, !parser.isFinished {
      let file = frames[top].file
      parser.readParagraph(&frames[top].input)
      if file == entry.file {
        end = frames[top].input.position
        reach = max(reach, frames[top].input.reach, parser.reach)
      } else if otherFiles.last != file {
        otherFiles.append(file)
      }
      if let include = parser.pendingInclude {
        begin(include)
      } else if frames[top].input.isAtEnd {
        endFile()
      } else if parser.isBetweenPassages, file != entry.file || end - entry.position >= Self.passageSize {
        break
      }
    }
    let isLast = frames.isEmpty || parser.isFinished
    if isLast { finish() }
    checkEncoding(entry.file, entry.position..<max(end, entry.position))
    otherFiles += parser.readWhole
    let others = otherFiles.isEmpty ? [] : Set(otherFiles).sorted()
    for file in others { checkEncoding(file, 0..<parser.project.files[file].bytes.count) }
    return LatexPassage(
      entry: entry, entryState: state, exit: isLast ? nil : place, exitState: parser.state(after: state),
      range: entry.position..<max(end, entry.position), reach: max(reach, end + Self.lookahead), otherFiles: others,
      cost: parser.budget.cost(since: budget), contents: parser.finishedPiece())
  }

  private mutating func begin(_ include: PendingInclude) {
    parser.pendingInclude = nil
    frames.append(FileFrame(file: include.file, input: parser.input(of: include.file), wasInBody: parser.isInBody))
    parser.openFiles.append(include.file)
    // The preamble of a sub-file defines macros; only its body is text.
    if include.isWhole { parser.isInBody = false }
  }

  private mutating func endFile() {
    let ended = frames.removeLast()
    parser.openFiles.removeLast()
    if !frames.isEmpty { parser.isInBody = ended.wasInBody }
  }

  private mutating func finish() {
    parser.flush()
    parser.environments.removeAll()
    frames.removeAll()
    parser.openFiles.removeAll()
  }

  private var place: LatexPlace? {
    guard let top = frames.last else { return nil }
    return LatexPlace(
      file: top.file, position: top.input.position, wasInBody: top.wasInBody,
      returns: frames.dropLast().map {
        LatexPlace.Return(file: $0.file, position: $0.input.position, wasInBody: $0.wasInBody)
      })
  }

  private func checkEncoding(_ file: Int, _ range: Range<Int>) {
    guard let offset = UTF8Check.firstInvalidOffset(in: parser.project.files[file].bytes, range) else { return }
    parser.report(.invalidUTF8, "some bytes are not UTF-8", SourceSpan(file: file, range: offset..<(offset + 1)))
  }
}

extension LatexParser {
  /// The state at hand: an earlier one, where it is the same.
  func state(after earlier: LatexState) -> LatexState {
    let state = LatexState(of: self)
    return state == earlier ? earlier : state
  }

  func load(_ state: LatexState) {
    macros = state.macros
    acronyms = state.acronyms
    switches = state.switches
    language = state.language
    isInBody = state.isInBody
    isAppendix = state.isAppendix
    environments = state.environmentNames.map {
      OpenEnvironment(name: $0, kind: .other, outerSection: ManuscriptPiece.Contents.entrySection, float: nil)
    }
    includeCount = state.includeCount
    unclosedGroups = state.unclosedGroups
    endless = state.endless
  }

  /// True behind a blank line where nothing is open but environments that the reader sees through.
  var isBetweenPassages: Bool {
    hasEndedParagraph && builder.isEmpty && builder.footnotes.isEmpty && builder.kind == .paragraph && suspended.isEmpty
      && environments.allSatisfy { $0.kind == .other && $0.float == nil }
  }

  func beginPassage() {
    piece = ManuscriptPiece.Contents()
    section = ManuscriptPiece.Contents.entrySection
    floatCount = 0
    builder.begin(.paragraph, section: section, float: nil)
    reach = 0
    readWhole.removeAll()
  }

  /// What the passage gave, with the section and the language it leaves behind.
  func finishedPiece() -> ManuscriptPiece.Contents {
    piece.exitSection = section
    piece.floatCount = floatCount
    piece.statedLanguage = language
    return piece
  }
}
