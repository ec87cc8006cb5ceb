import Manuscripts
import ModelCatalogue
import ReportingRules
import ReuseDetection

/// The least of a manuscript that leads to one of its decisions again, with every other word replaced.
///
/// Nothing is kept because it looks harmless: sentences are left out and words replaced as long as the decision stays
/// what it was, and whatever can go goes. What is left is what the decision rests on.
package struct BugExcerpt: Sendable {
  package let decision: Decision
  package let text: String
  /// True when the text leads to the decision, which was tried on it.
  package let isReproduced: Bool
  /// Sentences of the excerpt, and of the manuscript.
  package let sentences: (kept: Int, all: Int)
  /// Words of the excerpt that are the manuscript's, the model's name apart.
  package let keptWordCount: Int

  /// - Parameters:
  ///   - lines: places whose paragraphs are kept as they are, such as the one that states what was not found.
  ///   - configuration: what the analysis was made with.
  /// - Complexity: some hundred analyses of ever smaller texts.
  package init(
    of diagnostic: Diagnostic, in analysis: Analysis, keeping lines: [SourceSpan] = [], _ configuration: Configuration,
    catalogue: Catalogue = .embedded
  ) {
    decision = Decision(diagnostic, in: analysis)
    var reducer = ExcerptReducer(diagnostic, decision, analysis, lines, configuration, catalogue)
    reducer.reduce()
    text = reducer.text
    isReproduced = reducer.isReproduced
    sentences = (reducer.chosen.count, analysis.reading.sentences.count)
    keptWordCount = reducer.keptWordCount
  }
}

/// Leaves out and replaces, as long as the decision stays the same.
private struct ExcerptReducer {
  /// A word or an address, by its sentence and piece.
  private struct Item: Hashable {
    let sentence: Int
    let piece: Int
  }

  /// Texts that are tried at most; what was not tried by then is replaced untried.
  private static let trialLimit = 1_500

  private let decision: Decision
  private let reading: ReadManuscript
  private let writer: ExcerptWriter
  private let configuration: Configuration
  private let catalogue: Catalogue
  private let starts: [Set<Int>]
  /// Sentences that stay as they are.
  private let kept: Set<Int>
  private var neutral: [Item: String] = [:]
  private var replaced: Set<Item> = []
  private var trials = 0
  private(set) var chosen: Set<Int>
  private(set) var isReproduced = false

  init(
    _ diagnostic: Diagnostic, _ decision: Decision, _ analysis: Analysis, _ lines: [SourceSpan],
    _ configuration: Configuration, _ catalogue: Catalogue
  ) {
    self.decision = decision
    self.catalogue = catalogue
    reading = analysis.reading
    var own = configuration
    own.fileOverrides = []
    own.known = .none
    self.configuration = own
    let mentions = diagnostic.models.first.map { analysis.models[$0].mentions } ?? []
    let fixed = Set(mentions.flatMap(\.tokens))
    let reading = analysis.reading
    let parts = reading.sentences.indices.map { ($0, ExcerptSentence($0, in: reading, fixed: fixed)) }
    writer = ExcerptWriter(
      reading: reading, markup: FixMarkup(reading.manuscript), sentences: Dictionary(uniqueKeysWithValues: parts))
    let near = lines + [diagnostic.span]
    kept = Self.sentences(at: lines, in: reading)
    let named = Set(mentions.map(\.sentence)).union(Self.sentences(at: near, in: reading))
    let blocks = Set(named.map { reading.sentences[$0].block })
    let around = Set(blocks.flatMap { reading.blockSentences[$0] })
    starts = [named, named.union(around), Set(reading.sentences.indices)]
    chosen = named
  }

  /// The sentences of the blocks that hold places.
  private static func sentences(at spans: [SourceSpan], in reading: ReadManuscript) -> Set<Int> {
    var found: Set<Int> = []
    for (index, block) in reading.manuscript.blocks.enumerated() {
      let isHit = spans.contains { span in
        span.file == block.span.file && block.span.range.lowerBound <= span.range.lowerBound
          && span.range.lowerBound < block.span.range.upperBound
      }
      if isHit { found.formUnion(reading.blockSentences[index]) }
    }
    return found
  }

  mutating func reduce() {
    guard let start = starts.first(where: { isMade($0, []) }) else { return giveUp() }
    chosen = start
    drop(start.subtracting(kept).sorted())
    makeNeutral()
    replace(items)
    isReproduced = isMade(chosen, replaced)
  }

  var text: String { text(chosen, replaced) }

  var keptWordCount: Int { items.count { !replaced.contains($0) } }

  /// The words of the chosen sentences that may be replaced, in their order.
  private var items: [Item] {
    chosen.subtracting(kept).sorted().flatMap { sentence in
      (writer.sentences[sentence]?.pieces ?? []).enumerated().compactMap { index, piece in
        switch piece {
        case .word(_, let isFixed): isFixed ? nil : Item(sentence: sentence, piece: index)
        case .address: Item(sentence: sentence, piece: index)
        case .signs, .citation, .formula, .cellBorder, .code: nil
        }
      }
    }
  }

  /// Without a text that leads to the decision, only the sentences at its place are shown, without their words.
  private mutating func giveUp() {
    chosen = starts[0]
    makeNeutral()
    replaced = Set(items)
  }

  private mutating func makeNeutral() {
    var words = NeutralWords()
    for item in items {
      switch writer.sentences[item.sentence]?.pieces[item.piece] {
      case .word(let word, _): neutral[item] = words.word(for: word)
      case .address: neutral[item] = "https://example.org/zu"
      case .signs, .citation, .formula, .cellBorder, .code, nil: break
      }
    }
  }

  /// Leaves out as many of the sentences as can go, by halves.
  private mutating func drop(_ sentences: [Int]) {
    guard !sentences.isEmpty else { return }
    let fewer = chosen.subtracting(sentences)
    if !fewer.isEmpty, isMade(fewer, replaced) {
      chosen = fewer
      return
    }
    guard sentences.count > 1 else { return }
    drop(Array(sentences[..<(sentences.count / 2)]))
    drop(Array(sentences[(sentences.count / 2)...]))
  }

  /// Replaces as many of the words as can go, by halves.
  private mutating func replace(_ items: [Item]) {
    guard !items.isEmpty else { return }
    let more = replaced.union(items)
    if trials >= Self.trialLimit || isMade(chosen, more) {
      replaced = more
      return
    }
    guard items.count > 1 else { return }
    replace(Array(items[..<(items.count / 2)]))
    replace(Array(items[(items.count / 2)...]))
  }

  private func text(_ chosen: Set<Int>, _ replaced: Set<Item>) -> String {
    writer.text(of: chosen) { sentence, piece in
      let item = Item(sentence: sentence, piece: piece)
      return replaced.contains(item) ? neutral[item] : nil
    }
  }

  private mutating func isMade(_ chosen: Set<Int>, _ replaced: Set<Item>) -> Bool {
    trials += 1
    return decision.isMade(in: analysis(of: text(chosen, replaced)))
  }

  private func analysis(of text: String) -> Analysis {
    let markup = writer.markup.markup
    let path = markup == .latex ? "excerpt.tex" : "excerpt.md"
    let project = ProjectFiles(main: [SourceFile(path: path, bytes: Array(text.utf8))])
    let reading = ManuscriptReading.reading(of: project, markup: markup, configuration: configuration)
    return ManuscriptAnalyser.analyse(
      AnalysisInput(project: project, reading: reading, configuration: configuration, lockfiles: []),
      catalogue: catalogue)
  }
}
