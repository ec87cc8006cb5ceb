/// The borders between two lines of a Markdown file at which a line of text may be put.
///
/// A border is open when it lies in the document's running text: outside front matter, code, comments, display
/// formulae, fenced divs and HTML elements that hold blocks. What an unclosed one of these holds is closed to the
/// file's end. Paragraphs and lists are for the caller to tell apart: text behind a paragraph's line continues it.
package struct MarkdownOpenLines: Sendable {
  /// Byte offsets of the open borders, ascending: starts of lines, and the file's end.
  package private(set) var offsets: [Int] = []
  /// Where the body begins, behind front matter.
  package let bodyStart: Int

  private let bytes: [UInt8]
  /// The sign and the length of an open code fence.
  private var fence: (sign: UInt8, count: Int)?
  private var isInComment = false
  private var isInFormula = false
  private var divs = 0
  private var elements: [String] = []

  /// - Complexity: linear in the bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bodyStart = FrontMatter(bytes, from: start).end ?? start
    if bodyStart > start { offsets.append(bodyStart) }
    var position = bodyStart
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      read(position..<end)
      position = end
      if position < bytes.count { position += bytes[position...].starts(with: [0x0D, 0x0A]) ? 2 : 1 }
      if isOpen { offsets.append(position) }
    }
  }

  private var isOpen: Bool { fence == nil && !isInComment && !isInFormula && divs == 0 && elements.isEmpty }

  private mutating func read(_ line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    let text = start..<line.upperBound
    if !isInComment, readFence(text) || fence != nil { return }
    if !isInComment, !isInFormula, bytes[text].starts(with: [0x3A, 0x3A, 0x3A]) { return readDiv(text) }
    readSigns(text)
  }

  /// True for a line that opens or ends fenced code.
  private mutating func readFence(_ text: Range<Int>) -> Bool {
    guard let sign = bytes[text].first, sign == 0x60 || sign == 0x7E else { return false }
    let count = bytes[text].prefix { $0 == sign }.count
    guard count >= 3 else { return false }
    let rest = bytes[text].dropFirst(count)
    if let open = fence {
      guard sign == open.sign, count >= open.count, rest.allSatisfy({ $0 <= 0x20 }) else { return false }
      fence = nil
      return true
    }
    // Code within a line: "```a``` is".
    if sign == 0x60, rest.contains(0x60) { return false }
    fence = (sign, count)
    return true
  }

  private mutating func readDiv(_ text: Range<Int>) {
    let name = bytes[text].drop { $0 == 0x3A }.contains { $0 > 0x20 }
    if name { divs += 1 } else if divs > 0 { divs -= 1 }
  }

  /// Comments, display formulae and block elements of a line, outside code spans.
  private mutating func readSigns(_ text: Range<Int>) {
    var index = text.lowerBound
    while index < text.upperBound {
      let rest = bytes[index..<text.upperBound]
      if isInComment {
        isInComment = !rest.starts(with: [0x2D, 0x2D, 0x3E])
        index += isInComment ? 1 : 3
        continue
      }
      switch bytes[index] {
      case 0x5C: index += 2
      case 0x60: index += isInFormula ? 1 : codeSpan(rest)
      case 0x24 where rest.starts(with: [0x24, 0x24]):
        isInFormula.toggle()
        index += 2
      case 0x3C:
        isInComment = rest.starts(with: [0x3C, 0x21, 0x2D, 0x2D])
        if !isInComment { readElement(rest) }
        index += isInComment ? 4 : 1
      default: index += 1
      }
    }
  }

  /// The length of a code span that ends on its line, else of its sign.
  private func codeSpan(_ rest: ArraySlice<UInt8>) -> Int {
    let sign = rest.prefix { $0 == 0x60 }
    guard let close = rest.dropFirst(sign.count).firstRange(of: sign) else { return sign.count }
    return close.upperBound - rest.startIndex
  }

  private mutating func readElement(_ rest: ArraySlice<UInt8>) {
    let isEnd = rest.dropFirst().first == 0x2F
    let letters = rest.dropFirst(isEnd ? 2 : 1).prefix { (0x61...0x7A).contains($0 | 0x20) }
    let name = String(decoding: letters, as: UTF8.self).lowercased()
    guard Self.holders.contains(name) else { return }
    if !isEnd {
      elements.append(name)
    } else if let last = elements.lastIndex(of: name) {
      elements.removeSubrange(last...)
    }
  }

  /// HTML elements whose content is no running text.
  private static let holders: Set<String> = [
    "table", "figure", "details", "div", "pre", "script", "style", "section", "aside", "blockquote", "svg", "center",
  ]
}
