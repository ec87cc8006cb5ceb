import Manuscripts

/// Finds what is told under the title of another section, as methods and data statements repeat the titles of results.
enum SectionNamesakes {
  /// For blocks under a title that also heads a section with models, those models; sections that name models are their
  /// own.
  ///
  /// - Complexity: linear in the blocks and in the tokens of headings and short paragraphs.
  static func models(of sectionModels: NumberTable<Int>, in reading: ReadManuscript) -> NumberTable<Int> {
    guard !sectionModels.isEmpty else { return NumberTable([]) }
    var byTitle: [[UInt64]: [Int]] = [:]
    for (index, outline) in reading.outlines.enumerated()
    where outline.form == .heading && sectionModels.contains(outline.section) {
      if let title = title(index, reading) { byTitle[title, default: []] += sectionModels[outline.section] }
    }
    guard !byTitle.isEmpty else { return NumberTable([]) }
    let openings = KeySet(byTitle.keys.compactMap(\.first))
    var found: [(number: Int, value: Int)] = []
    var current: (section: Int, models: [Int]) = (-1, [])
    for (index, outline) in reading.outlines.enumerated() {
      if outline.section != current.section { current = (outline.section, []) }
      guard !sectionModels.contains(outline.section) else { continue }
      if shortText(index, reading) != nil, opens(index, with: openings, reading),
        let models = title(index, reading).flatMap({ byTitle[$0] })
      {
        current.models = models
      }
      for model in current.models { found.append((index, model)) }
    }
    return NumberTable(found)
  }

  /// The block's first word is one of those, which few are.
  private static func opens(_ index: Int, with words: KeySet, _ reading: ReadManuscript) -> Bool {
    guard let first = reading.blockSentences[index].first else { return false }
    let word = reading.sentences[first].tokens.first { reading.tokens[$0].kind == .word }
    return word.map { words.contains(reading.tokens[$0].key) } ?? false
  }

  /// The words of a title that is long enough to be nobody else's, without the numbers before them.
  private static func title(_ index: Int, _ reading: ReadManuscript) -> [UInt64]? {
    guard let tokens = shortText(index, reading) else { return nil }
    let words = tokens.filter { reading.tokens[$0].kind == .word }.map { reading.tokens[$0].key }
    return words.count >= minimalWords ? words : nil
  }

  /// The tokens of a block that may be a title: titles in bold are short paragraphs.
  private static func shortText(_ index: Int, _ reading: ReadManuscript) -> Range<Int>? {
    switch reading.outlines[index].form {
    case .heading, .paragraph, .listItem: break
    case .title, .caption, .footnote, .quotation, .tableRow, .code, .metadata: return nil
    }
    let sentences = reading.blockSentences[index]
    guard let first = sentences.first, let last = sentences.last else { return nil }
    let tokens = reading.sentences[first].tokens.lowerBound..<reading.sentences[last].tokens.upperBound
    return tokens.count <= maximalLength ? tokens : nil
  }

  /// In tokens; longer ones are sentences.
  private static let maximalLength = 24
  /// "Training" and "Data and code" head many sections.
  private static let minimalWords = 4
}
