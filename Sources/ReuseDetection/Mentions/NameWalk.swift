import Manuscripts
import ModelCatalogue

/// A stretch of tokens that spells a name, as the walk from its first token collects it.
struct NameWalk {
  /// The folded letters and digits so far.
  private(set) var key = NameKey()
  private(set) var keyBytes: [UInt8] = []
  /// Offsets in `keyBytes` at which the text has a space.
  private(set) var spaces: [Int] = []

  init() {}

  /// A walk over stretches of a text, one a token.
  init(over ranges: some Collection<Range<Int>>, in text: [UInt8]) {
    for range in ranges {
      append(text[range], afterSpace: range.lowerBound > 0 && text[range.lowerBound - 1] == 0x20)
    }
  }

  /// Appends one token's letters and digits.
  mutating func append(_ bytes: ArraySlice<UInt8>, afterSpace: Bool) {
    if afterSpace, !keyBytes.isEmpty { spaces.append(keyBytes.count) }
    for byte in bytes {
      let folded: UInt8
      switch byte {
      case 0x41...0x5A: folded = byte | 0x20
      case 0x61...0x7A, 0x30...0x39, 0x2B, 0x80...0xFF: folded = byte
      default: continue
      }
      key.append(folded)
      keyBytes.append(folded)
    }
  }

  /// True when every space of the text stands where the spelling has a sign or space, or parts letters from digits.
  ///
  /// So "ESM 2" is `ESM-2` and "Mask RCNN" is `Mask R-CNN`, while "a net" is not `ANet`.
  func spacesAgree(with spelling: String) -> Bool {
    guard !spaces.isEmpty else { return true }
    var borders: Set<Int> = []
    var count = 0
    for byte in spelling.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x80...0xFF: count += 1
      default: borders.insert(count)
      }
    }
    return spaces.allSatisfy { borders.contains($0) || isLetterDigitBorder($0) }
  }

  private func isLetterDigitBorder(_ offset: Int) -> Bool {
    let isDigitBefore = (0x30...0x39).contains(keyBytes[offset - 1])
    let isDigitAfter = (0x30...0x39).contains(keyBytes[offset])
    return isDigitBefore != isDigitAfter
  }
}

/// How the tokens of a name may follow one another.
enum NameBorders {
  /// The index of the name's next token after `index`, or nil when the name ends there.
  ///
  /// Tokens follow each other directly, over one connector or over one space; a colon, dot or at sign between two
  /// tokens without white space ("llama3.1:8b") is stepped over.
  static func successor(of index: Int, in tokens: [Token], end: Int) -> Int? {
    var next = index + 1
    guard next < end else { return nil }
    if isInnerSign(tokens[next]), next + 1 < end, tokens[next].start == tokens[index].end,
      tokens[next + 1].start == tokens[next].end
    {
      next += 1
    }
    let token = tokens[next]
    guard token.kind == .word || token.kind == .number else { return nil }
    guard token.start - tokens[next - 1].end <= 1 else { return nil }
    return next
  }

  private static func isInnerSign(_ token: Token) -> Bool {
    token.kind == .punctuation && (token.key == 0x3A || token.key == 0x2E || token.key == 0x40)
  }

  /// True when a name may begin with this token: it does not continue a word, a path or a compound name.
  static func canBegin(at index: Int, in reading: ReadManuscript, block: Int, first: Int) -> Bool {
    let token = reading.tokens[index]
    guard token.kind == .word || token.kind == .number else { return false }
    guard index > first else { return true }
    let previous = reading.tokens[index - 1]
    if token.flags.contains(.isJoined) {
      return previous.kind != .word && previous.kind != .number && !isPathSign(previous)
    }
    guard token.flags.contains(.isHyphenated), previous.kind == .word || previous.kind == .number else { return true }
    let connector = reading.manuscript.blocks[block].text.bytes[Int(token.start) - 1]
    switch connector {
    case 0x2F: return !token.flags.contains(.isInLink) && !isInAddress(Int(token.start), reading, block)
    // "pre-BERT" names BERT, "mental-bert" is a name of its own.
    case 0x2D:
      return previous.kind == .word && !previous.flags.contains(.isCapitalised) && token.flags.contains(.isCapitalised)
    default: return false
    }
  }

  /// A folder of an address that is written out as text and is no hub's.
  private static func isInAddress(_ offset: Int, _ reading: ReadManuscript, _ block: Int) -> Bool {
    let bytes = reading.manuscript.blocks[block].text.bytes
    var start = offset
    while start > 0, offset - start < longestAddress, bytes[start - 1] > 0x20, bytes[start - 1] != 0x28 { start -= 1 }
    let word = bytes[start..<offset]
    guard word.starts(with: "http".utf8) else { return false }
    return !hubs.contains { word.starts(with: $0) }
  }

  private static let hubs = ["https://huggingface.co/", "https://hf.co/", "https://github.com/"].map { Array($0.utf8) }
  /// In bytes.
  private static let longestAddress = 200

  private static func isPathSign(_ token: Token) -> Bool {
    // A dot, at sign or backslash before a word is part of a file name, address or macro.
    token.kind == .punctuation && (token.key == 0x2E || token.key == 0x40 || token.key == 0x5C)
  }

  /// True when a name may end with the token at `index`: nothing is joined to it.
  static func canEnd(at index: Int, in tokens: [Token], end: Int) -> Bool {
    guard index + 1 < end else { return true }
    let next = tokens[index + 1]
    return !(next.flags.contains(.isJoined) && (next.kind == .word || next.kind == .number))
  }
}
