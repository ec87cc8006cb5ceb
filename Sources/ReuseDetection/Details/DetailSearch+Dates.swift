import Manuscripts

/// Years and dates in numbers.
extension DetailSearch {
  /// Four digits from 1950 to 2039.
  func isYear(_ token: Int, _ sentence: Int) -> Bool { year(token, sentence).map((1950...2039).contains) ?? false }

  /// A year from 2010 to 2039, in which models were used.
  func hasYear(_ sentence: Int) -> Bool {
    reading.sentences[sentence].tokens.contains { year($0, sentence).map((2010...2039).contains) ?? false }
  }

  /// The number that four digits make; nil for other tokens.
  private func year(_ token: Int, _ sentence: Int) -> Int? {
    guard reading.tokens[token].kind == .number, reading.tokens[token].range.count == 4 else { return nil }
    var number = 0
    for byte in reading.bytes(ofToken: token, inBlock: reading.sentences[sentence].block) {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// "2025-01-10".
  func hasDate(_ sentence: Int) -> Bool {
    reading.sentences[sentence].tokens.dropLast(2).contains { isDate(at: $0, sentence) }
  }

  /// Where "2024-08-06" begins, right before the words.
  func dateStart(before tokens: Range<Int>, _ sentence: Int) -> Int? {
    let start = tokens.lowerBound - 3
    guard start >= reading.sentences[sentence].tokens.lowerBound, isDate(at: start, sentence) else { return nil }
    return start
  }

  /// Four, two and two digits with hyphens between.
  private func isDate(at index: Int, _ sentence: Int) -> Bool {
    let tokens = reading.sentences[sentence].tokens
    guard index + 2 < tokens.upperBound, reading.tokens[index].kind == .number, reading.tokens[index].range.count == 4
    else { return false }
    return (index + 1...index + 2).allSatisfy {
      let token = reading.tokens[$0]
      return token.kind == .number && token.range.count == 2 && token.flags.contains(.isHyphenated)
    }
  }
}
