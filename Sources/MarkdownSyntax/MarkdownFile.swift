import Manuscripts

/// What the bytes of a stretch give, with places counted from its beginning.
final class ParsedStretch: Sendable {
  /// An include directive between two pieces.
  struct Include: Sendable {
    let path: String
    let range: Range<Int>
    /// Nil when the file is not there; the piece behind says so.
    let file: Int?
  }

  /// One more than there are includes.
  let pieces: [ManuscriptPiece]
  let includes: [Include]
  /// True when link definitions of other stretches may mean something in this one.
  let usesDefinitions: Bool
  /// What a front matter states.
  let language: String?

  init(pieces: [ManuscriptPiece], includes: [Include], usesDefinitions: Bool, language: String?) {
    self.pieces = pieces
    self.includes = includes
    self.usesDefinitions = usesDefinitions
    self.language = language
  }
}

/// A stretch of a file where it stands.
struct MarkdownStretch: Sendable {
  let range: Range<Int>
  /// How many bytes behind its end the stretch depends on.
  let lookahead: Int
  /// Lines `[label]: address`, as they stand.
  let definitions: [UInt8]
  let parsed: ParsedStretch
}

/// A Markdown file, read stretch by stretch.
struct MarkdownFile: Sendable {
  /// A stretch ends at the first safe place after this many bytes.
  private static let stretchSize = 512
  /// Link definitions of a file beyond this many bytes are not seen by its other stretches.
  private static let definitionLimit = 16_384

  private(set) var stretches: [MarkdownStretch] = []
  private let definitions: [UInt8]
  /// The language that the front matter states.
  var language: String? { stretches.first?.parsed.language }

  /// - Parameter known: the file as it was read before `change`.
  init(_ index: Int, in project: ProjectFiles, after known: MarkdownFile?, _ change: ProjectChange?) {
    let bytes = project.files[index].bytes
    let cuts = Self.cuts(bytes, index, known, change)
    var definitions: [UInt8] = []
    for cut in cuts where definitions.count + cut.definitions.count <= Self.definitionLimit {
      definitions += cut.definitions
    }
    self.definitions = definitions
    let isSame = known?.definitions == definitions
    var parser = StretchParser(project: project, file: index)
    stretches.reserveCapacity(cuts.count)
    for cut in cuts {
      let parsed: ParsedStretch
      if let old = cut.parsed, isSame || !old.usesDefinitions {
        parsed = old
      } else {
        parsed = parser.parsed(
          Array(bytes[cut.range]), isFirst: cut.range.lowerBound == cuts.first?.range.lowerBound, definitions)
      }
      stretches.append(
        MarkdownStretch(
          range: cut.range, lookahead: cut.lookahead, definitions: cut.definitions, parsed: parsed))
    }
  }

  private struct Cut {
    let range: Range<Int>
    let lookahead: Int
    let definitions: [UInt8]
    /// What the same bytes gave before.
    let parsed: ParsedStretch?
  }

  /// The file's stretches: those of an earlier reading where nothing changed, else up to the next safe place.
  private static func cuts(_ bytes: [UInt8], _ index: Int, _ known: MarkdownFile?, _ change: ProjectChange?) -> [Cut] {
    var cuts: [Cut] = []
    var next = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      if let known, let change, let old = Self.stretch(at: start, index, known.stretches, from: &next, change) {
        let range = start..<(start + old.range.count)
        cuts.append(
          Cut(range: range, lookahead: old.lookahead, definitions: old.definitions, parsed: old.parsed))
        start = range.upperBound
        continue
      }
      var cutter = StretchCutter(bytes, from: start)
      if cuts.isEmpty { cutter.skipFrontMatter() }
      let end = cutter.end(after: stretchSize)
      cuts.append(
        Cut(range: start..<end, lookahead: cutter.lookahead, definitions: cutter.definitions, parsed: nil))
      start = end
    }
    return cuts
  }

  private static func stretch(
    at start: Int, _ file: Int, _ stretches: [MarkdownStretch], from next: inout Int, _ change: ProjectChange
  ) -> MarkdownStretch? {
    var index = next
    while index < stretches.count {
      let old = stretches[index]
      index += 1
      let reach = old.range.upperBound + old.lookahead
      guard let distance = change.distance(of: old.range, reach: reach, file: file),
        old.range.lowerBound + distance >= start
      else { continue }
      guard old.range.lowerBound + distance == start,
        old.parsed.pieces.allSatisfy({ change.keepsMeaning(of: $0.contents.named) })
      else { return nil }
      next = index
      return old
    }
    return nil
  }
}
