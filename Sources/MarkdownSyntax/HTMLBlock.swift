import Manuscripts

/// The readable text of raw HTML: tags vanish, table rows stay rows.
enum HTMLBlock {
  struct Piece {
    let kind: Block.Kind
    let text: RenderedText
  }

  /// - Complexity: linear in the range.
  static func pieces(in bytes: [UInt8], _ range: Range<Int>) -> [Piece] {
    var reader = Reader(bytes: bytes)
    reader.read(range)
    return reader.pieces
  }

  private struct Reader {
    let bytes: [UInt8]
    var pieces: [Piece] = []
    private var text = RenderedText()
    private var rows = 0
    private var isInRow = false
    private var isCaption = false
    private var hidden: String?

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read(_ range: Range<Int>) {
      var index = range.lowerBound
      while index < range.upperBound {
        if bytes[index] == 0x3C, let end = endOfTag(from: index, to: range.upperBound) {
          tag(index..<end)
          index = end
          continue
        }
        var end = index + 1
        while end < range.upperBound, bytes[end] != 0x3C, bytes[end] > 0x20 { end += 1 }
        if bytes[index] <= 0x20 {
          if text.count > 0, text.bytes.last != 0x20, hidden == nil { text.appendReplacement(0x20, for: index..<end) }
          end = index + 1
        } else if hidden == nil {
          text.appendVerbatim(bytes[index..<end], from: index)
        }
        index = end
      }
      flush(.paragraph)
    }

    private func endOfTag(from start: Int, to end: Int) -> Int? {
      guard start + 1 < end,
        bytes[start + 1] == 0x2F || bytes[start + 1] == 0x21 || (0x61...0x7A).contains(bytes[start + 1] | 0x20)
      else { return nil }
      return bytes[start..<min(end, start + 2000)].firstIndex(of: 0x3E).map { $0 + 1 }
    }

    private mutating func tag(_ range: Range<Int>) {
      let isClosing = bytes[range.lowerBound + 1] == 0x2F
      let name = String(
        decoding: bytes[range].dropFirst(isClosing ? 2 : 1).prefix {
          (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
        }, as: UTF8.self
      ).lowercased()
      if let open = hidden {
        if isClosing, name == open { hidden = nil }
        return
      }
      switch name {
      case "script", "style": if !isClosing { hidden = name }
      case "tr":
        flush(isInRow ? .tableRow(isHeader: rows == 0) : .paragraph)
        if isInRow { rows += 1 }
        isInRow = !isClosing
      case "td", "th": if !isClosing, text.count > 0 { text.appendReplacement(RenderedText.cellSeparator, for: range) }
      case "table":
        flush(.paragraph)
        rows = 0
        isInRow = false
      case "caption", "figcaption":
        flush(isCaption ? .caption : .paragraph)
        isCaption = !isClosing
      case "p", "div", "li", "h1", "h2", "h3", "h4", "br", "ul", "ol", "section", "details", "summary":
        if !isInRow { flush(isCaption ? .caption : .paragraph) }
      default: break
      }
    }

    private mutating func flush(_ kind: Block.Kind) {
      if text.bytes.contains(where: { $0 > 0x20 }) { pieces.append(Piece(kind: kind, text: text)) }
      text = RenderedText()
    }
  }
}
