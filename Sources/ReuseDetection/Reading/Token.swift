import Manuscripts

/// A word part, number or sign of a block's text.
///
/// Letters and digits are parted ("GPT4" is two tokens), hyphens and underscores are no tokens of their own.
package struct Token: Sendable, Equatable {
  package enum Kind: UInt8, Sendable {
    case word, number, punctuation, citation, textualCitation, formula, cellBorder
  }

  // In the order that takes the least room: there are as many as words.
  /// FNV-1a of the folded letters and digits (`NameKey`); the byte itself for punctuation.
  package let key: UInt64
  /// Offset of the first byte in the block's text.
  package let start: Int32
  /// Offset after the last byte in the block's text.
  package let end: Int32
  package let kind: Kind
  package let flags: Flags
  let marks: WordMarks

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first letter is a capital.
    package static let isCapitalised = Flags(rawValue: 1)
    /// All letters are capitals.
    package static let isUpperCase = Flags(rawValue: 2)
    /// No character stands between this token and the one before it.
    package static let isJoined = Flags(rawValue: 4)
    /// Only a hyphen, underscore, slash or dot stands between this token and the one before it.
    package static let isHyphenated = Flags(rawValue: 8)
    package static let isInCode = Flags(rawValue: 16)
    package static let isInMath = Flags(rawValue: 32)
    /// The token lies in a link's address or text.
    package static let isInLink = Flags(rawValue: 64)
    /// Two letters or more are capitals.
    static let hasCapitals = Flags(rawValue: 128)
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// A sentence, table row, heading or line of code.
package struct Sentence: Sendable, Equatable {
  /// Index in `Manuscript.blocks`.
  package let block: Int
  /// Indices in `ReadManuscript.tokens`.
  package let tokens: Range<Int>
}
