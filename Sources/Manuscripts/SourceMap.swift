/// A text that was decoded from a file (JSON strings, for instance), with the way back to the file's bytes.
package struct MappedText: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var map = SourceMap()

  package init() {}

  /// Appends bytes as they stand in the file from an offset on.
  package mutating func appendVerbatim(_ source: ArraySlice<UInt8>) {
    guard !source.isEmpty else { return }
    map.add(bytes.count..<(bytes.count + source.count), source: source.startIndex..<source.endIndex, isVerbatim: true)
    bytes.append(contentsOf: source)
  }

  /// Appends bytes that stand for others of the file, or for a place between two bytes.
  package mutating func append(_ text: some Collection<UInt8>, for source: Range<Int>) {
    guard !text.isEmpty else { return }
    map.add(bytes.count..<(bytes.count + text.count), source: source, isVerbatim: false)
    bytes.append(contentsOf: text)
  }
}

/// Where the bytes of a decoded text stand in the file that it was decoded from.
package struct SourceMap: Sendable {
  struct Piece: Sendable {
    let text: Range<Int>
    let source: Range<Int>
    /// True when bytes correspond one to one.
    let isVerbatim: Bool
  }

  /// In the order of the text, without gaps.
  private(set) var pieces: [Piece] = []

  /// Where the source of the last byte ends.
  package var lastSource: Int { pieces.last?.source.upperBound ?? 0 }

  fileprivate mutating func add(_ text: Range<Int>, source: Range<Int>, isVerbatim: Bool) {
    if isVerbatim, let last = pieces.last, last.isVerbatim, last.source.upperBound == source.lowerBound {
      pieces[pieces.count - 1] = Piece(
        text: last.text.lowerBound..<text.upperBound, source: last.source.lowerBound..<source.upperBound,
        isVerbatim: true)
    } else {
      pieces.append(Piece(text: text, source: source, isVerbatim: isVerbatim))
    }
  }

  /// The smallest range of the file that covers a range of the text.
  /// - Complexity: logarithmic in the number of pieces.
  func source(of range: Range<Int>) -> Range<Int> {
    guard let first = piece(at: range.lowerBound) else { return 0..<0 }
    let start = first.isVerbatim ? offset(of: range.lowerBound, in: first) : first.source.lowerBound
    guard !range.isEmpty, let last = piece(at: range.upperBound - 1) else { return start..<start }
    let end = last.isVerbatim ? offset(of: range.upperBound - 1, in: last) + 1 : last.source.upperBound
    return start..<max(start, end)
  }

  /// The pieces that a range of the text crosses, each cut to the range.
  func pieces(in range: Range<Int>) -> [Piece] {
    guard !range.isEmpty, var index = index(at: range.lowerBound) else { return [] }
    var found: [Piece] = []
    while index < pieces.count, pieces[index].text.lowerBound < range.upperBound {
      let piece = pieces[index]
      let text = piece.text.clamped(to: range)
      let source =
        piece.isVerbatim
        ? offset(of: text.lowerBound, in: piece)..<(offset(of: text.lowerBound, in: piece) + text.count) : piece.source
      if !text.isEmpty { found.append(Piece(text: text, source: source, isVerbatim: piece.isVerbatim)) }
      index += 1
    }
    return found
  }

  private func offset(of text: Int, in piece: Piece) -> Int {
    min(piece.source.lowerBound + text - piece.text.lowerBound, piece.source.upperBound)
  }

  private func piece(at offset: Int) -> Piece? { index(at: offset).map { pieces[$0] } }

  private func index(at offset: Int) -> Int? {
    guard !pieces.isEmpty else { return nil }
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].text.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension Manuscript {
  /// The same manuscript with its one file as it stood before it was decoded.
  package func remapped(_ map: SourceMap, to file: SourceFile) -> Manuscript {
    func remapped(_ span: SourceSpan) -> SourceSpan { SourceSpan(file: span.file, range: map.source(of: span.range)) }
    var manuscript = self
    manuscript.files[0] = file
    manuscript.blocks = blocks.map { block in
      var moved = block
      moved.span = remapped(block.span)
      moved.marks = block.marks.map { Mark(kind: $0.kind, text: $0.text, source: map.source(of: block.source(of: $0))) }
      moved.text = block.text.remapped(map)
      return moved
    }
    manuscript.bibliographies = bibliographies.map {
      FileRequest(candidates: $0.candidates, purpose: $0.purpose, span: remapped($0.span))
    }
    manuscript.named = named.map {
      FileRequest(candidates: $0.candidates, purpose: $0.purpose, span: remapped($0.span))
    }
    manuscript.unresolved = unresolved.map {
      FileRequest(candidates: $0.candidates, purpose: $0.purpose, span: remapped($0.span))
    }
    manuscript.works = works.map { $0.at(remapped($0.span)) }
    manuscript.directives = directives.map {
      Directive(body: $0.body, span: remapped($0.span), isAlone: $0.isAlone)
    }
    manuscript.problems = problems.map {
      Problem(kind: $0.kind, message: $0.message, span: $0.span.map(remapped))
    }
    return manuscript
  }
}
