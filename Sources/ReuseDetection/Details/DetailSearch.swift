import Manuscripts

/// The questions that recognisers put to the text.
struct DetailSearch: Sendable {
  let query: DetailQuery
  let scope: DetailScope

  var reading: ReadManuscript { query.reading }
  var model: DetectedModel { query.model }

  /// The first sentence with a cue that is not taken back, as a present finding with the cue's words as its value.
  func first(_ cue: Cue, in sentences: [Int], where holds: (Int, CueHit) -> Bool = { _, _ in true }) -> DetailFinding? {
    for sentence in sentences {
      for hit in reading.cues(inSentence: sentence) where hit.cue == cue && isTold(sentence) && holds(sentence, hit) {
        return present(hit.tokens, sentence)
      }
    }
    return nil
  }

  /// A cue with a number within some tokens on either side; the value spans both.
  func first(_ cue: Cue, withNumberWithin distance: Int, in sentences: [Int]) -> DetailFinding? {
    for sentence in sentences where isTold(sentence) {
      for hit in reading.cues(inSentence: sentence) where hit.cue == cue {
        if let number = number(near: hit.tokens, within: distance, sentence) {
          return present(min(hit.tokens.lowerBound, number)..<max(hit.tokens.upperBound, number + 1), sentence)
        }
      }
    }
    return nil
  }

  /// A number within some tokens before or after, not across a sentence's border.
  func number(near tokens: Range<Int>, within distance: Int, _ sentence: Int) -> Int? {
    let bounds = reading.sentences[sentence].tokens
    for step in 0..<distance {
      let after = tokens.upperBound + step
      if after < bounds.upperBound, reading.tokens[after].kind == .number { return after }
      let before = tokens.lowerBound - 1 - step
      if before >= bounds.lowerBound, reading.tokens[before].kind == .number, !isNamePart(before) { return before }
    }
    return nil
  }

  /// Digits of a name ("ResNet-50") count nothing.
  private func isNamePart(_ token: Int) -> Bool {
    let flags = reading.tokens[token].flags
    return flags.contains(.isJoined) || flags.contains(.isHyphenated)
  }

  func present(_ tokens: Range<Int>, _ sentence: Int) -> DetailFinding {
    let block = reading.sentences[sentence].block
    return DetailFinding(
      state: .present, value: reading.text(tokens, inBlock: block), span: reading.span(tokens, inBlock: block))
  }

  /// A pointer to a supplement, repository or configuration in a sentence with one of the cues.
  func delegated(_ cues: [Cue], in sentences: [Int]) -> DetailFinding? {
    let found = sentences.first { sentence in
      reading.has(.supplement, inSentence: sentence) && cues.contains { reading.has($0, inSentence: sentence) }
    }
    return found.map { DetailFinding(state: .delegated, value: nil, span: reading.span(ofSentence: $0)) }
  }

  /// A sentence with both cues.
  func both(_ first: Cue, _ second: Cue, in sentences: [Int]) -> Int? {
    sentences.first { reading.has(first, inSentence: $0) && reading.has(second, inSentence: $0) }
  }

  /// False in what others did, headings and author lists.
  func isTold(_ sentence: Int) -> Bool {
    switch reading.block(ofSentence: sentence).kind {
    case .metadata, .title: false
    default: true
    }
  }

  /// True when a sentence is prose, a caption or a table's row and not a heading.
  func isCode(_ sentence: Int) -> Bool {
    if case .code = reading.block(ofSentence: sentence).kind { return true }
    return false
  }

  /// The first link whose address satisfies a test, in the blocks of these sentences.
  func link(in sentences: [Int], where holds: (String) -> Bool) -> DetailFinding? {
    var seen: Set<Int> = []
    for sentence in sentences {
      let index = reading.sentences[sentence].block
      guard seen.insert(index).inserted else { continue }
      let block = reading.manuscript.blocks[index]
      for mark in block.marks {
        if case .link(let url) = mark.kind, holds(url.lowercased()) {
          return DetailFinding(state: .present, value: url, span: SourceSpan(file: block.span.file, range: mark.source))
        }
      }
    }
    return nil
  }

  /// The keys of citations in a sentence with the citation's place.
  func citations(inSentence sentence: Int) -> [(keys: [String], span: SourceSpan)] {
    let tokens = reading.sentences[sentence].tokens
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let block = reading.block(ofSentence: sentence)
    let range = Int(reading.tokens[first].start)..<Int(reading.tokens[last].end)
    return block.marks.compactMap { mark in
      guard case .citation(let keys) = mark.kind, range.contains(mark.text.lowerBound) else { return nil }
      return (keys, SourceSpan(file: block.span.file, range: mark.source))
    }
  }
}
