import Manuscripts
import ModelCatalogue

/// An address of a model's page on Hugging Face that is written out in a block's text.
package struct HubAddress: Sendable, Equatable {
  /// The block it stands in.
  package let block: Int
  /// The place of the id in the block's text.
  package let text: Range<Int>
  /// `owner/name`.
  package let id: String

  /// The addresses of a reading.
  /// - Parameter known: those of an earlier reading, of which unchanged blocks are taken over.
  static func finds(in reading: ReadManuscript, after known: Finds<HubAddress>?) -> Finds<HubAddress> {
    Finds(
      inBlocksOf: reading, after: known, block: \.block,
      moved: { HubAddress(block: $0.block + $1.units, text: $0.text, id: $0.id) }
    ) { append(inBlock: $0, of: reading, to: &$1) }
  }

  private static func append(inBlock index: Int, of reading: ReadManuscript, to finds: inout [HubAddress]) {
    let bytes = reading.manuscript.blocks[index].text.bytes
    var next = 0
    while true {
      let slash = bytes.firstOffset(of: 0x2F, from: next)
      guard slash < bytes.count else { return }
      next = slash + 1
      guard slash >= hub.count, bytes[slash - 1] == hub[hub.count - 1] else { continue }
      guard bytes[..<slash].suffix(hub.count).elementsEqual(hub) else { continue }
      var end = next
      while end < bytes.count, isPart(bytes[end]) { end += 1 }
      let parts = bytes[next..<end].split(separator: 0x2F).prefix(2)
      guard parts.count == 2, let first = parts.first, var last = parts.last?.endIndex else { continue }
      while bytes[last - 1] == 0x2E, last > first.endIndex + 1 { last -= 1 }
      let id = String(decoding: bytes[first.startIndex..<last], as: UTF8.self)
      // Data sets, spaces and documentation are no models.
      guard HubReference.parse(url: hub + [0x2F] + Array(id.utf8))?.model == id else { continue }
      finds.append(HubAddress(block: index, text: first.startIndex..<last, id: id))
    }
  }

  private static let hub = Array("huggingface.co".utf8)

  /// Bytes on each side of a mention that are looked at: many times what an id has.
  private static let longestRun = 200

  /// The characters of ids around a place; nil where they go on for longer than any id.
  package static func run(around place: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    let floor = max(place.lowerBound - longestRun, 0)
    let ceiling = min(place.upperBound + longestRun, bytes.count)
    var (start, end) = (place.lowerBound, place.upperBound)
    while start > floor, isPart(bytes[start - 1]) { start -= 1 }
    while end < ceiling, isPart(bytes[end]) { end += 1 }
    let isLonger = start > 0 && isPart(bytes[start - 1]) || end < bytes.count && isPart(bytes[end])
    return isLonger ? nil : start..<end
  }

  /// True for what an id consists of: letters, digits, dot, dash, underscore and slash.
  package static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
    default: false
    }
  }
}
