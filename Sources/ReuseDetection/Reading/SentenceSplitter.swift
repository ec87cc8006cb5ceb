import Manuscripts

/// Cuts a block's tokens into sentences.
enum SentenceSplitter {
  /// Appends the sentences of one block.
  ///
  /// A table row, heading, title or metadata block is one sentence; code is cut at its line ends; prose is cut after
  /// `.`, `!` or `?` where a new sentence can begin. An empty block has no sentence.
  /// - Parameters:
  ///   - tokens: the block's.
  ///   - first: the number of the first of them in the manuscript.
  static func appendSentences(
    of block: BlockText, at index: Int, tokens: UnsafeBufferPointer<Token>, from first: Int,
    to sentences: inout [Sentence]
  ) {
    guard !tokens.isEmpty else { return }
    func append(_ piece: Range<Int>) { sentences.append(Sentence(block: index, tokens: piece.moved(by: first))) }
    switch block.form {
    case .tableRow, .heading, .title, .metadata: appendPieces(of: tokens, append) { _ in false }
    case .code: appendPieces(of: tokens, append) { hasLineEnd(before: $0, tokens, block.bytes) }
    case .paragraph, .listItem, .caption, .footnote, .quotation:
      appendPieces(of: tokens, append) { next in
        // Asked of every word: most stand behind another.
        let kind = tokens[next - 1].kind
        return (kind == .punctuation || kind == .citation) && beginsSentence(next, tokens, block.bytes)
      }
    }
  }

  /// Tokens that a sentence may have: none that was written by hand has so many, and each is looked at from each name.
  private static let longest = 2_000

  /// - Parameter isBorder: true when a sentence begins at a token, which is not the first.
  private static func appendPieces(
    of tokens: UnsafeBufferPointer<Token>, _ append: (Range<Int>) -> Void, isBorder: (Int) -> Bool
  ) {
    var start = 0
    for index in 1..<tokens.count where index - start >= longest || isBorder(index) {
      append(start..<index)
      start = index
    }
    append(start..<tokens.count)
  }

  private static func hasLineEnd(before next: Int, _ tokens: UnsafeBufferPointer<Token>, _ bytes: [UInt8]) -> Bool {
    bytes[Int(tokens[next - 1].end)..<Int(tokens[next].start)].contains(0x0A)
  }

  /// True when the token before the one at `next`, a sign or citation, closes a sentence and this one opens another.
  private static func beginsSentence(_ next: Int, _ tokens: UnsafeBufferPointer<Token>, _ bytes: [UInt8]) -> Bool {
    let previous = tokens[next - 1]
    let opener = tokens[next]
    // A citation, closing bracket or quotation mark after the stop still belongs to the sentence before it.
    if isTrailer(opener) { return false }
    var stop = next - 1
    while stop > 0, isTrailer(tokens[stop]) { stop -= 1 }
    // A sign's key is its byte.
    guard tokens[stop].kind == .punctuation, tokens[stop].end - tokens[stop].start == 1 else { return false }
    let sign = tokens[stop].key
    guard sign == 0x2E || sign == 0x21 || sign == 0x3F else { return false }
    guard opener.start > previous.end else { return false }
    if sign != 0x2E { return true }
    if opener.kind == .word, !opener.flags.contains(.isCapitalised), !opener.flags.contains(.isInCode),
      bytes[Int(opener.start)] < 0x80
    {
      return false
    }
    guard stop > 0 else { return true }
    return !isAbbreviation(tokens[stop - 1])
  }

  private static func isTrailer(_ token: Token) -> Bool {
    switch token.kind {
    case .citation: return true
    case .punctuation: return token.key == 0x29 || token.key == 0x5D || token.key == 0x22 || token.key == 0x809D
    case .word, .number, .textualCitation, .formula, .cellBorder: return false
    }
  }

  /// True for words whose full stop does not end a sentence: `Fig.`, `et al.`, `e.g.`, initials.
  private static func isAbbreviation(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    if token.end - token.start == 1 { return token.flags.contains(.isCapitalised) || !token.flags.contains(.isInMath) }
    return abbreviations.contains(token.key)
  }

  private static let abbreviations = KeySet([
    "fig", "figs", "eq", "eqs", "eqn", "sec", "secs", "tab", "ref", "refs", "no", "nos", "vs", "cf", "al", "ca",
    "approx", "dr", "prof", "mr", "mrs", "ms", "st", "resp", "incl", "suppl", "supp", "ext", "vol", "pp", "ch", "app",
    "def", "thm", "dept", "univ", "sp", "spp", "var", "subsp", "etc", "viz", "et",
  ].flatMap(Lexicon.keys(of:)))
}
