import Manuscripts
import ModelCatalogue

/// Versions of tools from before they were deep networks.
enum ShallowVersion {
  /// The first deep version by family: SignalP 5.0 replaced shallow networks and hidden Markov models
  /// (doi:10.1038/s41587-019-0036-z), PSIPRED 4 a shallow network (doi:10.1093/nar/gkz297).
  private static let firstDeep: [String: Int] = ["SignalP": 5, "PSIPRED": 4]

  /// True when every version that the text gives a tool is older than its first deep one.
  static func isMeant(by mentions: [CandidateMention], of family: ModelFamily, in reading: ReadManuscript) -> Bool {
    guard let first = firstDeep[family.name] else { return false }
    let versions = mentions.compactMap { version(of: $0, in: reading) }
    return !versions.isEmpty && versions.allSatisfy { $0 < first }
  }

  /// The whole number of the version within or right after a name.
  private static func version(of mention: CandidateMention, in reading: ReadManuscript) -> Int? {
    let sentence = reading.sentences[mention.sentence]
    let end = min(mention.tokens.upperBound + 1, sentence.tokens.upperBound)
    for index in mention.tokens.lowerBound..<end where reading.tokens[index].kind == .number {
      return reading.bytes(ofToken: index, inBlock: sentence.block).first.map { Int($0) - 0x30 }
    }
    return nil
  }
}
