/// Phrases compiled for matching against tokens.
struct CueSet {
  private let phrases: [[UInt64]]
  private let byFirst: [UInt64: [Int]]
  private let filter: KeyFilter

  init(_ texts: [String]) {
    var phrases: [[UInt64]] = []
    var filter = KeyFilter()
    var byFirst: [UInt64: [Int]] = [:]
    for text in texts {
      let keys = Lexicon.keys(of: text.lowercased())
      if let first = keys.first {
        byFirst[first, default: []].append(phrases.count)
        filter.insert(first)
      }
      phrases.append(keys)
    }
    self.phrases = phrases
    self.byFirst = byFirst
    self.filter = filter
  }

  /// The numbers of the phrases that occur in a run of tokens; numbers count in the texts given.
  func matches(in range: Range<Int>, _ tokens: [Token]) -> Set<Int> {
    var found: Set<Int> = []
    guard !phrases.isEmpty else { return found }
    for index in range {
      guard filter.mayContain(tokens[index].key), let candidates = byFirst[tokens[index].key] else { continue }
      for candidate in candidates {
        let keys = phrases[candidate]
        guard index + keys.count <= range.upperBound else { continue }
        if keys.indices.allSatisfy({ tokens[index + $0].key == keys[$0] }) { found.insert(candidate) }
      }
    }
    return found
  }

  /// The tokens of the first phrase that occurs in a run, or nil.
  func first(in range: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    for index in range {
      guard filter.mayContain(tokens[index].key), let candidates = byFirst[tokens[index].key] else { continue }
      for candidate in candidates {
        let keys = phrases[candidate]
        guard index + keys.count <= range.upperBound else { continue }
        if keys.indices.allSatisfy({ tokens[index + $0].key == keys[$0] }) { return index..<(index + keys.count) }
      }
    }
    return nil
  }
}
