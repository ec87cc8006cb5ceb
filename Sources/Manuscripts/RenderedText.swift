/// What a reader of the typeset page sees of one block, with the way back to the original bytes.
///
/// Names are split and hidden by markup (`GPT-$3.5$`, `\texttt{gpt\_4}`, a project's own macro, an entity): detection
/// works on this text, and `source(of:)` answers with bytes of the file.
package struct RenderedText: Sendable {
  /// A stretch of text that comes from a stretch of source.
  package struct Segment: Sendable, Equatable {
    /// Where the stretch begins in `bytes`.
    package let textStart: Int
    /// The source bytes it stands for, before the text's shift.
    package fileprivate(set) var source: Range<Int>
    /// True when text and source have the same length and offsets within the stretch correspond one to one.
    package let isAligned: Bool
  }

  /// Stands for a citation that is not part of the sentence, as in `\citep{…}` and `[@key]`.
  package static let parentheticalCitation: UInt8 = 0x02
  /// Stands for a citation that is read as a noun ("Smith et al."), as in `\citet{…}` and a bare `@key`.
  package static let textualCitation: UInt8 = 0x03
  /// Separates the cells of a table row.
  package static let cellSeparator: UInt8 = 0x09
  /// Stands for mathematics that is no part of a name.
  package static let formula: UInt8 = 0x04

  /// UTF-8; white space is collapsed to single spaces except in code blocks.
  package private(set) var bytes: [UInt8] = []
  package private(set) var segments: [Segment] = []
  /// What is added to the segments' source offsets: text that moved within its file keeps its segments.
  package private(set) var shift = 0

  package init() {}

  package var count: Int { bytes.count }

  /// This text without room to spare; it is empty afterwards and keeps its room for the next.
  package mutating func take() -> RenderedText {
    var taken = RenderedText()
    taken.bytes = bytes.withUnsafeBufferPointer { Array($0) }
    taken.segments = segments.withUnsafeBufferPointer { Array($0) }
    taken.shift = shift
    bytes.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    return taken
  }

  /// Appends source bytes as they are.
  package mutating func appendVerbatim(_ source: ArraySlice<UInt8>, from start: Int) {
    source.withUnsafeBufferPointer { appendVerbatim($0, from: start) }
  }

  /// Appends source bytes as they are.
  package mutating func appendVerbatim(_ source: UnsafeBufferPointer<UInt8>, from start: Int) {
    guard !source.isEmpty else { return }
    align(source.count, from: start)
    bytes.append(contentsOf: source)
  }

  /// Appends words with single blanks or line ends between them: each is one space.
  package mutating func appendWords(_ source: UnsafeBufferPointer<UInt8>, from start: Int) {
    let before = bytes.count
    appendVerbatim(source, from: start)
    bytes.joinLines(from: before)
  }

  /// Appends a space for one byte of white space: offsets go on corresponding.
  package mutating func appendSpace(at offset: Int) {
    align(1, from: offset)
    bytes.append(0x20)
  }

  /// Goes on with the last segment where text and source go on together.
  private mutating func align(_ count: Int, from start: Int) {
    let last = segments.count - 1
    if last >= 0, segments[last].isAligned, segments[last].source.upperBound == start {
      segments[last].source = segments[last].source.lowerBound..<(start + count)
    } else {
      segments.append(Segment(textStart: bytes.count, source: start..<(start + count), isAligned: true))
    }
  }

  /// Appends text that differs from the source it stands for: an expansion, an accent, an entity, a citation's sign.
  package mutating func appendReplacement(_ text: some Collection<UInt8>, for source: Range<Int>) {
    guard !text.isEmpty else { return }
    segments.append(Segment(textStart: bytes.count, source: source, isAligned: false))
    bytes.append(contentsOf: text)
  }

  /// Appends bytes that differ from the source they stand for.
  package mutating func appendReplacement(_ text: UnsafeBufferPointer<UInt8>, for source: Range<Int>) {
    guard !text.isEmpty else { return }
    segments.append(Segment(textStart: bytes.count, source: source, isAligned: false))
    bytes.append(contentsOf: text)
  }

  /// Appends one byte that differs from the source it stands for.
  package mutating func appendReplacement(_ byte: UInt8, for source: Range<Int>) {
    segments.append(Segment(textStart: bytes.count, source: source, isAligned: false))
    bytes.append(byte)
  }

  /// The smallest source range that covers a range of text offsets; nil for an empty text.
  /// - Complexity: logarithmic in the number of segments.
  package func source(of range: Range<Int>) -> Range<Int>? {
    guard let first = segment(at: range.lowerBound) else { return nil }
    guard !range.isEmpty, let last = segment(at: range.upperBound - 1) else {
      let start = offset(of: range.lowerBound, in: first)
      return (start + shift)..<(start + shift)
    }
    let start = offset(of: range.lowerBound, in: first)
    let end = last.isAligned ? offset(of: range.upperBound - 1, in: last) + 1 : last.source.upperBound
    return (start + shift)..<(max(start, end) + shift)
  }

  private func offset(of textOffset: Int, in segment: Segment) -> Int {
    guard segment.isAligned else { return segment.source.lowerBound }
    return min(segment.source.lowerBound + textOffset - segment.textStart, segment.source.upperBound)
  }

  private func segment(at textOffset: Int) -> Segment? {
    guard !segments.isEmpty else { return nil }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].textStart <= textOffset { low = middle } else { high = middle }
    }
    return segments[low]
  }

  /// The same text with its places in the file that its source was decoded from.
  func remapped(_ map: SourceMap) -> RenderedText {
    var text = self
    text.shift = 0
    text.segments = segments.flatMap { segment -> [Segment] in
      let source = (segment.source.lowerBound + shift)..<(segment.source.upperBound + shift)
      guard segment.isAligned else {
        return [Segment(textStart: segment.textStart, source: map.source(of: source), isAligned: false)]
      }
      return map.pieces(in: source).map { piece in
        Segment(
          textStart: segment.textStart + piece.text.lowerBound - source.lowerBound, source: piece.source,
          isAligned: piece.isVerbatim)
      }
    }
    return text
  }

  /// Moves the text with its stretch so many bytes further on in its file.
  mutating func move(by distance: Int) { shift += distance }
}

extension RenderedText: Equatable {
  /// Texts are equal when they read alike and lead back to the same places.
  package static func == (left: RenderedText, right: RenderedText) -> Bool {
    left.bytes == right.bytes && left.segments.count == right.segments.count
      && zip(left.segments, right.segments).allSatisfy { one, other in
        one.textStart == other.textStart && one.isAligned == other.isAligned
          && one.source.lowerBound + left.shift == other.source.lowerBound + right.shift
          && one.source.upperBound + left.shift == other.source.upperBound + right.shift
      }
  }
}
