import Manuscripts

/// Words that are a model's name by themselves and a part of another name where they stand.
enum PartOfName {
  /// True when every mention follows the same capitalised word: "Tabula Sapiens" is not a model called Sapiens.
  ///
  /// Makers stand before their models' names as well, and a sentence begins with a capital anyway.
  static func isAlways(_ mentions: [CandidateMention], in reading: ReadManuscript) -> Bool {
    guard let first = mentions.first, let leader = leader(of: first, in: reading) else { return false }
    return mentions.allSatisfy { self.leader(of: $0, in: reading) == leader }
  }

  /// The capitalised word right before a name of one plain word.
  private static func leader(of mention: CandidateMention, in reading: ReadManuscript) -> UInt64? {
    let index = mention.tokens.lowerBound
    let sentence = reading.sentences[mention.sentence]
    guard mention.tokens.count == 1, isPlain(index, sentence, reading), isPlain(index - 1, sentence, reading) else {
      return nil
    }
    let before = reading.tokens[index - 1]
    guard reading.tokens[index].start - before.end == 1, !makers.contains(before.key), !roles.contains(before.key)
    else { return nil }
    return before.key
  }

  /// A word with a capital at its beginning and nowhere else.
  private static func isPlain(_ index: Int, _ sentence: Sentence, _ reading: ReadManuscript) -> Bool {
    guard sentence.tokens.contains(index) else { return false }
    let token = reading.tokens[index]
    guard token.kind == .word, token.flags.contains(.isCapitalised), !token.flags.contains(.isUpperCase) else {
      return false
    }
    return reading.bytes(ofToken: index, inBlock: sentence.block).dropFirst().allSatisfy { !(0x41...0x5A).contains($0) }
  }

  private static let makers = keys([
    "google", "openai", "anthropic", "meta", "microsoft", "nvidia", "deepmind", "mistral", "amazon", "alibaba",
    "facebook", "apple", "baidu", "cohere", "adobe", "salesforce", "huggingface", "face", "databricks", "stability",
    "alphabet", "allen", "ai", "inc",
  ])
  private static let roles = keys([
    "model", "models", "using", "with", "the", "via", "method", "tool", "network", "baseline", "our", "we", "like",
  ])

  private static func keys(_ words: [String]) -> KeySet { KeySet(words.flatMap(Lexicon.keys(of:))) }
}
