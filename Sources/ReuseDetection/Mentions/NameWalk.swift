import Manuscripts
import ModelCatalogue

/// The letters and digits of a name, as a walk over its parts collects them.
struct NameWalk {
  /// The folded letters and digits so far.
  private(set) var key = NameKey()
  private(set) var keyBytes: [UInt8] = []

  /// Appends one part's letters and digits.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let folded = NameKey.folded(byte) else { continue }
      key.append(folded)
      keyBytes.append(folded)
    }
  }
}

/// How the tokens of a name may follow one another.
enum NameBorders {
  /// The index of the name's next token after `index`, or nil when the name ends there.
  ///
  /// Tokens follow each other directly, over one connector or over one space; a colon, dot or at sign between two
  /// tokens without white space ("llama3.1:8b") is stepped over.
  static func successor<Tokens: RandomAccessCollection>(of index: Int, in tokens: Tokens, end: Int) -> Int?
  where Tokens.Element == Token, Tokens.Index == Int {
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

  /// True when a name may begin with this word or number: it does not continue a word, a path or a compound name.
  /// - Parameters:
  ///   - first: the sentence's first token.
  ///   - text: the block's.
  static func canBegin(
    at index: Int, in tokens: UnsafeBufferPointer<Token>, first: Int, text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard index > first else { return true }
    let token = tokens[index]
    let previous = tokens[index - 1]
    if token.flags.contains(.isJoined) {
      return previous.kind != .word && previous.kind != .number && !isPathSign(previous)
    }
    guard token.flags.contains(.isHyphenated), previous.kind == .word || previous.kind == .number else { return true }
    switch text[Int(token.start) - 1] {
    case 0x2F: return !token.flags.contains(.isInLink) && !isInAddress(Int(token.start), text)
    // "pre-BERT" names BERT, "mental-bert" is a name of its own.
    case 0x2D:
      return previous.kind == .word && !previous.flags.contains(.isCapitalised) && token.flags.contains(.isCapitalised)
    default: return false
    }
  }

  /// A folder of an address that is written out as text and is no hub's.
  private static func isInAddress(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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
  static func canEnd(at index: Int, in tokens: UnsafeBufferPointer<Token>, end: Int) -> Bool {
    guard index + 1 < end else { return true }
    let next = tokens[index + 1]
    return !(next.flags.contains(.isJoined) && (next.kind == .word || next.kind == .number))
  }
}
