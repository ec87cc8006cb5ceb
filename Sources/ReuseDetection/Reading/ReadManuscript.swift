import Manuscripts

/// A manuscript cut into tokens and sentences, with the cues of the lexicon found once for all finders.
///
/// Flat arrays, in reading order: sentence *i* holds tokens `sentences[i].tokens`, block *b* holds sentences
/// `blockSentences[b]`, and the cues of sentence *i* are `cues(inSentence: i)`.
package struct ReadManuscript: Sendable {
  package let manuscript: Manuscript
  package let tokens: [Token]
  package let sentences: [Sentence]
  /// For each block, its sentences.
  package let blockSentences: [Range<Int>]
  /// All cue hits, ordered by sentence, then by first token.
  package let cueHits: [CueHit]
  private let sentenceCues: [Range<Int>]
  /// The cited works by key, from `.bib` files and inline bibliographies.
  package let works: [String: CitedWork]
  /// Versions that files beside the manuscript pin (`requirements.txt`, `renv.lock`), by lower-case package name.
  package let pinnedPackages: [String: PinnedPackage]

  package init(
    _ manuscript: Manuscript, works: [String: CitedWork], pinnedPackages: [String: PinnedPackage],
    lexicon: Lexicon = .standard
  ) {
    self.manuscript = manuscript
    self.works = works
    self.pinnedPackages = pinnedPackages
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var blockSentences: [Range<Int>] = []
    var hits: [CueHit] = []
    var sentenceCues: [Range<Int>] = []
    for (index, block) in manuscript.blocks.enumerated() {
      let firstToken = tokens.count
      let firstSentence = sentences.count
      Tokeniser.appendTokens(of: block, to: &tokens)
      SentenceSplitter.appendSentences(of: block, at: index, tokens: tokens, from: firstToken, to: &sentences)
      blockSentences.append(firstSentence..<sentences.count)
      for sentence in sentences[firstSentence...] {
        let firstHit = hits.count
        lexicon.appendHits(in: tokens, range: sentence.tokens, to: &hits)
        sentenceCues.append(firstHit..<hits.count)
      }
    }
    self.tokens = tokens
    self.sentences = sentences
    self.blockSentences = blockSentences
    self.cueHits = hits
    self.sentenceCues = sentenceCues
  }

  package func cues(inSentence index: Int) -> ArraySlice<CueHit> { cueHits[sentenceCues[index]] }

  /// True when the sentence holds a cue of this kind.
  package func has(_ cue: Cue, inSentence index: Int) -> Bool {
    cues(inSentence: index).contains { $0.cue == cue }
  }

  package func block(ofSentence index: Int) -> Block { manuscript.blocks[sentences[index].block] }

  /// The kind of the section a sentence stands in.
  package func sectionKind(ofSentence index: Int) -> Section.Kind {
    manuscript.sections[manuscript.blocks[sentences[index].block].section].kind
  }

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
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case RenderedText.parentheticalCitation, RenderedText.textualCitation, RenderedText.formula: continue
      case RenderedText.cellSeparator: cleaned.append(contentsOf: " | ".utf8)
      default: cleaned.append(byte)
      }
    }
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
