import Manuscripts

/// The sentences in which a detail of one model may stand, nearest first.
///
/// A detail said beside another model belongs to that one, unless both are named together or the sentence speaks for
/// all.
struct DetailScope: Sendable {
  /// Sentences that name the model, with footnotes on their blocks.
  let naming: [Int]
  /// Those, their neighbours without another model, and the rows and captions of their floats.
  let near: [Int]
  /// Everything that is not about another model alone and stands where own work is told.
  let wide: [Int]

  /// - Complexity: linear in the sentences.
  init(_ query: DetailQuery, owners: SentenceOwners) {
    let reading = query.reading
    let own = Set(query.model.mentions.map(\.sentence))
    var near = own
    var floats: Set<Int> = []
    var blocks: Set<Int> = []
    for sentence in own {
      let block = reading.sentences[sentence].block
      blocks.insert(block)
      if let float = reading.manuscript.blocks[block].float { floats.insert(float) }
      for neighbour in [sentence - 1, sentence + 1, sentence + 2]
      where owners.isFree(neighbour, besides: query.model.id) {
        if neighbour >= 0, neighbour < reading.sentences.count, abs(reading.sentences[neighbour].block - block) <= 1 {
          near.insert(neighbour)
        }
      }
    }
    for (index, block) in reading.manuscript.blocks.enumerated() {
      let isNote = block.attachedTo.map(blocks.contains) ?? false
      let isFloat = block.float.map(floats.contains) ?? false
      guard isNote || isFloat else { continue }
      for sentence in reading.blockSentences[index] where isNote || owners.isFree(sentence, besides: query.model.id) {
        near.insert(sentence)
      }
    }
    naming = own.sorted()
    self.near = near.sorted()
    let everywhere = reading.sentences.indices.filter {
      owners.isFree($0, besides: query.model.id) && owners.tellsOwnWork($0)
    }
    wide = Array(Set(everywhere).union(near)).sorted()
  }
}

/// Which reused models each sentence names.
struct SentenceOwners: Sendable {
  private let names: [Int: Set<String>]
  private let ownWork: [Bool]

  init(_ models: [DetectedModel], in reading: ReadManuscript) {
    var names: [Int: Set<String>] = [:]
    for model in models where model.role == .reused {
      for mention in model.mentions { names[mention.sentence, default: []].insert(model.id) }
    }
    self.names = names
    ownWork = reading.sentences.indices.map { index in
      switch reading.sectionKind(ofSentence: index) {
      case .relatedWork, .references, .contributions: false
      case .introduction: reading.has(.firstPerson, inSentence: index)
      default: true
      }
    }
  }

  /// True when a sentence names no reused model, or this one among others.
  func isFree(_ sentence: Int, besides id: String) -> Bool {
    guard let named = names[sentence] else { return true }
    return named.contains(id)
  }

  func tellsOwnWork(_ sentence: Int) -> Bool { sentence >= 0 && sentence < ownWork.count && ownWork[sentence] }
}
