import ModelCatalogue

/// A phrase of the lexicon found in a sentence.
package struct CueHit: Sendable, Equatable {
  package let cue: Cue
  /// Indices in `ReadManuscript.tokens`.
  package let tokens: Range<Int>
}

/// The phrases that mean something to the finders, matched on folded word parts in one pass.
///
/// Hyphens do not matter ("fine-tuned", "fine tuned"); `Cue.patterns` lists the words, so that every decision can be
/// read back to a phrase. A class, because it is handed on for every block, and counting its tables each time is slow.
final class Lexicon: Sendable {
  private struct Phrase {
    let cue: Cue
    /// The word parts behind the first, in `parts`.
    let rest: Range<Int>
    /// The key of the first of them, or 0.
    let second: UInt64
  }

  /// A word part of a phrase.
  private struct Part {
    let key: UInt64
    /// True when nothing may part it from the one before: "A100" is no "a 100".
    let isJoined: Bool
  }

  /// The phrases that begin with one word part.
  private struct Group {
    /// In `phrases`, the longest first.
    var longer: Range<Int>
    /// Behind them, those of that word part alone.
    var single: Range<Int>
    /// Bit *n* is set when the second part of a longer one has a key that ends in *n*.
    var seconds: UInt64 = 0
  }

  /// Those of one group after those of another.
  private let phrases: [Phrase]
  private let parts: [Part]
  private let groups: [Group]
  /// Numbers of groups.
  private let byFirstKey: KeyTable
  /// The keys of the first words of longer phrases.
  let firstKeys: [UInt64]
  /// Those of the words behind them.
  let secondKeys: [UInt64]
  /// Those of the words that are phrases.
  let singleKeys: [UInt64]

  static let standard = Lexicon()

  private init() {
    // Read at every start: in flat arrays, and the letters as bytes.
    var found: [Phrase] = []
    var parts: [Part] = []
    for cue in Cue.allCases {
      Cue.forEachPhrase(in: cue.patterns) { phrase in
        let first = parts.count
        Self.forEachPart(of: phrase) { parts.append(Part(key: $0, isJoined: $1)) }
        guard parts.count > first else { return }
        let rest = (first + 1)..<parts.count
        found.append(Phrase(cue: cue, rest: rest, second: rest.isEmpty ? 0 : parts[rest.lowerBound].key))
      }
    }
    var byFirstKey = KeyTable(count: found.count)
    var counts: [Int] = []
    let numbers = found.map { phrase in
      let key = parts[phrase.rest.lowerBound - 1].key
      let number = byFirstKey[key] ?? counts.count
      if number == counts.count {
        byFirstKey.insert(key, number)
        counts.append(0)
      }
      counts[number] += 1
      return number
    }
    let phrases = Self.grouped(found, numbers, counts)
    var start = 0
    groups = counts.map { count in
      start += count
      return Self.group((start - count)..<start, of: phrases)
    }
    self.phrases = phrases
    self.parts = parts
    self.byFirstKey = byFirstKey
    let longer = phrases.filter { !$0.rest.isEmpty }
    firstKeys = longer.map { parts[$0.rest.lowerBound - 1].key }
    secondKeys = longer.map(\.second)
    singleKeys = phrases.filter(\.rest.isEmpty).map { parts[$0.rest.lowerBound - 1].key }
  }

  private static func group(_ range: Range<Int>, of phrases: [Phrase]) -> Group {
    let firstSingle = range.first { phrases[$0].rest.isEmpty } ?? range.upperBound
    var group = Group(longer: range.lowerBound..<firstSingle, single: firstSingle..<range.upperBound)
    for number in group.longer { group.seconds |= 1 &<< (phrases[number].second & 63) }
    return group
  }

  /// Phrases by the numbers of their groups, the longest of a group first, else in their order.
  private static func grouped(_ phrases: [Phrase], _ numbers: [Int], _ counts: [Int]) -> [Phrase] {
    var ends: [Int] = []
    for count in counts { ends.append((ends.last ?? 0) + count) }
    let starts = zip(ends, counts).map(-)
    var grouped = phrases
    var filled = starts
    for (phrase, number) in zip(phrases, numbers) {
      var place = filled[number]
      while place > starts[number], grouped[place - 1].rest.count < phrase.rest.count {
        grouped[place] = grouped[place - 1]
        place -= 1
      }
      grouped[place] = phrase
      filled[number] += 1
    }
    return grouped
  }

  /// Appends every phrase that begins at a word marked so; of several of one cue, the longest.
  /// - Parameters:
  ///   - tokens: those of a block.
  ///   - end: the end of the word's sentence among them.
  ///   - first: the number of the block's first token in the manuscript.
  /// - Complexity: linear in the few phrases that share a first word.
  func appendHits(
    at index: Int, in tokens: UnsafeBufferPointer<Token>, end: Int, from first: Int, to hits: inout [CueHit]
  ) {
    guard let number = byFirstKey[tokens[index].key] else { return }
    let group = groups[number]
    let next = index + 1 < end ? tokens[index + 1].key : 0
    let mayBeLonger = group.seconds &>> (next & 63) & 1 == 1
    guard mayBeLonger || !group.single.isEmpty else { return }
    let firstHere = hits.count
    func append(_ phrase: Phrase) {
      if hits.count > firstHere, hits[firstHere...].contains(where: { $0.cue == phrase.cue }) { return }
      let start = first + index
      hits.append(CueHit(cue: phrase.cue, tokens: start..<(start + 1 + phrase.rest.count)))
    }
    if mayBeLonger {
      for number in group.longer where phrases[number].second == next {
        if matches(phrases[number].rest, tokens, behind: index, end: end) { append(phrases[number]) }
      }
    }
    for number in group.single { append(phrases[number]) }
  }

  private func matches(_ rest: Range<Int>, _ tokens: UnsafeBufferPointer<Token>, behind index: Int, end: Int) -> Bool {
    guard index + rest.count < end else { return false }
    var token = index + 1
    for part in rest {
      guard tokens[token].key == parts[part].key, !parts[part].isJoined || tokens[token].flags.contains(.isJoined)
      else { return false }
      token += 1
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The keys of a phrase's word parts, cut as the tokeniser cuts; letters of either case are one.
  static func keys(of phrase: String) -> [UInt64] {
    var keys: [UInt64] = []
    appendKeys(of: phrase, to: &keys)
    return keys
  }

  /// Appends the keys of a phrase's word parts.
  static func appendKeys(of phrase: String, to keys: inout [UInt64]) {
    var phrase = phrase
    phrase.withUTF8 { bytes in forEachPart(of: bytes) { key, _ in keys.append(key) } }
  }

  /// Calls back with the word parts of a phrase, cut as the tokeniser cuts; with true for those that letters or digits
  /// right before them belong to.
  private static func forEachPart(of phrase: some Sequence<UInt8>, _ body: (UInt64, _ isJoined: Bool) -> Void) {
    var current = NameKey()
    var length = 0
    var wasDigit = false
    var isJoined = false
    for byte in phrase {
      let isDigit = Self.isDigit(byte)
      let folded = NameKey.folded(byte)
      let isPart = folded != nil
      if length > 0, isDigit != wasDigit || !isPart {
        body(current.hash, isJoined)
        current = NameKey()
        length = 0
        isJoined = isPart
      }
      wasDigit = isDigit
      guard let folded else {
        isJoined = false
        continue
      }
      current.append(folded)
      length += 1
    }
    if length > 0 { body(current.hash, isJoined) }
  }
}
