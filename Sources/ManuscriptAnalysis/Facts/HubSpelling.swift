import Manuscripts
import ModelCatalogue
import ReuseDetection

/// Hub ids of a manuscript that are no known id but nearly one.
///
/// The search through the table is made once for an id and handed on to later analyses.
struct HubSpelling: Sendable {
  /// An id as it stands in the text.
  struct Place: Equatable {
    let id: String
    let span: SourceSpan
    /// The index of the model that it is of.
    let model: Int
  }

  /// What ids were found to mean before; nil for those that mean themselves.
  private var meant: [String: ModelCheckpoint?] = [:]

  /// The misspelt ids, each once, in the models' order.
  mutating func slips(
    of models: [DetectedModel], in reading: ReadManuscript, _ catalogue: Catalogue
  ) -> [(place: Place, meant: ModelCheckpoint)] {
    var seen: Set<String> = []
    return Self.places(of: models, in: reading).compactMap { place in
      guard seen.insert(place.id).inserted else { return nil }
      if meant[place.id] == nil { meant[place.id] = .some(catalogue.hubID(meantBy: place.id)) }
      guard case .some(.some(let checkpoint)) = meant[place.id] else { return nil }
      return (place, checkpoint)
    }
  }

  /// The ids that a reused model's mentions are part of, and the addresses of hub pages in their blocks.
  private static func places(of models: [DetectedModel], in reading: ReadManuscript) -> [Place] {
    var places: [Place] = []
    for (index, model) in models.enumerated() where model.role == .reused {
      var blocks: Set<Int> = []
      for mention in model.mentions {
        let number = reading.sentences[mention.sentence].block
        let block = reading.manuscript.blocks[number]
        if let place = written(around: mention, in: block, reading, index) { places.append(place) }
        guard blocks.insert(number).inserted else { continue }
        places += addresses(in: block, index)
        for mark in block.marks {
          guard case .link(let url) = mark.kind, isHubPage(url),
            let id = HubReference.parse(url: Array(url.utf8))?.model, id.contains("/")
          else { continue }
          places.append(
            Place(id: id, span: SourceSpan(file: block.span.file, range: block.source(of: mark)), model: index))
        }
      }
    }
    return places
  }

  private static func isHubPage(_ url: String) -> Bool {
    hubPages.contains { url.utf8.starts(with: $0) }
  }

  private static let hubPages = ["https://huggingface.co/", "http://huggingface.co/", "huggingface.co/"].map {
    Array($0.utf8)
  }

  /// The ids in addresses of hub pages that stand in a block's text.
  private static func addresses(in block: Block, _ model: Int) -> [Place] {
    var places: [Place] = []
    let bytes = block.text.bytes
    var next = bytes.startIndex
    while let slash = bytes[next...].firstIndex(of: 0x2F) {
      next = slash + 1
      guard bytes[..<slash].suffix(hub.count).elementsEqual(hub) else { continue }
      var end = next
      while end < bytes.count, isPart(bytes[end]) { end += 1 }
      let parts = bytes[next..<end].split(separator: 0x2F).prefix(2)
      guard parts.count == 2, let first = parts.first, var last = parts.last?.endIndex else { continue }
      while bytes[last - 1] == 0x2E, last > first.endIndex + 1 { last -= 1 }
      let id = String(decoding: bytes[first.startIndex..<last], as: UTF8.self)
      // Data sets, spaces and documentation are no models.
      guard HubReference.parse(url: hub + [0x2F] + Array(id.utf8))?.model == id,
        let range = block.text.source(of: first.startIndex..<last)
      else { continue }
      places.append(Place(id: id, span: SourceSpan(file: block.span.file, range: range), model: model))
    }
    return places
  }

  private static let hub = Array("huggingface.co".utf8)

  /// The run of an id's characters around a mention, if it is an `owner/name`, or in typewriter text a single name of
  /// three parts or more.
  private static func written(
    around mention: Mention, in block: Block, _ reading: ReadManuscript, _ model: Int
  ) -> Place? {
    guard let first = mention.tokens.first, let last = mention.tokens.last else { return nil }
    let bytes = block.text.bytes
    var start = Int(reading.tokens[first].start)
    var end = Int(reading.tokens[last].end)
    while start > 0, isPart(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    while end > start, bytes[end - 1] == 0x2E { end -= 1 }
    let run = bytes[start..<end]
    switch run.count(where: { $0 == 0x2F }) {
    case 0:
      let isLonger = end - start > Int(reading.tokens[last].end) - Int(reading.tokens[first].start)
      guard isLonger, run.count(where: { $0 == 0x2D || $0 == 0x5F }) >= 2, isCode(start..<end, in: block) else {
        return nil
      }
    case 1: break
    default: return nil
    }
    guard let range = block.text.source(of: start..<end) else { return nil }
    return Place(
      id: String(decoding: bytes[start..<end], as: UTF8.self), span: SourceSpan(file: block.span.file, range: range),
      model: model)
  }

  private static func isCode(_ range: Range<Int>, in block: Block) -> Bool {
    block.marks.contains {
      $0.kind == .code && $0.text.lowerBound <= range.lowerBound && $0.text.upperBound >= range.upperBound
    }
  }

  /// Letters, digits, dot, dash, underscore and slash.
  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
    default: false
    }
  }
}
