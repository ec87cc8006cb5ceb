import Manuscripts

/// Finds what is told under the title of another section, as methods and data statements repeat the titles of results.
enum SectionNamesakes {
  /// For blocks under a title that also heads a section with models, those models; sections that name models are their
  /// own.
  ///
  /// - Complexity: linear in the blocks and in the tokens of headings and short paragraphs.
  static func models(of sectionModels: [Int: [Int]], in reading: ReadManuscript) -> [Int: [Int]] {
    guard sectionModels.count > 0 else { return [:] }
    let blocks = reading.manuscript.blocks
    var byTitle: [[UInt64]: [Int]] = [:]
    for (index, block) in blocks.enumerated() {
      guard case .heading = block.kind, let models = sectionModels[block.section], let title = title(index, reading)
      else { continue }
      byTitle[title, default: []] += models
    }
    guard !byTitle.isEmpty else { return [:] }
    let openings = KeySet(byTitle.keys.compactMap(\.first))
    var found: [Int: [Int]] = [:]
    var current: (section: Int, models: [Int]?) = (-1, nil)
    for (index, block) in blocks.enumerated() {
      if block.section != current.section { current = (block.section, nil) }
      guard sectionModels[block.section] == nil else { continue }
      if opens(index, with: openings, reading), let title = title(index, reading), let models = byTitle[title] {
        current.models = models
      }
      if let models = current.models { found[index] = models }
    }
    return found
  }

  /// The block's first word is one of those, which few are.
  private static func opens(_ index: Int, with words: KeySet, _ reading: ReadManuscript) -> Bool {
    guard let first = reading.blockSentences[index].first else { return false }
    let tokens = reading.sentences[first].tokens
    return tokens.first { reading.tokens[$0].kind == .word }.map { words.contains(reading.tokens[$0].key) } ?? false
  }

  /// The words of a title that is long enough to be nobody else's, without the numbers before them; titles in bold are
  /// short paragraphs.
  private static func title(_ index: Int, _ reading: ReadManuscript) -> [UInt64]? {
    switch reading.manuscript.blocks[index].kind {
    case .heading, .paragraph, .listItem: break
    case .title, .caption, .footnote, .quotation, .tableRow, .code, .metadata: return nil
    }
    let sentences = reading.blockSentences[index]
    guard let first = sentences.first, let last = sentences.last else { return nil }
    let tokens = reading.sentences[first].tokens.lowerBound..<reading.sentences[last].tokens.upperBound
    guard tokens.count <= maximalLength else { return nil }
    let words = tokens.filter { reading.tokens[$0].kind == .word }.map { reading.tokens[$0].key }
    return words.count >= minimalWords ? words : nil
  }

  /// In tokens; longer ones are sentences.
  private static let maximalLength = 24
  /// "Training" and "Data and code" head many sections.
  private static let minimalWords = 4
}
