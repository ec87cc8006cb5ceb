import Manuscripts

/// The tokens, sentences and cues of blocks, in flat arrays.
struct ReadBlocks: Sendable {
  private(set) var tokens: [Token] = []
  private(set) var sentences: [Sentence] = []
  private(set) var blockSentences: [Range<Int>] = []
  private(set) var cueHits: [CueHit] = []
  private(set) var sentenceCues: [Range<Int>] = []
  private(set) var sentenceKinds: [CueKinds] = []
  /// The marks that some word of the sentence has.
  private(set) var sentenceMarks: [WordMarks] = []

  /// Nothing yet, with room for as much as an earlier reading has and a little more.
  init(reserving other: ReadBlocks?) {
    guard let other else { return }
    tokens.reserveCapacity(other.tokens.count + other.tokens.count / 64 + 64)
    sentences.reserveCapacity(other.sentences.count + 16)
    blockSentences.reserveCapacity(other.blockSentences.count + 16)
    cueHits.reserveCapacity(other.cueHits.count + 16)
    sentenceCues.reserveCapacity(other.sentenceCues.count + 16)
    sentenceKinds.reserveCapacity(other.sentenceKinds.count + 16)
    sentenceMarks.reserveCapacity(other.sentenceMarks.count + 16)
  }

  /// Makes room for a manuscript, which has a token in about five bytes, a cue in some forty, and a sentence in two
  /// hundred beside the one that begins each block.
  mutating func reserve(for manuscript: Manuscript) {
    let blockCount = manuscript.blocks.count
    var length = 0
    for index in 0..<blockCount { length += manuscript.blocks[index].text.count }
    let sentenceCount = blockCount + length / 200
    tokens.reserveCapacity(length / 5)
    blockSentences.reserveCapacity(blockCount)
    sentences.reserveCapacity(sentenceCount)
    sentenceCues.reserveCapacity(sentenceCount)
    sentenceKinds.reserveCapacity(sentenceCount)
    sentenceMarks.reserveCapacity(sentenceCount)
    cueHits.reserveCapacity(length / 40)
  }

  /// Appends a block; it depends on nothing but its kind, text and marks.
  mutating func append(_ block: borrowing Block, at index: Int, _ lexicon: Lexicon) {
    let text = BlockText(block)
    let firstSentence = sentences.count
    let firstToken = tokens.count
    Tokeniser.withTokens(of: text) { fresh in
      SentenceSplitter.appendSentences(of: text, at: index, tokens: fresh, from: firstToken, to: &sentences)
      for sentence in firstSentence..<sentences.count {
        appendCues(in: fresh, sentences[sentence].tokens.moved(by: -firstToken), from: firstToken, lexicon)
      }
      tokens.append(contentsOf: fresh)
    }
    blockSentences.append(firstSentence..<sentences.count)
  }

  /// Appends the cues and marks of a sentence.
  /// - Parameters:
  ///   - tokens: its block's.
  ///   - range: its own among them.
  ///   - first: the number of its block's first token.
  private mutating func appendCues(
    in tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, from first: Int, _ lexicon: Lexicon
  ) {
    let firstHit = cueHits.count
    var marks: WordMarks = []
    for index in range where !tokens[index].marks.isEmpty {
      let own = tokens[index].marks
      marks.formUnion(own)
      let next = index + 1
      guard
        own.contains(.isCue)
          || own.contains(.beginsCue) && next < range.upperBound && tokens[next].marks.contains(.continuesCue)
      else { continue }
      lexicon.appendHits(at: index, in: tokens, end: range.upperBound, from: first, to: &cueHits)
    }
    sentenceCues.append(firstHit..<cueHits.count)
    sentenceKinds.append(CueKinds(cueHits[firstHit...]))
    sentenceMarks.append(marks)
  }

  /// Appends blocks that were read before, renumbered.
  /// - Complexity: linear in their tokens, sentences and cues, with a small constant.
  mutating func append(_ other: ReadBlocks, blocks: Range<Int>) {
    guard let first = blocks.first, let last = blocks.last else { return }
    let ownSentences = other.blockSentences[first].lowerBound..<other.blockSentences[last].upperBound
    let ownTokens = other.tokens(ofSentences: ownSentences)
    let ownHits = other.hits(inSentences: ownSentences)
    let blockShift = blockSentences.count - blocks.lowerBound
    let sentenceShift = sentences.count - ownSentences.lowerBound
    let tokenShift = tokens.count - ownTokens.lowerBound
    let hitShift = cueHits.count - ownHits.lowerBound
    // Copied as a whole: a slice of an array is appended element by element.
    other.tokens.withUnsafeBufferPointer { tokens.append(contentsOf: UnsafeBufferPointer(rebasing: $0[ownTokens])) }
    // Loops: sequences that map lazily take ten times as long to append.
    for sentence in other.sentences[ownSentences] {
      sentences.append(Sentence(block: sentence.block + blockShift, tokens: sentence.tokens.moved(by: tokenShift)))
    }
    for range in other.blockSentences[blocks] { blockSentences.append(range.moved(by: sentenceShift)) }
    for hit in other.cueHits[ownHits] {
      cueHits.append(CueHit(cue: hit.cue, tokens: hit.tokens.moved(by: tokenShift)))
    }
    for range in other.sentenceCues[ownSentences] { sentenceCues.append(range.moved(by: hitShift)) }
    sentenceKinds += other.sentenceKinds[ownSentences]
    sentenceMarks += other.sentenceMarks[ownSentences]
  }

  private func tokens(ofSentences range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound
  }

  private func hits(inSentences range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return sentenceCues[first].lowerBound..<sentenceCues[last].upperBound
  }
}

/// How many sentences at its beginning and end a reading has in common with the one before it.
struct SharedSentences: Sendable, Equatable {
  let leading: Int
  let trailing: Int
}

extension Range where Bound == Int {
  /// The same range, so many places further on.
  func moved(by distance: Int) -> Range<Int> { (lowerBound + distance)..<(upperBound + distance) }
}
