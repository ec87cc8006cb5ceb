import LatexSyntax
import Manuscripts
import MarkdownSyntax
import ReuseDetection

/// A border between two lines of a file at which text may be put.
struct OpenPlace: Equatable {
  let file: Int
  let offset: Int
}

/// The places of a manuscript at which a fix may write.
///
/// No place lies in an abstract, a caption, a table, front matter, a heading, a listing or a macro's body.
struct OpenPlaces {
  let reading: ReadManuscript
  private let borders: [Int: [Int]]
  /// Where blocks other than footnotes begin, by file, ascending.
  private let starts: [Int: [Int]]
  /// Where a text goes that belongs behind all others of its file.
  private let ends: [Int: Int]

  /// - Complexity: linear in the bytes of the files of text.
  init(_ reading: ReadManuscript) {
    self.reading = reading
    var borders: [Int: [Int]] = [:]
    var starts: [Int: [Int]] = [:]
    var ends: [Int: Int] = [:]
    for block in reading.manuscript.blocks where block.kind != .footnote {
      starts[block.span.file, default: []].append(block.span.range.lowerBound)
    }
    for file in starts.keys {
      let bytes = reading.manuscript.files[file].bytes
      switch reading.manuscript.markup {
      case .latex:
        let lines = LatexOpenLines(bytes)
        borders[file] = lines.offsets
        ends[file] = lines.end
      case .markdown:
        borders[file] = MarkdownOpenLines(bytes).offsets
      }
    }
    self.borders = borders
    self.starts = starts.mapValues { $0.sorted() }
    self.ends = ends
  }

  // MARK: Sentences

  /// The place for a sentence about a model: behind the line where the sentence of its telling mention ends, else
  /// behind that paragraph; nil where no paragraph that tells of the methods names it.
  func place(forSentenceOn model: DetectedModel) -> OpenPlace? {
    let mentions = model.mentions.filter { $0.span == model.anchor } + model.mentions
    let ranked = mentions.enumerated().filter { rank(of: reading.block(ofSentence: $1.sentence)) != nil }
      .sorted { left, right in
        let ranks = [left, right].map { rank(of: reading.block(ofSentence: $0.element.sentence)) ?? .max }
        return (ranks[0], left.offset) < (ranks[1], right.offset)
      }
    return ranked.lazy.compactMap { place(behindSentence: $0.element.sentence) }.first
  }

  /// Lower is better; nil for blocks that take no sentence.
  private func rank(of block: Block) -> Int? {
    guard block.kind == .paragraph, block.float == nil else { return nil }
    switch reading.manuscript.sections[block.section].kind {
    case .methods: return 0
    case .availability, .appendix: return 1
    case .results, .other: return 2
    case .frontMatter: return reading.manuscript.sections.count == 1 ? 2 : nil
    case .introduction, .relatedWork, .discussion, .conclusion, .abstract, .acknowledgements, .contributions,
      .references:
      return nil
    }
  }

  private func place(behindSentence sentence: Int) -> OpenPlace? {
    let block = reading.block(ofSentence: sentence)
    let end = reading.span(ofSentence: sentence).range.upperBound
    let bytes = reading.manuscript.files[block.span.file].bytes
    var next = end
    while next < bytes.count, [0x20, 0x09, 0x2E, 0x21, 0x3F, 0x29].contains(bytes[next]) { next += 1 }
    let endsLine = next >= bytes.count || bytes[next] == 0x0A || bytes[next] == 0x0D
    if endsLine, let place = place(behind: end, of: block), isLast(place.offset, behind: next) { return place }
    return place(behind: block)
  }

  /// True for the border of the line that ends at an offset.
  private func isLast(_ border: Int, behind lineEnd: Int) -> Bool { border <= lineEnd + 2 }

  /// The border behind a paragraph.
  func place(behind block: Block) -> OpenPlace? { place(behind: block.span.range.upperBound, of: block) }

  /// The first open border from an offset on, before anything else that is read begins.
  private func place(behind offset: Int, of block: Block) -> OpenPlace? {
    guard block.kind == .paragraph, block.float == nil, takesLines(block) else { return nil }
    let file = block.span.file
    let bytes = reading.manuscript.files[file].bytes
    let next = first(in: starts[file], from: block.span.range.upperBound) ?? bytes.count
    // Markdown's blocks end behind their last line's end.
    let isAtBorder = offset > 0 && (bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D)
    let from = isAtBorder ? offset : offset + 1
    guard let border = first(in: borders[file], from: min(from, bytes.count)), border <= max(next, from) else {
      return nil
    }
    return OpenPlace(file: file, offset: border)
  }

  /// The first of ascending offsets that is not below another.
  private func first(in offsets: [Int]?, from lowest: Int) -> Int? {
    guard let offsets else { return nil }
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < lowest { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count ? offsets[low] : nil
  }

  /// In Markdown only a paragraph at the margin is surely no part of a list; one before a definition is its term.
  private func takesLines(_ block: Block) -> Bool {
    guard reading.manuscript.markup == .markdown else { return true }
    let bytes = reading.manuscript.files[block.span.file].bytes
    let range = block.span.range
    guard range.lowerBound == 0 || bytes[range.lowerBound - 1] == 0x0A || bytes[range.lowerBound - 1] == 0x0D,
      let first = bytes[range].first, first > 0x20, first != 0x7C, first != 0x3A, first != 0x3E
    else { return false }
    let text = bytes[range].reversed().drop { $0 <= 0x20 }
    guard text.first != 0x5C else { return false }
    let behind = bytes[range.upperBound...].drop { $0 <= 0x20 }
    return behind.first != 0x3A && behind.first != 0x7E
  }

  // MARK: Paragraphs

  /// The place for a paragraph of its own: behind the last paragraph on availability where that is what it tells,
  /// else on methods, else behind any that belongs to the study, else before what closes the main file.
  func placeForParagraph(onAvailability: Bool) -> OpenPlace? {
    let blocks = reading.manuscript.blocks
    let sections = reading.manuscript.sections
    let wanted: [Set<Section.Kind>] =
      (onAvailability ? [[.availability]] : []) + [[.methods], [.availability], [.results, .other, .discussion]]
    for kinds in wanted {
      let own = blocks.lazy.reversed().filter { kinds.contains(sections[$0.section].kind) }
      if let place = own.lazy.compactMap({ self.place(behind: $0) }).first { return place }
    }
    if let main = ends[0] { return OpenPlace(file: 0, offset: main) }
    guard let last = blocks.last(where: { $0.kind == .paragraph && rank(of: $0) != nil }) else { return nil }
    return place(behind: last)
  }

  // MARK: Comments

  /// The start of the line on which the block around a place begins, for a comment on a line of its own.
  ///
  /// Nil where a line would change what is typeset: tables, front matter, headings, listings, items of a Markdown list,
  /// and blocks that begin in the middle of a line or behind an open group.
  func place(before span: SourceSpan) -> OpenPlace? {
    guard let holder = holder(of: span), holder.kind == .paragraph || holder.kind == .listItem, holder.float == nil
    else { return nil }
    let bytes = reading.manuscript.files[span.file].bytes
    var start = holder.span.range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    let section = reading.manuscript.sections[holder.section].kind
    switch reading.manuscript.markup {
    case .latex:
      // A comment is no text: it may stand in a list, but not inside a command's argument, nor cut a line in two.
      guard bytes[start..<holder.span.range.lowerBound].allSatisfy({ $0 <= 0x20 }), section != .abstract else {
        return nil
      }
    case .markdown:
      guard !isItem(holder), takesLines(holder), start == holder.span.range.lowerBound,
        start == 0 || first(in: borders[span.file], from: start) == start
      else { return nil }
    }
    return OpenPlace(file: span.file, offset: start)
  }

  /// The block around a place.
  func holder(of span: SourceSpan) -> Block? {
    reading.manuscript.blocks.first {
      $0.span.file == span.file && $0.span.range.contains(span.range.lowerBound)
    }
  }

  /// True for an item of a Markdown list; pandoc numbers those that begin with `#.` too.
  private func isItem(_ block: Block) -> Bool {
    guard reading.manuscript.markup == .markdown else { return false }
    let bytes = reading.manuscript.files[block.span.file].bytes[block.span.range]
    return block.kind == .listItem || block.kind == .paragraph && bytes.starts(with: [0x23, 0x2E, 0x20])
  }

  /// The end of the text of the Markdown list's item around a place, for a comment within it: a line between two items
  /// would part the list, and its numbers would begin anew.
  func place(inItemAt span: SourceSpan) -> OpenPlace? {
    guard let holder = holder(of: span), isItem(holder), holder.float == nil else { return nil }
    let bytes = reading.manuscript.files[span.file].bytes
    let start = holder.span.range.lowerBound
    guard let last = bytes[holder.span.range].lastIndex(where: { $0 > 0x20 }), bytes[last] != 0x5C,
      start == 0 || first(in: borders[span.file], from: start) == start
    else { return nil }
    // A comment behind the sign of an unclosed one would close it; an item before a definition is its term.
    let text = bytes[start...last]
    let opened = text.ranges(of: Array("<!--".utf8)).count
    let behind = bytes[(last + 1)...].first { $0 > 0x20 }
    guard opened == text.ranges(of: Array("-->".utf8)).count, behind != 0x3A, behind != 0x7E else { return nil }
    return OpenPlace(file: span.file, offset: last + 1)
  }

  /// The place for a comment that holds for a whole file: its first line, behind the lines that must be first.
  func placeForComment(ofFile file: Int) -> OpenPlace? {
    let bytes = reading.manuscript.files[file].bytes
    guard reading.manuscript.markup == .latex else {
      return OpenPlace(file: file, offset: MarkdownOpenLines(bytes).bodyStart)
    }
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count, bytes[offset] == 0x25, let end = bytes[offset...].firstIndex(of: 0x0A) {
      offset = end + 1
    }
    return OpenPlace(file: file, offset: offset)
  }
}
