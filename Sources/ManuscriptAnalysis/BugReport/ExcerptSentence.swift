import Manuscripts
import ReuseDetection

/// A sentence of a manuscript taken apart, so that it can be written again with words replaced.
struct ExcerptSentence {
  enum Piece {
    /// Signs and white space.
    case signs(String)
    /// A word or a number; words of the model's name are never replaced.
    case word(String, isFixed: Bool)
    /// A web address that is shown as it is.
    case address(String)
    case citation(isTextual: Bool)
    case formula
    case cellBorder
    /// Typewriter text begins or ends.
    case code(isOpening: Bool)
  }

  let block: Int
  private(set) var pieces: [Piece] = []

  /// - Parameter fixed: tokens that stay as they are.
  init(_ index: Int, in reading: ReadManuscript, fixed: Set<Int>) {
    block = reading.sentences[index].block
    let tokens = reading.sentences[index].tokens
    guard let first = tokens.first else { return }
    let holder = reading.manuscript.blocks[block]
    let siblings = reading.blockSentences[block]
    let next = index + 1 < siblings.upperBound ? reading.sentences[index + 1].tokens.first : nil
    let end = next.map { Int(reading.tokens[$0].start) } ?? holder.text.count
    var builder = PieceBuilder(holder)
    builder.position = index == siblings.lowerBound ? 0 : Int(reading.tokens[first].start)
    for token in tokens { builder.add(reading.tokens[token], isFixed: fixed.contains(token)) }
    builder.finish(at: end)
    pieces = builder.pieces
  }
}

/// Walks through a block's text from token to token.
private struct PieceBuilder {
  private let block: Block
  private(set) var pieces: [ExcerptSentence.Piece] = []
  var position = 0
  private var isInCode = false

  init(_ block: Block) { self.block = block }

  mutating func add(_ token: Token, isFixed: Bool) {
    let range = token.range
    // An address was written as a whole.
    guard range.lowerBound >= position else { return }
    advance(to: range.lowerBound)
    if let link = block.marks.first(where: { isShownAddress($0) && $0.text.contains(range.lowerBound) }),
      case .link(let url) = link.kind
    {
      pieces.append(.address(url))
      position = link.text.upperBound
      return
    }
    switch token.kind {
    case .word, .number: pieces.append(.word(text(range), isFixed: isFixed))
    case .citation: pieces.append(.citation(isTextual: false))
    case .textualCitation: pieces.append(.citation(isTextual: true))
    case .formula: pieces.append(.formula)
    case .cellBorder: pieces.append(.cellBorder)
    case .punctuation: pieces.append(.signs(text(range)))
    }
    position = range.upperBound
  }

  mutating func finish(at end: Int) {
    advance(to: end)
    if isInCode { pieces.append(.code(isOpening: false)) }
  }

  /// Writes the signs up to an offset, with the borders of typewriter text among them.
  private mutating func advance(to offset: Int) {
    while position < offset {
      let isCode = block.marks.contains { $0.kind == .code && $0.text.contains(position) }
      switchCode(isCode)
      let byte = position
      while position < offset,
        position == byte || block.marks.contains(where: { $0.kind == .code && $0.text.contains(position) }) == isCode
      { position += 1 }
      pieces.append(.signs(text(byte..<position)))
    }
    switchCode(block.marks.contains { $0.kind == .code && $0.text.contains(offset) })
  }

  private mutating func switchCode(_ isCode: Bool) {
    guard isCode != isInCode else { return }
    pieces.append(.code(isOpening: isCode))
    isInCode = isCode
  }

  private func isShownAddress(_ mark: Mark) -> Bool {
    guard case .link(let url) = mark.kind else { return false }
    return text(mark.text).contains("/") && url.contains("/")
  }

  private func text(_ range: Range<Int>) -> String {
    let bounds = range.clamped(to: 0..<block.text.count)
    return String(decoding: block.text.bytes[bounds].filter { $0 >= 0x20 || $0 == 0x0A }, as: UTF8.self)
  }
}
