import Manuscripts
import ModelCatalogue

/// What single mentions say, whatever the manuscript says elsewhere, kept for the next reading.
///
/// A mention is read from its block, its section, the mentions beside it and two facts on the whole manuscript; in a
/// row of a table also from the caption.
struct MentionReadings: Sendable {
  struct Entry: Sendable {
    let signals: MentionSignals
    /// The name in the manuscript's spelling.
    let text: String
    /// The size that it names, empty for none.
    let size: String
    fileprivate let section: Section.Kind
    fileprivate let isReportedByCaption: Bool

    var mention: CandidateMention { signals.mention }
  }

  /// In reading order.
  private var entries: [Entry] = []
  private let isEssay: Bool
  private let reportsOwnRuns: Bool
  private let sentenceCount: Int
  private let tokenCount: Int

  /// - Parameters:
  ///   - mentions: in reading order.
  ///   - known: those of the reading before this one, with the same catalogue.
  init(of mentions: [CandidateMention], _ facts: ManuscriptFacts, after known: MentionReadings?) {
    isEssay = facts.isEssay
    reportsOwnRuns = facts.common.reportsOwnRuns
    sentenceCount = facts.reading.sentences.count
    tokenCount = facts.reading.tokens.count
    entries.reserveCapacity(mentions.count)
    var first = 0
    while first < mentions.count {
      let block = facts.reading.sentences[mentions[first].sentence].block
      let sentences = facts.reading.blockSentences[block]
      let end = mentions[first...].firstIndex { !sentences.contains($0.sentence) } ?? mentions.count
      let before = known?.entries(ofSentences: sentences, like: mentions[first..<end], in: facts.reading)
      for (offset, mention) in mentions[first..<end].enumerated() {
        entries.append(entry(mention, facts, after: before.flatMap { known?.entries[$0 + offset] }, known))
      }
      first = end
    }
  }

  /// The entry of a mention.
  /// - Complexity: logarithmic in the mentions.
  func entry(of mention: CandidateMention) -> Entry {
    entries[Sorted.firstIndex(in: entries) { $0.mention.tokens.lowerBound >= mention.tokens.lowerBound }]
  }

  /// Where the entries of a block begin that both readings share, if it holds the same mentions; nil if not.
  private func entries(
    ofSentences sentences: Range<Int>, like mentions: ArraySlice<CandidateMention>, in reading: ReadManuscript
  ) -> Int? {
    let isLeading = sentences.upperBound <= reading.shared.leading
    guard isLeading || sentences.lowerBound >= reading.sentences.count - reading.shared.trailing else { return nil }
    let shift = Finds<CandidateMention>.Shift(
      units: isLeading ? 0 : reading.sentences.count - sentenceCount,
      tokens: isLeading ? 0 : reading.tokens.count - tokenCount)
    let own = sentences.moved(by: -shift.units)
    let first = Sorted.firstIndex(in: entries) { $0.mention.sentence >= own.lowerBound }
    let end = first + mentions.count
    guard end <= entries.count, end == entries.count || entries[end].mention.sentence >= own.upperBound,
      zip(entries[first..<end], mentions).allSatisfy({ $0.mention.moved(by: shift) == $1 })
    else { return nil }
    return first
  }

  private func entry(
    _ mention: CandidateMention, _ facts: ManuscriptFacts, after before: Entry?, _ known: MentionReadings?
  ) -> Entry {
    let outline = facts.reading.outline(ofSentence: mention.sentence)
    let isReported = outline.isRow && TableRowFacts.captionHas(.reported, of: mention, in: facts.reading)
    guard let before else {
      return Entry(
        signals: MentionSignals(mention, facts), text: WrittenName(mention, in: facts.reading).text,
        size: ModelGrouping.size(of: mention, in: facts.reading, facts.catalogue), section: outline.sectionKind,
        isReportedByCaption: isReported)
    }
    let isSame =
      before.section == outline.sectionKind && before.isReportedByCaption == isReported
      && known?.isEssay == isEssay && known?.reportsOwnRuns == reportsOwnRuns
    return Entry(
      signals: isSame ? before.signals.moved(to: mention) : MentionSignals(mention, facts), text: before.text,
      size: before.size, section: outline.sectionKind, isReportedByCaption: isReported)
  }
}
