import Manuscripts

/// A manuscript cut into tokens and sentences, with the cues of the lexicon found once for all finders.
///
/// Flat arrays, in reading order: sentence *i* holds tokens `sentences[i].tokens`, block *b* holds sentences
/// `blockSentences[b]`, and the cues of sentence *i* are `cues(inSentence: i)`. A class, because every finder of every
/// model holds it.
package final class ReadManuscript: Sendable {
  package let manuscript: Manuscript
  private let parts: ReadBlocks
  /// The cited works by key, from `.bib` files and inline bibliographies.
  package let works: WorkTable
  /// Versions that files beside the manuscript pin (`requirements.txt`, `renv.lock`), by lower-case package name.
  package let pinnedPackages: [String: PinnedPackage]
  /// The block of the title.
  let titleBlock: Int?
  /// For each block what most finders ask of it.
  let outlines: [BlockOutline]

  /// What it shares with the reading before it.
  let shared: SharedSentences
  let sharedBlocks: SharedBlocks

  /// - Parameters:
  ///   - previous: an earlier reading, of which the blocks in `sharedBlocks` are taken over.
  /// - Complexity: linear in the text of the other blocks, and in the number of tokens to put together.
  package init(
    _ manuscript: Manuscript, works: WorkTable, pinnedPackages: [String: PinnedPackage],
    after previous: ReadManuscript? = nil, sharing sharedBlocks: SharedBlocks = .none
  ) {
    self.manuscript = manuscript
    self.works = works
    self.pinnedPackages = pinnedPackages
    let outlines = manuscript.blocks.indices.map { BlockOutline(manuscript.blocks[$0], in: manuscript.sections) }
    self.outlines = outlines
    titleBlock = outlines.firstIndex { $0.form == .title }
    var parts = ReadBlocks(reserving: previous?.parts)
    let fresh = sharedBlocks.leading..<(manuscript.blocks.count - sharedBlocks.trailing)
    if previous == nil { parts.reserve(for: manuscript) }
    var leading = 0
    if let previous, sharedBlocks.leading > 0 {
      parts.append(previous.parts, blocks: 0..<sharedBlocks.leading)
      leading = parts.sentences.count
    }
    for index in fresh { parts.append(manuscript.blocks[index], at: index, .standard) }
    let behind = parts.sentences.count
    if let previous, sharedBlocks.trailing > 0 {
      let count = previous.parts.blockSentences.count
      parts.append(previous.parts, blocks: (count - sharedBlocks.trailing)..<count)
    }
    self.parts = parts
    self.sharedBlocks = previous == nil ? .none : sharedBlocks
    shared = SharedSentences(leading: leading, trailing: parts.sentences.count - behind)
  }

  package var tokens: [Token] { parts.tokens }
  package var sentences: [Sentence] { parts.sentences }
  /// For each block, its sentences.
  package var blockSentences: [Range<Int>] { parts.blockSentences }
  /// All cue hits, ordered by sentence, then by first token.
  package var cueHits: [CueHit] { parts.cueHits }

  package func cues(inSentence index: Int) -> ArraySlice<CueHit> { parts.cueHits[parts.sentenceCues[index]] }

  /// The kinds of cue that the sentence holds.
  func kinds(inSentence index: Int) -> CueKinds { parts.sentenceKinds[index] }

  /// The marks that some word of the sentence has.
  func marks(inSentence index: Int) -> WordMarks { parts.sentenceMarks[index] }

  /// True when the sentence holds a cue of this kind.
  package func has(_ cue: Cue, inSentence index: Int) -> Bool { parts.sentenceKinds[index].contains(cue) }

  package func block(ofSentence index: Int) -> Block { manuscript.blocks[sentences[index].block] }

  func outline(ofSentence index: Int) -> BlockOutline { outlines[sentences[index].block] }

  /// The kind of the section a sentence stands in.
  package func sectionKind(ofSentence index: Int) -> Section.Kind { outline(ofSentence: index).sectionKind }

  /// The text of a run of tokens of one block, as its reader sees it, citation signs removed.
  package func text(_ tokenRange: Range<Int>, inBlock block: Int) -> String {
    guard let first = tokenRange.first, let last = tokenRange.last else { return "" }
    let bytes = manuscript.blocks[block].text.bytes[Int(tokens[first].start)..<Int(tokens[last].end)]
    return Self.readable(bytes)
  }

  /// The text of a sentence, citation signs removed.
  package func text(ofSentence index: Int) -> String {
    text(sentences[index].tokens, inBlock: sentences[index].block)
  }

  /// The place of a run of tokens of one block in the source.
  package func span(_ tokenRange: Range<Int>, inBlock block: Int) -> SourceSpan {
    let holder = manuscript.blocks[block]
    guard let first = tokenRange.first, let last = tokenRange.last else { return holder.span }
    let range = holder.text.source(of: Int(tokens[first].start)..<Int(tokens[last].end))
    return SourceSpan(file: holder.span.file, range: range ?? holder.span.range)
  }

  /// The place of a sentence in the source.
  package func span(ofSentence index: Int) -> SourceSpan {
    span(sentences[index].tokens, inBlock: sentences[index].block)
  }

  /// The bytes of one token as the block's text has them.
  package func bytes(ofToken index: Int, inBlock block: Int) -> ArraySlice<UInt8> {
    manuscript.blocks[block].text.bytes[tokens[index].range]
  }

  private static func readable(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 < 0x20 }) else { return String(decoding: bytes, as: UTF8.self) }
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(bytes.count + 16)
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] < 0x20 {
      switch bytes[index] {
      case RenderedText.parentheticalCitation, RenderedText.textualCitation, RenderedText.formula:
        cleaned += bytes[start..<index]
      case RenderedText.cellSeparator:
        cleaned += bytes[start..<index]
        cleaned += " | ".utf8
      default: continue
      }
      start = index + 1
    }
    cleaned += bytes[start...]
    return String(decoding: cleaned, as: UTF8.self)
  }
}

/// A package version pinned by a file beside the manuscript.
package struct PinnedPackage: Sendable, Equatable {
  package let name: String
  package let version: String
  /// The file that pins it, relative to the main file's folder.
  package let file: String

  package init(name: String, version: String, file: String) {
    self.name = name
    self.version = version
    self.file = file
  }
}
