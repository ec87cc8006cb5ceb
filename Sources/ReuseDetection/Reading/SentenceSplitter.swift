import Manuscripts

/// Cuts a block's tokens into sentences.
enum SentenceSplitter {
  /// Appends the sentences of one block whose tokens begin at `first`.
  ///
  /// A table row, heading, title or metadata block is one sentence; code is cut at its line ends; prose is cut after
  /// `.`, `!` or `?` where a new sentence can begin. An empty block has no sentence.
  static func appendSentences(
    of block: Block, at index: Int, tokens: [Token], from first: Int, to sentences: inout [Sentence]
  ) {
    guard first < tokens.count else { return }
    switch block.kind {
    case .tableRow, .heading, .title, .metadata:
      appendPieces(of: tokens, from: first, block: index, to: &sentences) { _, _ in false }
    case .code:
      appendPieces(of: tokens, from: first, block: index, to: &sentences) { previous, next in
        hasLineEnd(between: tokens[previous], and: tokens[next], in: block.text.bytes)
      }
    case .paragraph, .listItem, .caption, .footnote, .quotation:
      appendPieces(of: tokens, from: first, block: index, to: &sentences) { previous, next in
        endsSentence(previous, before: next, from: first, tokens: tokens, bytes: block.text.bytes)
      }
    }
  }

  /// Tokens that a sentence may have: none that was written by hand has so many, and each is looked at from each name.
  private static let longest = 2_000

  private static func appendPieces(
    of tokens: [Token], from first: Int, block: Int, to sentences: inout [Sentence],
    isBorder: (_ previous: Int, _ next: Int) -> Bool
  ) {
    var start = first
    var index = first + 1
    while index < tokens.count {
      if index - start >= longest || isBorder(index - 1, index) {
        sentences.append(Sentence(block: block, tokens: start..<index))
        start = index
      }
      index += 1
    }
    sentences.append(Sentence(block: block, tokens: start..<tokens.count))
  }

  private static func hasLineEnd(between left: Token, and right: Token, in bytes: [UInt8]) -> Bool {
    bytes[Int(left.end)..<Int(right.start)].contains(0x0A)
  }

  /// True when the token at `previous` closes a sentence and the one at `next` opens another.
  private static func endsSentence(
    _ previous: Int, before next: Int, from first: Int, tokens: [Token], bytes: [UInt8]
  ) -> Bool {
    let opener = tokens[next]
    guard tokens[previous].kind == .punctuation || tokens[previous].kind == .citation else { return false }
    // A citation, closing bracket or quotation mark after the stop still belongs to the sentence before it.
    if isTrailer(opener) { return false }
    var stop = previous
    while stop > first, isTrailer(tokens[stop]) { stop -= 1 }
    guard tokens[stop].kind == .punctuation, let sign = ascii(tokens[stop], bytes) else { return false }
    guard sign == 0x2E || sign == 0x21 || sign == 0x3F else { return false }
    guard opener.start > tokens[previous].end else { return false }
    if sign != 0x2E { return true }
    if opener.kind == .word, !opener.flags.contains(.isCapitalised), !opener.flags.contains(.isInCode),
      bytes[Int(opener.start)] < 0x80
    {
      return false
    }
    guard stop > first else { return true }
    return !isAbbreviation(tokens[stop - 1])
  }

  private static func isTrailer(_ token: Token) -> Bool {
    switch token.kind {
    case .citation: return true
    case .punctuation: return token.key == 0x29 || token.key == 0x5D || token.key == 0x22 || token.key == 0x809D
    case .word, .number, .textualCitation, .formula, .cellBorder: return false
    }
  }

  private static func ascii(_ token: Token, _ bytes: [UInt8]) -> UInt8? {
    token.end - token.start == 1 ? bytes[Int(token.start)] : nil
  }

  /// True for words whose full stop does not end a sentence: `Fig.`, `et al.`, `e.g.`, initials.
  private static func isAbbreviation(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    if token.end - token.start == 1 { return token.flags.contains(.isCapitalised) || !token.flags.contains(.isInMath) }
    return abbreviations.contains(token.key)
  }

  private static let abbreviations = Set([
    "fig", "figs", "eq", "eqs", "eqn", "sec", "secs", "tab", "ref", "refs", "no", "nos", "vs", "cf", "al", "ca",
    "approx", "dr", "prof", "mr", "mrs", "ms", "st", "resp", "incl", "suppl", "supp", "ext", "vol", "pp", "ch", "app",
    "def", "thm", "dept", "univ", "sp", "spp", "var", "subsp", "etc", "viz", "et",
  ].flatMap(Lexicon.keys(of:)))
}
