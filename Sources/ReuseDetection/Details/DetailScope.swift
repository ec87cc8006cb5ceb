import Manuscripts

/// The sentences that speak of one model itself.
///
/// A detail said beside another model belongs to that one, unless both are named together. What is said of no model by
/// name is looked up in `DetailGround`. A class, so that the many searches share one and copy nothing.
final class DetailScope: Sendable {
  /// Sentences that name the model.
  let naming: NumberList
  /// Those, their neighbours in the same section without another model, their footnotes, and the rows and captions of
  /// their floats.
  let near: NumberList
  /// The model's column in each table whose head names it beside others, by float.
  let columns: [Int: Int]
  /// The sections that name the model.
  let sections: NumberList
  /// Sentences that except the model from what they say: "all models except X".
  let exceptions: NumberList

  /// - Complexity: linear in the model's mentions and the floats that name it.
  init(_ model: DetectedModel, index: Int, _ ground: DetailGround) {
    let reading = ground.reading
    naming = NumberList(model.mentions.map(\.sentence))
    columns = Self.columns(of: model, index: index, ground)
    sections = NumberList(naming.map { reading.outline(ofSentence: $0).section })
    exceptions = NumberList(model.mentions.filter { Self.isExcepted($0, in: reading) }.map(\.sentence))
    var near = Array(naming)
    var floats: Set<Int> = []
    var noted = -1
    for sentence in naming {
      let block = reading.sentences[sentence].block
      let outline = reading.outlines[block]
      if let float = outline.float, floats.insert(float).inserted {
        for part in ground.blocks(ofFloat: float) {
          for member in reading.blockSentences[part] where ground.isFree(member, besides: index) {
            near.append(member)
          }
        }
      }
      for neighbour in (sentence - 1)...(sentence + 2)
      where neighbour != sentence && reading.sentences.indices.contains(neighbour)
        && ground.isFree(neighbour, besides: index)
      {
        let other = reading.sentences[neighbour].block
        guard reading.outlines[other].section == outline.section else { continue }
        if other == block || abs(other - block) == 1 && ground.owners.namesNone(inBlock: other) {
          near.append(neighbour)
        }
      }
      guard block != noted else { continue }
      noted = block
      for note in ground.notes(ofBlock: block) { near += reading.blockSentences[note] }
    }
    self.near = NumberList(near)
  }

  private static func columns(of model: DetectedModel, index: Int, _ ground: DetailGround) -> [Int: Int] {
    let reading = ground.reading
    var columns: [Int: Int] = [:]
    for mention in model.mentions {
      let block = reading.sentences[mention.sentence].block
      guard let float = reading.outlines[block].float, columns[float] == nil,
        case .tableRow(let isHeader) = reading.manuscript.blocks[block].kind
      else { continue }
      let column = reading.column(ofToken: mention.tokens.lowerBound, inSentence: mention.sentence)
      if column > 0, isHeader || ground.namesOthers(inSentence: mention.sentence, besides: index, outside: column) {
        columns[float] = column
      }
    }
    return columns
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
