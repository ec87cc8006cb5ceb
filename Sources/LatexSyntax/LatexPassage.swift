import Manuscripts

/// What the reading of a passage depends on besides its bytes.
///
/// A class, because most passages leave the state behind that they began in.
final class LatexState: Sendable {
  let macros: MacroTable
  let acronyms: [String: LatexAcronym]
  let switches: [String: Bool]
  let language: String?
  let isInBody: Bool
  let isAppendix: Bool
  let environmentNames: [String]
  let includeCount: Int
  let unclosedGroups: Int
  let endless: Set<String>

  /// What a parser leaves behind.
  init(of parser: LatexParser) {
    macros = parser.macros
    acronyms = parser.acronyms
    switches = parser.switches
    language = parser.language
    isInBody = parser.isInBody
    isAppendix = parser.isAppendix
    environmentNames = parser.environments.map(\.name)
    includeCount = parser.includeCount
    unclosedGroups = min(parser.unclosedGroups, LatexParser.manyUnclosedGroups)
    endless = parser.endless
  }
}

extension LatexState: Equatable {
  static func == (left: LatexState, right: LatexState) -> Bool {
    left === right
      || left.isInBody == right.isInBody && left.isAppendix == right.isAppendix
        && left.includeCount == right.includeCount && left.unclosedGroups == right.unclosedGroups
        && left.language == right.language && left.environmentNames == right.environmentNames
        && left.macros == right.macros && left.acronyms == right.acronyms && left.switches == right.switches
        && left.endless == right.endless
  }
}

/// Where the reader stands between two passages.
struct LatexPlace: Sendable, Equatable {
  /// A file that is gone on with after the one it includes.
  struct Return: Sendable, Equatable {
    let file: Int
    let position: Int
    let wasInBody: Bool
  }

  let file: Int
  let position: Int
  /// Whether text counted before the file was begun.
  let wasInBody: Bool
  /// Outermost first.
  let returns: [Return]

  /// The place at a position of the changed file; nil when the change touched where the reader goes on afterwards.
  func moved(to position: Int, by change: ProjectChange) -> LatexPlace? {
    var moved: [Return] = []
    for one in returns {
      guard let position = change.offset(one.position, file: one.file) else { return nil }
      moved.append(Return(file: one.file, position: position, wasInBody: one.wasInBody))
    }
    return LatexPlace(file: file, position: position, wasInBody: wasInBody, returns: moved)
  }
}

/// A stretch of a manuscript between two blank lines where nothing is open, with what its reading gave.
struct LatexPassage: Sendable {
  let entry: LatexPlace
  let entryState: LatexState
  /// Nil after the last passage.
  let exit: LatexPlace?
  let exitState: LatexState
  /// What was read of the file that the passage begins in.
  let range: Range<Int>
  /// The offset up to which the reading depended on that file's bytes.
  let reach: Int
  /// Other files that were read, in whole or in part.
  let otherFiles: [Int]
  /// Nil when expansion was cut off: such a passage depends on all before it.
  let cost: ExpansionBudget.Cost?
  /// True when all its text lies in `range`.
  let isMovable: Bool
  let placed: PlacedPiece

  private init(
    entry: LatexPlace, exit: LatexPlace?, range: Range<Int>, reach: Int, placed: PlacedPiece, like other: LatexPassage
  ) {
    self.entry = entry
    self.exit = exit
    self.range = range
    self.reach = reach
    self.placed = placed
    entryState = other.entryState
    exitState = other.exitState
    otherFiles = other.otherFiles
    cost = other.cost
    isMovable = other.isMovable
  }

  init(
    entry: LatexPlace, entryState: LatexState, exit: LatexPlace?, exitState: LatexState, range: Range<Int>, reach: Int,
    otherFiles: [Int], cost: ExpansionBudget.Cost?, contents: ManuscriptPiece.Contents
  ) {
    self.entry = entry
    self.entryState = entryState
    self.exit = exit
    self.exitState = exitState
    self.range = range
    self.reach = reach
    self.otherFiles = otherFiles
    self.cost = cost
    isMovable = contents.blocks.allSatisfy {
      $0.span.file != entry.file || $0.span.range.clamped(to: range) == $0.span.range
    }
    placed = PlacedPiece(ManuscriptPiece(contents), file: entry.file)
  }

  /// Where the passage stands after a change; nil when its reading may give something else.
  func moved(by change: ProjectChange) -> LatexPassage? {
    // How many files may be included depends on how many there are.
    guard !change.bringsFiles || otherFiles.isEmpty, change.keepsMeaning(of: placed.piece.contents.named) else {
      return nil
    }
    guard cost != nil, let distance = change.distance(of: range, reach: reach, file: entry.file),
      isMovable || distance == 0, !otherFiles.contains(where: change.touches),
      let entry = entry.moved(to: range.lowerBound + distance, by: change)
    else { return nil }
    var moved: LatexPlace?
    if let exit {
      let position = exit.file == entry.file ? range.upperBound + distance : exit.position
      moved = exit.moved(to: position, by: change)
      if moved == nil { return nil }
    }
    return LatexPassage(
      entry: entry, exit: moved, range: (range.lowerBound + distance)..<(range.upperBound + distance),
      reach: reach == .max ? .max : reach + distance,
      placed: PlacedPiece(placed.piece, file: placed.file, distance: placed.distance + distance), like: self)
  }
}
