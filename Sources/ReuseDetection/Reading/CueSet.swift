import ModelCatalogue

/// Phrases compiled for matching against tokens.
struct CueSet {
  private let phrases: [[UInt64]]
  /// The first phrase with a first key.
  private let byFirst: KeyTable
  /// For each phrase, the next with the same first key, or nil.
  private let following: [Int?]
  private let filter: KeyFilter

  init(_ texts: [String]) {
    let phrases = texts.map { Lexicon.keys(of: $0.lowercased()) }
    var filter = KeyFilter(count: texts.count)
    var byFirst = KeyTable(count: texts.count)
    var following = [Int?](repeating: nil, count: texts.count)
    for number in phrases.indices {
      guard let key = phrases[number].first else { continue }
      guard var last = byFirst[key] else {
        byFirst.insert(key, number)
        filter.insert(key)
        continue
      }
      while let next = following[last] { last = next }
      following[last] = number
    }
    self.phrases = phrases
    self.byFirst = byFirst
    self.following = following
    self.filter = filter
  }

  /// The numbers of the phrases that occur in a run of tokens; numbers count in the texts given.
  func matches(in range: Range<Int>, _ tokens: [Token]) -> Set<Int> {
    var found: Set<Int> = []
    guard !phrases.isEmpty else { return found }
    for index in range where filter.mayContain(tokens[index].key) {
      var candidate = byFirst[tokens[index].key]
      while let number = candidate {
        if holds(number, tokens, at: index, end: range.upperBound) { found.insert(number) }
        candidate = following[number]
      }
    }
    return found
  }

  /// The tokens of the first phrase that occurs in a run, or nil.
  func first(in range: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    for index in range where filter.mayContain(tokens[index].key) {
      var candidate = byFirst[tokens[index].key]
      while let number = candidate {
        if holds(number, tokens, at: index, end: range.upperBound) { return index..<(index + phrases[number].count) }
        candidate = following[number]
      }
    }
    return nil
  }

  private func holds(_ number: Int, _ tokens: [Token], at index: Int, end: Int) -> Bool {
    let keys = phrases[number]
    guard index + keys.count <= end else { return false }
    for offset in keys.indices where tokens[index + offset].key != keys[offset] { return false }
    return true
  }
}
