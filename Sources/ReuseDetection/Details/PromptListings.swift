import Manuscripts

/// Finds the blocks that hold prompts: the same for all models, so they are looked up once.
enum PromptListings {
  /// A block that holds a prompt.
  struct Listing: Sendable {
    /// Index in the blocks of the manuscript.
    let block: Int
    /// The heading and the sentences on prompts that lead to it.
    let announcers: [Int]
  }

  /// Listings and quotations that words on prompts announce or head, and captions of tables of prompts.
  static func all(in reading: ReadManuscript) -> [Listing] {
    var heading: Int?
    return reading.manuscript.blocks.indices.compactMap { index in
      let block = reading.manuscript.blocks[index]
      switch block.kind {
      case .heading:
        heading = reading.blockSentences[index].first
        return nil
      case .code, .quotation:
        let announcers = announcers(of: index, reading)
        let isHeaded = isHeadedByPrompts(block, reading)
        guard isHeaded || !announcers.isEmpty else { return nil }
        return Listing(block: index, announcers: announcers + (isHeaded ? [heading].compactMap(\.self) : []))
      case .caption:
        return opensWithPrompt(index, reading)
          ? Listing(block: index, announcers: Array(reading.blockSentences[index])) : nil
      case .title, .paragraph, .listItem, .footnote, .tableRow, .metadata: return nil
      }
    }
  }

  private static func isHeadedByPrompts(_ block: Block, _ reading: ReadManuscript) -> Bool {
    let words = reading.manuscript.sections[block.section].title.lowercased().split { !$0.isLetter }
    return words.contains { $0.hasPrefix("prompt") }
  }

  /// The sentences of the two blocks before that speak of a prompt.
  private static func announcers(of index: Int, _ reading: ReadManuscript) -> [Int] {
    (max(0, index - 2)..<index).flatMap { earlier in
      reading.blockSentences[earlier].filter { reading.has(.promptNoun, inSentence: $0) }
    }
  }

  /// "Prompts for …", "The prompt used …": within the first words of a caption.
  private static func opensWithPrompt(_ index: Int, _ reading: ReadManuscript) -> Bool {
    guard let first = reading.blockSentences[index].first else { return false }
    let start = reading.sentences[first].tokens.lowerBound
    return reading.cues(inSentence: first).contains {
      $0.cue == .promptNoun && $0.tokens.lowerBound - start <= 4
    }
  }
}
