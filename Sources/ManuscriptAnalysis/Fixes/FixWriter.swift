import Manuscripts

/// Puts text at open places, in the line ends of its file.
struct FixWriter {
  let manuscript: Manuscript

  private var isLatex: Bool { manuscript.markup == .latex }

  private func bytes(_ file: Int) -> [UInt8] { manuscript.files[file].bytes }

  /// One or more lines that go on the paragraph above them.
  func lines(_ text: FixText, at place: OpenPlace) -> FixEdit {
    edit(text + "\n", at: place)
  }

  /// A paragraph of its own, with blank lines around it.
  func paragraph(_ text: FixText, at place: OpenPlace) -> FixEdit {
    let bytes = bytes(place.file)
    var start = place.offset
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 || bytes[start - 1] == 0x0D { start -= 1 }
    let isBehindBlank = start < 2 || bytes[start - 1] == 0x0A && Self.endsWithBlankLine(bytes[..<start])
    let next = bytes[place.offset...].first
    let isBeforeBlank = next == nil || next == 0x0A || next == 0x0D
    return edit((isBehindBlank ? "" : "\n") + text + (isBeforeBlank ? "\n" : "\n\n"), at: place)
  }

  private static func endsWithBlankLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.dropLast().reversed().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    return rest.isEmpty || rest.first == 0x0A
  }

  /// A `colophon:` comment on a line of its own.
  func comment(_ body: FixText, at place: OpenPlace) -> FixEdit {
    if isLatex { return edit("% colophon: " + body + "\n", at: place) }
    // Before a paragraph the comment stands alone, at the head of a file it needs a blank line behind it.
    let bytes = bytes(place.file)
    let isHead = place.offset == 0 || place.offset < bytes.count && bytes[place.offset] <= 0x20
    return edit("<!-- colophon: " + body + (isHead ? " -->\n\n" : " -->\n"), at: place)
  }

  /// A `colophon:` comment of Markdown behind the words of a line.
  func commentInLine(_ body: FixText, at place: OpenPlace) -> FixEdit {
    inline(" <!-- colophon: " + body + " -->", at: place)
  }

  /// Text at a place in the middle of a line.
  func inline(_ text: FixText, at place: OpenPlace) -> FixEdit {
    FixEdit(target: .file(place.file), range: place.offset..<place.offset, text: text)
  }

  private func edit(_ text: FixText, at place: OpenPlace) -> FixEdit {
    let bytes = bytes(place.file)
    let isUnended = place.offset > 0 && bytes[place.offset - 1] != 0x0A && bytes[place.offset - 1] != 0x0D
    let whole = isUnended ? "\n" + text : text
    return FixEdit(
      target: .file(place.file), range: place.offset..<place.offset, text: whole.withLineEnds(lineEnd(of: bytes)))
  }

  /// The line end that a file uses first.
  private func lineEnd(of bytes: [UInt8]) -> String {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), bytes[first] == 0x0D else { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// The deletion of a comment, with its line where it stands alone.
  func removal(of directive: Directive) -> FixEdit? {
    let bytes = bytes(directive.span.file)
    var range = directive.span.range
    // A list in front matter is the author's own to edit.
    guard bytes[range].first == 0x25 || bytes[range].first == 0x3C else { return nil }
    var end = range.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if directive.isAlone, end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D {
      var start = range.lowerBound
      while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
      if end < bytes.count { end += bytes[end...].starts(with: [0x0D, 0x0A]) ? 2 : 1 }
      range = start..<end
    }
    return FixEdit(target: .file(directive.span.file), range: range, text: "")
  }
}
