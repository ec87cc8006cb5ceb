import ModelCatalogue

/// Phrases compiled for matching against tokens.
struct CueSet {
  /// The keys of all phrases' word parts.
  private let parts: [UInt64]
  /// For each phrase, its place in `parts`.
  private let phrases: [Range<Int>]
  /// The first phrase with a first key.
  private let byFirst: KeyTable
  /// For each phrase, the next with the same first key, or nil.
  private let following: [Int?]
  private let filter: KeyFilter

  init(_ texts: [String]) {
    var parts: [UInt64] = []
    var phrases: [Range<Int>] = []
    var filter = KeyFilter(count: texts.count)
    var byFirst = KeyTable(count: texts.count)
    var following = [Int?](repeating: nil, count: texts.count)
    for (number, text) in texts.enumerated() {
      let start = parts.count
      Lexicon.appendKeys(of: text, to: &parts)
      phrases.append(start..<parts.count)
      guard start < parts.count else { continue }
      guard var last = byFirst[parts[start]] else {
        byFirst.insert(parts[start], number)
        filter.insert(parts[start])
        continue
      }
      while let next = following[last] { last = next }
      following[last] = number
    }
    self.parts = parts
    self.phrases = phrases
    self.byFirst = byFirst
    self.following = following
    self.filter = filter
  }

  /// Calls back with the number of each phrase that occurs in a run of tokens, each time it does; numbers count in the
  /// texts given.
  func forEachMatch(in range: Range<Int>, _ tokens: UnsafeBufferPointer<Token>, _ body: (Int) -> Void) {
    guard !phrases.isEmpty else { return }
    for index in range where filter.mayContain(tokens[index].key) {
      var candidate = byFirst[tokens[index].key]
      while let number = candidate {
        if holds(number, tokens, at: index, end: range.upperBound) { body(number) }
        candidate = following[number]
      }
    }
  }

  /// The tokens of the first phrase that occurs in a run, or nil.
  func first(in range: Range<Int>, _ tokens: [Token]) -> Range<Int>? {
    tokens.withUnsafeBufferPointer { tokens in
      for index in range where filter.mayContain(tokens[index].key) {
        var candidate = byFirst[tokens[index].key]
        while let number = candidate {
          if holds(number, tokens, at: index, end: range.upperBound) { return index..<(index + phrases[number].count) }
          candidate = following[number]
        }
      }
      return nil
    }
  }

  private func holds(_ number: Int, _ tokens: UnsafeBufferPointer<Token>, at index: Int, end: Int) -> Bool {
    let keys = phrases[number]
    guard index + keys.count <= end else { return false }
    for offset in 0..<keys.count where tokens[index + offset].key != parts[keys.lowerBound + offset] { return false }
    return true
  }
}
