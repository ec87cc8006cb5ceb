import Manuscripts

/// Texts without markup, and code, to manuscripts.
package enum PlainTextReader {
  /// Paragraphs are parted by blank lines and by page breaks; a word that a hyphen parts at a line's end is joined.
  ///
  /// Short lines alone in a paragraph that name a section, as `pdftotext` leaves headings, begin that section.
  package static func manuscript(ofText file: SourceFile) -> Manuscript {
    var contents = ManuscriptPiece.Contents()
    var section = ManuscriptPiece.Contents.entrySection
    for range in paragraphs(of: file.bytes) {
      let text = text(of: range, file.bytes)
      guard text.count > 0 else { continue }
      let words = String(decoding: text.bytes, as: UTF8.self)
      let isHeading = text.count <= 60 && !words.hasSuffix(".") && Section.Kind(heading: words) != nil
      if isHeading { section = contents.openSection(title: words, level: 1, after: section) }
      contents.blocks.append(
        Block(
          kind: isHeading ? .heading(level: 1) : .paragraph, section: section,
          span: SourceSpan(file: 0, range: range), text: text))
    }
    contents.exitSection = section
    return manuscript(contents, file)
  }

  /// The whole file as one listing.
  package static func manuscript(ofCode file: SourceFile, language: String) -> Manuscript {
    var contents = ManuscriptPiece.Contents()
    var text = RenderedText()
    text.appendVerbatim(file.bytes[...], from: 0)
    if text.count > 0 {
      contents.blocks.append(
        Block(
          kind: .code(language: language), section: ManuscriptPiece.Contents.entrySection,
          span: SourceSpan(file: 0, range: 0..<file.bytes.count), text: text))
    }
    return manuscript(contents, file)
  }

  private static func manuscript(_ contents: ManuscriptPiece.Contents, _ file: SourceFile) -> Manuscript {
    ManuscriptAssembly.manuscript(
      markup: .markdown, files: [file], pieces: [PlacedPiece(ManuscriptPiece(contents), file: 0)])
  }

  private static func paragraphs(of bytes: [UInt8]) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var start: Int?
    var end = 0
    var position = 0
    while position < bytes.count {
      let lineEnd = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0C } ?? bytes.count
      let isBlank = bytes[position..<lineEnd].allSatisfy { $0 <= 0x20 }
      let isPageEnd = lineEnd < bytes.count && bytes[lineEnd] == 0x0C
      if !isBlank {
        start = start ?? position
        end = lineEnd
      }
      if let begun = start, isBlank || isPageEnd {
        paragraphs.append(begun..<end)
        start = nil
      }
      position = lineEnd + 1
    }
    if let start { paragraphs.append(start..<end) }
    return paragraphs
  }

  private static func text(of range: Range<Int>, _ bytes: [UInt8]) -> RenderedText {
    var text = RenderedText()
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0x2D, let next = continuation(behind: position, range, bytes) {
        position = next
      } else if byte <= 0x20 {
        if let last = text.bytes.last, last != 0x20 { text.appendSpace(at: position) }
        position += 1
      } else if byte < 0x80 {
        text.appendVerbatim(bytes[position..<(position + 1)], from: position)
        position += 1
      } else {
        position = text.appendCharacter(at: position, of: bytes, before: range.upperBound)
      }
    }
    return text
  }

  /// Where a word goes on that a hyphen at a line's end parts; nil where it is a hyphen of its own.
  private static func continuation(behind hyphen: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    func isLower(_ offset: Int) -> Bool { range.contains(offset) && (0x61...0x7A).contains(bytes[offset]) }
    guard isLower(hyphen - 1), hyphen + 1 < range.upperBound, bytes[hyphen + 1] == 0x0A else { return nil }
    let next = bytes[(hyphen + 1)..<range.upperBound].firstIndex { $0 > 0x20 }
    return next.flatMap { isLower($0) ? $0 : nil }
  }
}

extension RenderedText {
  /// Appends the character of several bytes at an offset as it reads (`SpecialCharacter`), and gives the offset behind.
  mutating func appendCharacter(at start: Int, of bytes: [UInt8], before limit: Int) -> Int {
    var end = start + 1
    while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
    switch SpecialCharacter.reading(bytes[start..<end]) {
    case .asIs: appendVerbatim(bytes[start..<end], from: start)
    case .space: if self.bytes.last != 0x20 { appendReplacement(0x20, for: start..<end) }
    case .nothing: break
    case .text(let text): appendReplacement(text.utf8, for: start..<end)
    }
    return end
  }
}
