import Manuscripts

/// The sentences that speak of one model itself.
///
/// A detail said beside another model belongs to that one, unless both are named together. What is said of no model by
/// name is looked up in `DetailGround`. A class, so that the many searches share one and copy nothing.
final class DetailScope: Sendable {
  /// Sentences that name the model.
  let naming: [Int]
  /// Those, their neighbours in the same section without another model, their footnotes, and the rows and captions of
  /// their floats.
  let near: [Int]
  /// The model's column in each table whose head names it beside others, by float.
  let columns: [Int: Int]
  /// The sections that name the model.
  let sections: Set<Int>
  /// Sentences that except the model from what they say: "all models except X".
  let exceptions: Set<Int>

  /// - Complexity: linear in the model's mentions and the floats that name it.
  init(_ model: DetectedModel, index: Int, _ ground: DetailGround) {
    let reading = ground.reading
    let own = Set(model.mentions.map(\.sentence))
    var near = own
    var floats: Set<Int> = []
    var noted: Set<Int> = []
    var columns: [Int: Int] = [:]
    for mention in model.mentions {
      let block = reading.manuscript.blocks[reading.sentences[mention.sentence].block]
      guard let float = block.float, case .tableRow(let isHeader) = block.kind, columns[float] == nil else { continue }
      let column = reading.column(ofToken: mention.tokens.lowerBound, inSentence: mention.sentence)
      if column > 0, isHeader || ground.namesOthers(inSentence: mention.sentence, besides: index, outside: column) {
        columns[float] = column
      }
    }
    self.columns = columns
    sections = Set(own.map { reading.block(ofSentence: $0).section })
    exceptions = Set(model.mentions.filter { Self.isExcepted($0, in: reading) }.map(\.sentence))
    for sentence in own {
      let block = reading.sentences[sentence].block
      if let float = reading.manuscript.blocks[block].float, floats.insert(float).inserted {
        for part in ground.blocks(ofFloat: float) {
          near.formUnion(reading.blockSentences[part].filter { ground.isFree($0, besides: index) })
        }
      }
      for neighbour in [sentence - 1, sentence + 1, sentence + 2]
      where reading.sentences.indices.contains(neighbour) && ground.isFree(neighbour, besides: index) {
        let other = reading.sentences[neighbour].block
        guard reading.manuscript.blocks[other].section == reading.manuscript.blocks[block].section else { continue }
        if other == block || abs(other - block) == 1 && ground.owners.namesNone(inBlock: other) {
          near.insert(neighbour)
        }
      }
      guard noted.insert(block).inserted else { continue }
      for note in ground.notes(ofBlock: block) { near.formUnion(reading.blockSentences[note]) }
    }
    naming = own.sorted()
    self.near = near.sorted()
  }

  private static func isExcepted(_ mention: Mention, in reading: ReadManuscript) -> Bool {
    let tokens = reading.sentences[mention.sentence].tokens
    guard let exception = exceptionWords.first(in: tokens, reading.tokens) else { return false }
    return mention.tokens.lowerBound >= exception.upperBound && mention.tokens.lowerBound - exception.upperBound <= 6
  }

  private static let exceptionWords = CueSet([
    "except", "except for", "with the exception of", "excluding", "other than", "apart from", "but not",
  ])
}
