import Manuscripts

/// What a manuscript writes where a model is mentioned: of an id all of it, also what the catalogue does not know.
///
/// `amazon/chronos-bolt-base` and `bert-base-uncased-squad2` hold names of the catalogue.
struct WrittenName {
  private let mention: CandidateMention
  private let reading: ReadManuscript
  private let block: Int
  /// In the block's text.
  private let range: Range<Int>
  /// That of the mention's own tokens.
  private let known: Range<Int>

  init(_ mention: CandidateMention, in reading: ReadManuscript) {
    self.mention = mention
    self.reading = reading
    block = reading.sentences[mention.sentence].block
    guard let first = mention.tokens.first, let last = mention.tokens.last else {
      known = 0..<0
      range = known
      return
    }
    known = Int(reading.tokens[first].start)..<Int(reading.tokens[last].end)
    let bytes = reading.manuscript.blocks[block].text.bytes
    let whole = Self.run(around: known, in: bytes) ?? known
    let isCode = reading.tokens[first].flags.contains(.isInCode)
    range = whole != known && Self.isIdentifier(whole, around: known, in: bytes, isCode: isCode) ? whole : known
  }

  /// The name in the manuscript's spelling.
  var text: String {
    let inner = reading.text(mention.tokens, inBlock: block)
    guard range != known else { return inner }
    let bytes = reading.manuscript.blocks[block].text.bytes
    return String(decoding: bytes[range.lowerBound..<known.lowerBound], as: UTF8.self) + inner
      + String(decoding: bytes[known.upperBound..<range.upperBound], as: UTF8.self)
  }

  /// The name's place in the source.
  var span: SourceSpan {
    let holder = reading.manuscript.blocks[block]
    guard range != known, let source = holder.text.source(of: range) else {
      return reading.span(mention.tokens, inBlock: block)
    }
    return SourceSpan(file: holder.span.file, range: source)
  }

  /// The characters of ids around a mention, without signs at their ends.
  private static func run(around known: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    guard let run = HubAddress.run(around: known, in: bytes) else { return nil }
    var (start, end) = (run.lowerBound, run.upperBound)
    while start < known.lowerBound, isSign(bytes[start]) { start += 1 }
    while end > known.upperBound, isSign(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSign(_ byte: UInt8) -> Bool { [0x2D, 0x2E, 0x2F, 0x5F].contains(byte) }

  /// `owner/name` or a name in typewriter text, no path; in prose only where a digit or an underscore goes on, since
  /// "BERT-based" and "SAM/CLIP" are words.
  private static func isIdentifier(
    _ whole: Range<Int>, around known: Range<Int>, in bytes: [UInt8], isCode: Bool
  ) -> Bool {
    let run = bytes[whole]
    guard run.count(where: { $0 == 0x2F }) <= 1, !endsLikeFile(run) else { return false }
    if isCode { return true }
    let tail = bytes[known.upperBound..<whole.upperBound]
    return whole.lowerBound == known.lowerBound && tail.first != 0x2F && !tail.contains(0x2E)
      && tail.contains { $0 == 0x5F || (0x30...0x39).contains($0) }
      && !run.contains { (0x41...0x5A).contains($0) }
  }

  private static func endsLikeFile(_ run: ArraySlice<UInt8>) -> Bool {
    guard let point = run.lastIndex(of: 0x2E) else { return false }
    return files.contains { $0.elementsEqual(run[(point + 1)...]) }
  }

  private static let files = [
    "py", "txt", "csv", "tsv", "json", "md", "pdf", "png", "yaml", "yml", "toml", "sh", "ipynb", "bin", "pt", "pth",
    "ckpt", "onnx", "safetensors", "gguf", "h5",
  ].map { Array($0.utf8) }
}
