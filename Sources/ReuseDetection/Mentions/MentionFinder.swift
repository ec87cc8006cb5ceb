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
    let addedKeys = catalogue.addedKeys
    var added = KeyFilter(count: addedKeys.count)
    for key in addedKeys { added.insert(key) }
    let hasAdded = !addedKeys.isEmpty
    return Finds(
      inSentencesOf: reading, after: known, sentence: \.sentence, moved: { $0.moved(by: $1) }
    ) { index, found in
      guard hasAdded || reading.marks(inSentence: index).contains(.beginsName) else { return }
      let sentence = reading.sentences[index]
      reading.tokens.withUnsafeBufferPointer { tokens in
        reading.manuscript.blocks[sentence.block].text.bytes.withUnsafeBufferPointer { text in
          let search = NameSearch(tokens: tokens, text: text, sentence: sentence, index: index)
          var token = sentence.tokens.lowerBound
          while token < sentence.tokens.upperBound {
            let mayBegin = tokens[token].marks.contains(.beginsName) || hasAdded && added.mayContain(tokens[token].key)
            if mayBegin, let end = search.append(at: token, to: &found, in: reading, catalogue) {
              token = end
            } else {
              token += 1
            }
          }
        }
      }
    }
  }

  /// Reference lists, author lists and funding notes name models without saying anything about them.
  static func isRead(_ mention: CandidateMention, in reading: ReadManuscript) -> Bool {
    let outline = reading.outline(ofSentence: mention.sentence)
    return outline.form != .metadata && outline.sectionKind != .references
  }
}

/// The search for names in one sentence.
private struct NameSearch {
  /// The manuscript's.
  let tokens: UnsafeBufferPointer<Token>
  /// The block's.
  let text: UnsafeBufferPointer<UInt8>
  let sentence: Sentence
  let index: Int

  /// Appends the longest name that begins at a token, and those that share its head; answers where they end.
  func append(
    at token: Int, to found: inout [CandidateMention], in reading: ReadManuscript, _ catalogue: Catalogue
  ) -> Int? {
    guard tokens[token].kind == .word || tokens[token].kind == .number else { return nil }
    let lookup = catalogue.lookup(tokens[token].key)
    guard lookup.isWorthwhile, let match = longestName(at: token, lookup, in: reading, catalogue) else { return nil }
    found.append(match)
    var end = match.tokens.upperBound
    while let other = sharingHead(with: match, at: end, catalogue) {
      found.append(other)
      end = other.tokens.upperBound
    }
    return end
  }

  /// "GPT-3.5/4": the number that follows takes its name from the one before.
  private func sharingHead(
    with match: CandidateMention, at next: Int, _ catalogue: Catalogue
  ) -> CandidateMention? {
    guard sentence.tokens.contains(next), tokens[next].kind == .number,
      tokens[next].flags.contains(.isHyphenated), match.phraseTokens.count >= 2,
      tokens[match.phraseTokens.upperBound - 1].kind == .number, text[Int(tokens[next].start) - 1] == 0x2F
    else { return nil }
    var walk = NameWalk()
    for head in match.phraseTokens.dropLast() { walk.append(text[tokens[head].range]) }
    walk.append(text[tokens[next].range])
    let entries = catalogue.lookup(walk.key.hash).entries
    guard let entry = entries.first(where: { catalogue.entry(at: $0).key == walk.keyBytes }) else { return nil }
    return CandidateMention(
      family: catalogue.family(ofEntry: entry), entry: entry, sentence: index, tokens: next..<(next + 1),
      phraseTokens: next..<(next + 1), hasExactCase: match.hasExactCase,
      checkpoint: catalogue.checkpoint(ofEntry: entry))
  }

  /// The longest name that begins at a word or number, by what the catalogue knows of it.
  private func longestName(
    at start: Int, _ first: Catalogue.Lookup, in reading: ReadManuscript, _ catalogue: Catalogue
  ) -> CandidateMention? {
    guard NameBorders.canBegin(at: start, in: tokens, first: sentence.tokens.lowerBound, text: text) else { return nil }
    let end = sentence.tokens.upperBound
    var position = start
    // The exponent of a number is in no key of its token, but in that of a name.
    let isKeyed = tokens[start].kind == .word
    var key = isKeyed ? tokens[start].key : self.key(after: NameKey.basis, of: start)
    var lookup = isKeyed ? first : catalogue.lookup(key)
    var best: (last: Int, entry: Int, hasExactCase: Bool)?
    while true {
      if !lookup.entries.isEmpty, NameBorders.canEnd(at: position, in: tokens, end: end) {
        let surface = text[Int(tokens[start].start)..<Int(tokens[position].end)]
        let written = UnsafeBufferPointer(rebasing: surface)
        if let entry = catalogue.entry(among: lookup.entries, writtenAs: written) {
          best = (position, entry.position, entry.hasExactCase)
        }
      }
      guard lookup.isPrefix, let next = NameBorders.successor(of: position, in: tokens, end: end) else { break }
      position = next
      key = self.key(after: key, of: position)
      lookup = catalogue.lookup(key)
    }
    guard let best else { return nil }
    return candidate(
      start..<(best.last + 1), entry: best.entry, hasExactCase: best.hasExactCase, in: reading, catalogue)
  }

  /// The key of a name that goes on with a token; computed here, as `NameKey` does, since a call for each byte is slow.
  private func key(after beginning: UInt64, of token: Int) -> UInt64 {
    let prime = NameKey.prime
    var key = beginning
    for byte in text[tokens[token].range] {
      switch byte {
      case 0x41...0x5A: key = (key ^ UInt64(byte | 0x20)) &* prime
      case 0x61...0x7A, 0x30...0x39, 0x2B, 0x80...0xFF: key = (key ^ UInt64(byte)) &* prime
      default: break
      }
    }
    return key
  }

  private func candidate(
    _ phrase: Range<Int>, entry: Int, hasExactCase: Bool, in reading: ReadManuscript, _ catalogue: Catalogue
  ) -> CandidateMention? {
    let suffix = NameSuffix.reading(
      after: phrase.upperBound - 1, in: reading, block: sentence.block, end: sentence.tokens.upperBound)
    switch suffix {
    case .otherName: return nil
    case .sizes(let upper):
      return CandidateMention(
        family: catalogue.family(ofEntry: entry), entry: entry, sentence: index, tokens: phrase.lowerBound..<upper,
        phraseTokens: phrase, hasExactCase: hasExactCase, checkpoint: catalogue.checkpoint(ofEntry: entry))
    }
  }
}
