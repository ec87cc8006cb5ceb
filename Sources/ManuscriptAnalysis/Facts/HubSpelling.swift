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
  /// - Parameter addresses: those that the text writes out.
  mutating func slips(
    of models: [DetectedModel], in reading: ReadManuscript, _ addresses: [HubAddress], _ catalogue: Catalogue
  ) -> [(place: Place, meant: ModelCheckpoint)] {
    var seen: Set<String> = []
    return Self.places(of: models, in: reading, addresses).compactMap { place in
      guard seen.insert(place.id).inserted else { return nil }
      if meant[place.id] == nil { meant[place.id] = .some(catalogue.hubID(meantBy: place.id)) }
      guard case .some(.some(let checkpoint)) = meant[place.id] else { return nil }
      return (place, checkpoint)
    }
  }

  /// The ids that a reused model's mentions are part of, of equal ones in a row the first, and the addresses of hub
  /// pages in their blocks.
  private static func places(
    of models: [DetectedModel], in reading: ReadManuscript, _ addresses: [HubAddress]
  ) -> [Place] {
    let byBlock = addresses.isEmpty ? [:] : Dictionary(grouping: addresses, by: \.block)
    var places: [Place] = []
    for (index, model) in models.enumerated() where model.role == .reused {
      var blocks: Set<Int> = []
      var last: ArraySlice<UInt8> = []
      for mention in model.mentions {
        let number = reading.sentences[mention.sentence].block
        if let range = run(around: mention.tokens, in: reading.manuscript.blocks[number], reading) {
          let bytes = reading.manuscript.blocks[number].text.bytes[range]
          if bytes != last, let source = reading.manuscript.blocks[number].text.source(of: range) {
            last = bytes
            let file = reading.manuscript.blocks[number].span.file
            places.append(
              Place(
                id: String(decoding: bytes, as: UTF8.self), span: SourceSpan(file: file, range: source), model: index))
          }
        }
        guard blocks.insert(number).inserted, byBlock[number] != nil || !reading.manuscript.blocks[number].marks.isEmpty
        else { continue }
        let block = reading.manuscript.blocks[number]
        for address in byBlock[number] ?? [] {
          guard let range = block.text.source(of: address.text) else { continue }
          places.append(
            Place(id: address.id, span: SourceSpan(file: block.span.file, range: range), model: index))
        }
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

  /// The run of an id's characters around a mention, if it is an `owner/name`, or in typewriter text a single name of
  /// three parts or more.
  private static func run(
    around tokens: Range<Int>, in block: borrowing Block, _ reading: ReadManuscript
  ) -> Range<Int>? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let bytes = block.text.bytes
    let mention = Int(reading.tokens[first].start)..<Int(reading.tokens[last].end)
    guard let whole = HubAddress.run(around: mention, in: bytes) else { return nil }
    let start = whole.lowerBound
    var end = whole.upperBound
    while end > start, bytes[end - 1] == 0x2E { end -= 1 }
    let run = bytes[start..<end]
    switch run.count(where: { $0 == 0x2F }) {
    case 0:
      guard end - start > mention.count, run.count(where: { $0 == 0x2D || $0 == 0x5F }) >= 2,
        isCode(start..<end, in: block)
      else {
        return nil
      }
    case 1: break
    default: return nil
    }
    return start..<end
  }

  private static func isCode(_ range: Range<Int>, in block: borrowing Block) -> Bool {
    block.marks.contains {
      $0.kind == .code && $0.text.lowerBound <= range.lowerBound && $0.text.upperBound >= range.upperBound
    }
  }
}
