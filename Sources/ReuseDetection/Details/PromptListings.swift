import Manuscripts

/// Finds prompts that are set apart from the text: the same for all models, so they are looked up once.
enum PromptListings {
  /// Listings and quotations that words on prompts announce or head, and captions of tables of prompts.
  static func blocks(in reading: ReadManuscript) -> [Int] {
    reading.manuscript.blocks.indices.filter { index in
      let block = reading.manuscript.blocks[index]
      switch block.kind {
      case .code, .quotation: return isHeadedByPrompts(block, reading) || isAnnounced(index, reading)
      case .caption: return opensWithPrompt(index, reading)
      case .title, .heading, .paragraph, .listItem, .footnote, .tableRow, .metadata: return false
      }
    }
  }

  private static func isHeadedByPrompts(_ block: Block, _ reading: ReadManuscript) -> Bool {
    let words = reading.manuscript.sections[block.section].title.lowercased().split { !$0.isLetter }
    return words.contains { $0.hasPrefix("prompt") }
  }

  /// One of the two blocks before speaks of a prompt.
  private static func isAnnounced(_ index: Int, _ reading: ReadManuscript) -> Bool {
    (max(0, index - 2)..<index).contains { earlier in
      reading.blockSentences[earlier].contains { reading.has(.promptNoun, inSentence: $0) }
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
