import Manuscripts
import ModelCatalogue

/// The own phrases of details, matched on folded word parts: a second lexicon for what only reports and some profiles
/// look for, so that the first one, which reads every keystroke, stays small.
struct DetailPhrases: Sendable {
  private struct Phrase {
    let keys: [UInt64]
    let detail: Detail
  }

  /// Phrases by the key of their first word part, longest first.
  private let byFirstKey: [UInt64: [Phrase]]
  private let filter: KeyFilter

  static let standard = DetailPhrases()

  private init() {
    var byFirstKey: [UInt64: [Phrase]] = [:]
    var filter = KeyFilter()
    for recogniser in DetailRecogniser.all {
      for phrase in Cue.expanded(recogniser.phrases) {
        let keys = Lexicon.keys(of: phrase)
        guard let first = keys.first else { continue }
        byFirstKey[first, default: []].append(Phrase(keys: keys, detail: recogniser.detail))
        filter.insert(first)
      }
    }
    self.byFirstKey = byFirstKey.mapValues { $0.sorted { $0.keys.count > $1.keys.count } }
    self.filter = filter
  }

  /// Calls back with every phrase of a run of tokens; of several phrases of one detail at one place, with the longest.
  func hits(in range: Range<Int>, _ tokens: [Token], found: (Detail, Range<Int>) -> Void) {
    for index in range {
      guard tokens[index].kind == .word, filter.mayContain(tokens[index].key),
        let phrases = byFirstKey[tokens[index].key]
      else { continue }
      var last: Detail?
      for phrase in phrases where phrase.detail != last && matches(phrase.keys, tokens, index, range.upperBound) {
        last = phrase.detail
        found(phrase.detail, index..<(index + phrase.keys.count))
      }
    }
  }

  private func matches(_ keys: [UInt64], _ tokens: [Token], _ index: Int, _ end: Int) -> Bool {
    index + keys.count <= end && keys.indices.allSatisfy { tokens[index + $0].key == keys[$0] }
  }
}

/// Where the own phrases of details stand in a manuscript.
struct DetailPhraseHits: Sendable {
  struct Hit: Sendable {
    let sentence: Int
    let tokens: Range<Int>
  }

  static let none = DetailPhraseHits()

  private var hits: [Detail: [Hit]] = [:]

  private init() {}

  /// Those of all details where any of those looked for has phrases: a recogniser may look at another's.
  ///
  /// - Complexity: linear in the tokens; none where no detail with phrases of its own is looked for.
  init(in reading: ReadManuscript, of details: Set<Detail>) {
    guard DetailRecogniser.all.contains(where: { !$0.phrases.isEmpty && details.contains($0.detail) }) else { return }
    for (index, sentence) in reading.sentences.enumerated() {
      DetailPhrases.standard.hits(in: sentence.tokens, reading.tokens) { detail, tokens in
        hits[detail, default: []].append(Hit(sentence: index, tokens: tokens))
      }
    }
  }

  /// In reading order.
  func of(_ detail: Detail) -> [Hit] { hits[detail] ?? [] }
}
