import ModelCatalogue

/// A phrase of the lexicon found in a sentence.
package struct CueHit: Sendable, Equatable {
  package let cue: Cue
  /// Indices in `ReadManuscript.tokens`.
  package let tokens: Range<Int>
}

/// The phrases that mean something to the finders, matched on folded word parts in one pass.
///
/// Hyphens do not matter ("fine-tuned", "fine tuned"); `Cue.phrases` lists the words, so that every decision can be
/// read back to a phrase.
package struct Lexicon: Sendable {
  private struct Phrase {
    let keys: [UInt64]
    let cue: Cue
    /// The parts that nothing may part from the one before: "A100" is no "a 100".
    let joined: [Int]
  }

  /// Phrases by the key of their first word part, longest first.
  private var byFirstKey: [UInt64: [Phrase]] = [:]
  private var filter = KeyFilter()

  package static let standard = Lexicon()

  private init() {
    for cue in Cue.allCases {
      for phrase in cue.phrases {
        let keys = Self.keys(of: phrase)
        guard let first = keys.first else { continue }
        byFirstKey[first, default: []].append(Phrase(keys: keys, cue: cue, joined: Self.joinedParts(of: phrase)))
        filter.insert(first)
      }
    }
    for key in byFirstKey.keys { byFirstKey[key]?.sort { $0.keys.count > $1.keys.count } }
  }

  /// Appends every phrase found in a run of tokens; of several phrases of one cue at one place, the longest.
  /// - Complexity: linear in the tokens, times the few phrases that share a first word.
  package func appendHits(in tokens: [Token], range: Range<Int>, to hits: inout [CueHit]) {
    for index in range {
      guard tokens[index].kind == .word, filter.mayContain(tokens[index].key),
        let phrases = byFirstKey[tokens[index].key]
      else { continue }
      let firstHere = hits.count
      for phrase in phrases where matches(phrase, tokens, at: index, end: range.upperBound) {
        if hits[firstHere...].contains(where: { $0.cue == phrase.cue }) { continue }
        hits.append(CueHit(cue: phrase.cue, tokens: index..<(index + phrase.keys.count)))
      }
    }
  }

  private func matches(_ phrase: Phrase, _ tokens: [Token], at index: Int, end: Int) -> Bool {
    let keys = phrase.keys
    guard index + keys.count <= end else { return false }
    for offset in 1..<max(keys.count, 1) where tokens[index + offset].key != keys[offset] { return false }
    return phrase.joined.allSatisfy { tokens[index + $0].flags.contains(.isJoined) }
  }

  /// The numbers of the parts of a phrase that letters or digits right before them belong to.
  private static func joinedParts(of phrase: String) -> [Int] {
    let bytes = Array(phrase.utf8)
    var part = 0
    var joined: [Int] = []
    for index in bytes.indices.dropFirst() {
      let isSeparate = bytes[index - 1] == 0x20
      let isBorder = bytes[index] != 0x20 && !isSeparate && isDigit(bytes[index]) != isDigit(bytes[index - 1])
      if isBorder || isSeparate { part += 1 }
      if isBorder { joined.append(part) }
    }
    return joined
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The keys of a phrase's word parts, cut as the tokeniser cuts.
  static func keys(of phrase: String) -> [UInt64] {
    var keys: [UInt64] = []
    var current = NameKey()
    var length = 0
    var wasDigit = false
    for byte in phrase.utf8 {
      let isDigit = Self.isDigit(byte)
      if length > 0, isDigit != wasDigit {
        keys.append(current.hash)
        current = NameKey()
        length = 0
      }
      wasDigit = isDigit
      if (0x61...0x7A).contains(byte) || isDigit || byte >= 0x80 || byte == 0x2B {
        current.append(byte)
        length += 1
      } else if length > 0 {
        keys.append(current.hash)
        current = NameKey()
        length = 0
      }
    }
    if length > 0 { keys.append(current.hash) }
    return keys
  }
}
