import Manuscripts

/// What finders found in single sentences or blocks, kept so that a later reading looks only at what is new.
///
/// A finder's answer for a unit (a sentence or a block) depends on that unit's text alone; places in it are renumbered
/// where the text before it has changed.
struct Finds<Value: Sendable>: Sendable {
  /// In reading order.
  let values: [Value]
  private let unitCount: Int
  private let tokenCount: Int

  /// How far numbers move when the text before them changes.
  struct Shift {
    let units: Int
    let tokens: Int
  }

  /// Finds in the sentences of a reading.
  init(
    inSentencesOf reading: ReadManuscript, after known: Finds?, sentence: (Value) -> Int,
    moved: (Value, Shift) -> Value, find: (Int, inout [Value]) -> Void
  ) {
    let shared = known == nil ? SharedSentences(leading: 0, trailing: 0) : reading.shared
    self.init(
      units: reading.sentences.count, tokens: reading.tokens.count, leading: shared.leading, trailing: shared.trailing,
      after: known, unit: sentence, moved: moved, find: find)
  }

  /// Finds in the blocks of a reading.
  init(
    inBlocksOf reading: ReadManuscript, after known: Finds?, block: (Value) -> Int,
    moved: (Value, Shift) -> Value, find: (Int, inout [Value]) -> Void
  ) {
    let shared = known == nil ? .none : reading.sharedBlocks
    self.init(
      units: reading.manuscript.blocks.count, tokens: reading.tokens.count, leading: shared.leading,
      trailing: shared.trailing, after: known, unit: block, moved: moved, find: find)
  }

  private init(
    units: Int, tokens: Int, leading: Int, trailing: Int, after known: Finds?, unit: (Value) -> Int,
    moved: (Value, Shift) -> Value, find: (Int, inout [Value]) -> Void
  ) {
    var values: [Value] = []
    if let known { values += known.values.prefix { unit($0) < leading } }
    for index in leading..<(units - trailing) { find(index, &values) }
    if let known {
      let shift = Shift(units: units - known.unitCount, tokens: tokens - known.tokenCount)
      let first = known.values.lastIndex { unit($0) < known.unitCount - trailing }.map { $0 + 1 } ?? 0
      for value in known.values[first...] { values.append(moved(value, shift)) }
    }
    self.values = values
    unitCount = units
    tokenCount = tokens
  }
}
