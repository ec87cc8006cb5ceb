import Manuscripts
import ModelCatalogue

/// A name of the catalogue found in the text, before its meaning is known.
struct CandidateMention: Sendable, Equatable {
  let family: Int
  let entry: Int
  let sentence: Int
  /// Indices in `ReadManuscript.tokens`, sizes and flavours after the name included.
  let tokens: Range<Int>
  /// The tokens of the catalogue's phrase alone.
  let phraseTokens: Range<Int>
  /// True when the letters' case is that of the catalogue's spelling.
  let hasExactCase: Bool
  let checkpoint: Int?

  /// The same mention, so many sentences and tokens further on.
  func moved(by shift: Finds<CandidateMention>.Shift) -> CandidateMention {
    CandidateMention(
      family: family, entry: entry, sentence: sentence + shift.units, tokens: tokens.moved(by: shift.tokens),
      phraseTokens: phraseTokens.moved(by: shift.tokens), hasExactCase: hasExactCase, checkpoint: checkpoint)
  }
}

/// Finds the catalogue's names in a manuscript.
enum MentionFinder {
  /// All longest names, in reading order, without overlaps.
  ///
  /// - Parameter known: the candidates of an earlier reading with the same catalogue.
  /// - Complexity: linear in the tokens, times the few parts of the longest name that begins at each.
  static func candidates(
    in reading: ReadManuscript, catalogue: Catalogue, after known: Finds<CandidateMention>?
  ) -> Finds<CandidateMention> {
    Finds(inSentencesOf: reading, after: known, sentence: \.sentence, moved: { $0.moved(by: $1) }) { index, found in
      let sentence = reading.sentences[index]
      let tokens = reading.tokens
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard tokens[token].kind == .word || tokens[token].kind == .number,
          catalogue.lookup(tokens[token].key).isWorthwhile
        else {
          token += 1
          continue
        }
        guard let match = longestName(at: token, sentence: index, reading, catalogue) else {
          token += 1
          continue
        }
        found.append(match)
        token = match.tokens.upperBound
        while let other = sharingHead(with: match, at: token, reading, catalogue) {
          found.append(other)
          token = other.tokens.upperBound
        }
      }
    }
  }

  /// "GPT-3.5/4": the number that follows takes its name from the one before.
  private static func sharingHead(
    with match: CandidateMention, at index: Int, _ reading: ReadManuscript, _ catalogue: Catalogue
  ) -> CandidateMention? {
    let sentence = reading.sentences[match.sentence]
    guard sentence.tokens.contains(index), reading.tokens[index].kind == .number,
      reading.tokens[index].flags.contains(.isHyphenated), match.phraseTokens.count >= 2,
      reading.tokens[match.phraseTokens.upperBound - 1].kind == .number
    else { return nil }
    let text = reading.manuscript.blocks[sentence.block].text.bytes
    guard text[Int(reading.tokens[index].start) - 1] == 0x2F else { return nil }
    var walk = NameWalk()
    for head in match.phraseTokens.dropLast() { walk.append(text[reading.tokens[head].range], afterSpace: false) }
    walk.append(text[reading.tokens[index].range], afterSpace: false)
    let entries = catalogue.lookup(walk.key.hash).entries
    guard let entry = entries.first(where: { catalogue.entry(at: $0).key == walk.keyBytes }) else { return nil }
    let phrase = catalogue.entry(at: entry)
    return CandidateMention(
      family: phrase.family, entry: entry, sentence: match.sentence, tokens: index..<(index + 1),
      phraseTokens: index..<(index + 1), hasExactCase: match.hasExactCase, checkpoint: phrase.checkpoint)
  }

  /// Reference lists, author lists and funding notes name models without saying anything about them.
  static func isRead(_ mention: CandidateMention, in reading: ReadManuscript) -> Bool {
    let block = reading.block(ofSentence: mention.sentence)
    if block.kind == .metadata { return false }
    return reading.manuscript.sections[block.section].kind != .references
  }

  /// The longest name that begins at a token whose key is worth to be looked at.
  private static func longestName(
    at start: Int, sentence index: Int, _ reading: ReadManuscript, _ catalogue: Catalogue
  ) -> CandidateMention? {
    let sentence = reading.sentences[index]
    let tokens = reading.tokens
    guard NameBorders.canBegin(at: start, in: reading, block: sentence.block, first: sentence.tokens.lowerBound) else {
      return nil
    }
    let end = sentence.tokens.upperBound
    let text = reading.manuscript.blocks[sentence.block].text.bytes
    var key = NameKey()
    var positions: [Int] = []
    var position = start
    var best: (last: Int, entry: Int, hasExactCase: Bool)?
    while true {
      let token = tokens[position]
      key.append(folding: text[token.range])
      positions.append(position)
      let lookup = catalogue.lookup(key.hash)
      if !lookup.entries.isEmpty, NameBorders.canEnd(at: position, in: tokens, end: end) {
        let surface = text[Int(tokens[start].start)..<Int(token.end)]
        let walk = NameWalk(over: positions.lazy.map { tokens[$0].range }, in: text)
        if let entry = bestEntry(lookup.entries, walk, surface: surface, catalogue) {
          best = (position, entry.index, entry.hasExactCase)
        }
      }
      guard lookup.isPrefix, let next = NameBorders.successor(of: position, in: tokens, end: end) else { break }
      position = next
    }
    guard let best else { return nil }
    return candidate(
      start: start, last: best.last, entry: best.entry, hasExactCase: best.hasExactCase, sentence: index, reading,
      catalogue)
  }

  private static func candidate(
    start: Int, last: Int, entry: Int, hasExactCase: Bool, sentence: Int, _ reading: ReadManuscript,
    _ catalogue: Catalogue
  ) -> CandidateMention? {
    let end = reading.sentences[sentence].tokens.upperBound
    let phrase = catalogue.entry(at: entry)
    switch NameSuffix.reading(after: last, in: reading, block: reading.sentences[sentence].block, end: end) {
    case .otherName: return nil
    case .sizes(let upper):
      return CandidateMention(
        family: phrase.family, entry: entry, sentence: sentence, tokens: start..<upper,
        phraseTokens: start..<(last + 1), hasExactCase: hasExactCase, checkpoint: phrase.checkpoint)
    }
  }

  /// The entry whose spelling is nearest to the surface: exact case first, then any that may be written so.
  private static func bestEntry(
    _ entries: Range<Int>, _ walk: NameWalk, surface: ArraySlice<UInt8>, _ catalogue: Catalogue
  ) -> (index: Int, hasExactCase: Bool)? {
    var tolerant: Int?
    let letters = surface.filter(isNameByte)
    for index in entries {
      let entry = catalogue.entry(at: index)
      guard entry.key == walk.keyBytes, walk.spacesAgree(with: entry.spelling) else { continue }
      if entry.spelling.utf8.filter(isNameByte) == letters { return (index, true) }
      if tolerant == nil { tolerant = index }
    }
    return tolerant.map { ($0, false) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x80...0xFF: true
    default: false
    }
  }
}
