/// A source text in which `⟦…⟧` marks ranges; the marks are taken out.
package struct MarkedText: Sendable {
  package let text: String
  /// Byte ranges of the marked stretches in `text`, in order of their beginnings.
  package let ranges: [Range<Int>]

  /// The bytes of `text`.
  package var bytes: [UInt8] { Array(text.utf8) }

  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [(slot: Int, start: Int)] = []
    var found: [Range<Int>?] = []
    for character in marked {
      switch character {
      case "⟦":
        open.append((found.count, bytes.count))
        found.append(nil)
      case "⟧":
        guard let last = open.popLast() else { continue }
        found[last.slot] = last.start..<bytes.count
      default:
        bytes.append(contentsOf: String(character).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    ranges = found.compactMap { $0 }
  }
}
