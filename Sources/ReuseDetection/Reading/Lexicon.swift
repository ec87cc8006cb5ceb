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
    let cue: Cue
    /// The word parts behind the first, in `parts`.
    let rest: Range<Int>
  }

  /// A word part of a phrase.
  private struct Part {
    let key: UInt64
    /// True when nothing may part it from the one before: "A100" is no "a 100".
    let isJoined: Bool
  }

  /// Phrases with one first word part after another, longest first.
  private var phrases: [Phrase] = []
  private var parts: [Part] = []
  /// For each first word part, where its phrases stand in `phrases`.
  private var groups: [Range<Int>] = []
  /// Numbers of groups.
  private var byFirstKey: KeyTable
  private var filter = KeyFilter()

  package static let standard = Lexicon()

  private init() {
    var groups: [(key: UInt64, phrases: [(cue: Cue, parts: [Part])])] = []
    var numbers: [UInt64: Int] = [:]
    for cue in Cue.allCases {
      for phrase in cue.phrases {
        let parts = Self.parts(of: phrase)
        guard let first = parts.first?.key else { continue }
        if numbers[first] == nil {
          numbers[first] = groups.count
          groups.append((first, []))
          filter.insert(first)
        }
        if let number = numbers[first] { groups[number].phrases.append((cue, parts)) }
      }
    }
    byFirstKey = KeyTable(count: groups.count)
    for (number, group) in groups.enumerated() {
      let start = phrases.count
      for phrase in group.phrases.sorted(by: { $0.parts.count > $1.parts.count }) {
        phrases.append(Phrase(cue: phrase.cue, rest: parts.count..<(parts.count + phrase.parts.count - 1)))
        parts += phrase.parts.dropFirst()
      }
      byFirstKey.insert(group.key, number)
      self.groups.append(start..<phrases.count)
    }
  }

  private static func parts(of phrase: String) -> [Part] {
    let joined = Set(joinedParts(of: phrase))
    return keys(of: phrase).enumerated().map { Part(key: $1, isJoined: joined.contains($0)) }
  }

  /// Appends every phrase found in a run of tokens; of several phrases of one cue at one place, the longest.
  /// - Complexity: linear in the tokens, times the few phrases that share a first word.
  package func appendHits(in tokens: [Token], range: Range<Int>, to hits: inout [CueHit]) {
    for index in range {
      guard tokens[index].kind == .word, filter.mayContain(tokens[index].key),
        let group = byFirstKey[tokens[index].key]
      else { continue }
      let firstHere = hits.count
      for number in groups[group] where matches(phrases[number].rest, tokens, behind: index, end: range.upperBound) {
        let cue = phrases[number].cue
        if hits.count > firstHere, hits[firstHere...].contains(where: { $0.cue == cue }) { continue }
        hits.append(CueHit(cue: cue, tokens: index..<(index + 1 + phrases[number].rest.count)))
      }
    }
  }

  private func matches(_ rest: Range<Int>, _ tokens: [Token], behind index: Int, end: Int) -> Bool {
    guard index + rest.count < end else { return false }
    var token = index + 1
    for part in rest {
      guard tokens[token].key == parts[part].key, !parts[part].isJoined || tokens[token].flags.contains(.isJoined)
      else { return false }
      token += 1
    }
    return true
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
