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
    var listings: [Listing] = []
    // Sections have many blocks: their titles are looked at once.
    var headed: (section: Int, isHeaded: Bool) = (-1, false)
    for (index, outline) in reading.outlines.enumerated() {
      switch outline.form {
      case .heading: heading = reading.blockSentences[index].first
      case .code, .quotation:
        if headed.section != outline.section {
          headed = (outline.section, isOnPrompts(reading.manuscript.sections[outline.section].title))
        }
        let announcers = announcers(of: index, reading)
        guard headed.isHeaded || !announcers.isEmpty else { continue }
        listings.append(
          Listing(block: index, announcers: announcers + (headed.isHeaded ? [heading].compactMap(\.self) : [])))
      case .caption:
        guard opensWithPrompt(index, reading) else { continue }
        listings.append(Listing(block: index, announcers: Array(reading.blockSentences[index])))
      case .title, .paragraph, .listItem, .footnote, .tableRow, .metadata: continue
      }
    }
    return listings
  }

  private static func isOnPrompts(_ title: String) -> Bool {
    title.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix("prompt") }
  }

  /// The sentences of the two blocks before that speak of a prompt.
  private static func announcers(of index: Int, _ reading: ReadManuscript) -> [Int] {
    guard let first = reading.blockSentences[max(0, index - 2)..<index].first else { return [] }
    return (first.lowerBound..<reading.blockSentences[index].lowerBound).filter {
      reading.has(.promptNoun, inSentence: $0)
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
