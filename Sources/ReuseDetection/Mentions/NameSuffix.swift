import Manuscripts
import ModelCatalogue

/// What stands right after a catalogue name: sizes and flavours that belong to it, or the rest of another name.
enum NameSuffix {
  enum Reading: Equatable {
    /// The name ends before this token index, its sizes and flavours included.
    case sizes(upTo: Int)
    /// The name is only the beginning of another one ("CLIP-Adapter", "SAM-Med2D").
    case otherName
  }

  /// - Parameters:
  ///   - last: the name's last token.
  ///   - end: the end of its sentence, in tokens.
  static func reading(after last: Int, in manuscript: ReadManuscript, block: Int, end: Int) -> Reading {
    var upper = last + 1
    while let next = NameBorders.successor(of: upper - 1, in: manuscript.tokens, end: end) {
      let token = manuscript.tokens[next]
      let isAttached = token.flags.contains(.isHyphenated) || token.flags.contains(.isJoined) || next > upper
      if isSize(at: next, manuscript, block, end: end, isAttached: isAttached) {
        upper = next + 1
        continue
      }
      if isFlavour(token, manuscript, block, index: next, isAttached: isAttached) {
        upper = next + 1
        continue
      }
      if isAttached, upper == last + 1, beginsOtherName(token, next, manuscript, block) { return .otherName }
      break
    }
    return .sizes(upTo: upper)
  }

  /// Numbers with a unit (`7B`, `650M`), depth numbers and versions hung on with a hyphen, patch sizes.
  private static func isSize(
    at index: Int, _ manuscript: ReadManuscript, _ block: Int, end: Int, isAttached: Bool
  ) -> Bool {
    let token = manuscript.tokens[index]
    if token.kind == .number {
      // "GPT-3.5/4" names two models.
      if token.flags.contains(.isHyphenated), manuscript.tokens[index - 1].kind == .number,
        manuscript.manuscript.blocks[block].text.bytes[Int(token.start) - 1] == 0x2F
      {
        return false
      }
      if isAttached { return true }
      guard index + 1 < end else { return false }
      let unit = manuscript.tokens[index + 1]
      return unit.flags.contains(.isJoined) && isUnit(manuscript.bytes(ofToken: index + 1, inBlock: block))
    }
    let previous = manuscript.tokens[index - 1]
    return previous.kind == .number && token.flags.contains(.isJoined)
      && isUnit(manuscript.bytes(ofToken: index, inBlock: block))
  }

  private static func isUnit(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 1, let byte = bytes.first else { return false }
    return byte | 0x20 == 0x62 || byte | 0x20 == 0x6D || byte | 0x20 == 0x6B
  }

  /// `base`, `large`, `instruct`: hung on with a hyphen in any case, after a space only with a capital.
  private static func isFlavour(
    _ token: Token, _ manuscript: ReadManuscript, _ block: Int, index: Int, isAttached: Bool
  ) -> Bool {
    guard token.kind == .word, flavourKeys.contains(token.key) else { return false }
    return isAttached || token.flags.contains(.isCapitalised) && token.end - token.start > 1
  }

  /// A capital, or a letter-digit mix, hung on with a hyphen that is no flavour: the rest of a longer name.
  private static func beginsOtherName(_ token: Token, _ index: Int, _ manuscript: ReadManuscript, _ block: Int) -> Bool
  {
    guard token.kind == .word, token.flags.contains(.isHyphenated) else { return false }
    let connector = manuscript.manuscript.blocks[block].text.bytes[Int(token.start) - 1]
    guard connector == 0x2D else { return false }
    if homonymTails.contains(token.key) { return true }
    if compoundTails.contains(token.key) { return false }
    return token.flags.contains(.isCapitalised) && !token.flags.contains(.isInCode)
  }

  private static let flavourKeys: KeySet = keys([
    "tiny", "mini", "nano", "micro", "small", "base", "medium", "large", "huge", "giant", "xl", "xxl", "xlarge", "xs",
    "instruct", "instruction", "chat", "it", "uncased", "cased", "turbo", "preview", "pro", "flash", "lite", "ultra",
    "vision", "multilingual", "distilled", "pytorch", "hf", "sonnet", "opus", "haiku", "thinking", "reasoning", "high",
    "low", "v", "r", "s", "m", "l", "x", "b", "h", "g", "n", "ema", "finetuned", "latest", "exp", "max", "plus",
    "coder",
    "t", "f", "d", "k",
  ])

  /// Tails that give a short name another meaning altogether.
  private static let homonymTails: KeySet = keys(["seq", "tag", "ms", "chip", "pcr", "domain", "binding"])

  /// Tails that make an adjective of a name without naming anything else ("CLIP-Based").
  static let compoundTails: KeySet = keys([
    "based", "style", "like", "type", "generated", "assisted", "derived", "driven", "powered", "guided", "inspired",
    "embedding", "embeddings", "model", "models", "encoder", "decoder", "backbone", "family", "only", "enabled",
    "predicted", "feature", "features", "annotated", "labelled", "labeled", "specific", "trained", "finetuned",
  ])

  private static func keys(_ words: [String]) -> KeySet { KeySet(words.flatMap(Lexicon.keys(of:))) }
}
