import ModelCatalogue

/// What a word may be a part of, told by its key alone: most words have no mark, and finders pass over those.
///
/// A mark that is missing is certain; one that is there is a reason to look.
struct WordMarks: OptionSet, Sendable {
  let rawValue: UInt8

  /// The first word of a longer phrase of the lexicon.
  static let beginsCue = WordMarks(rawValue: 1)
  /// A phrase of the lexicon by itself.
  static let isCue = WordMarks(rawValue: 2)
  /// The second word or number of a phrase of the lexicon.
  static let continuesCue = WordMarks(rawValue: 4)
  /// The first part of a name of the embedded catalogue.
  static let beginsName = WordMarks(rawValue: 8)
  /// A size or flavour that ids on hubs end in.
  static let endsIdentifier = WordMarks(rawValue: 16)
  /// The first word of "et al.".
  static let beginsAuthors = WordMarks(rawValue: 32)
  /// A word of a gap left to be filled: "insert", or what crosses before it count.
  static let fillsGap = WordMarks(rawValue: 64)
}

/// The marks of words by their keys.
struct WordMarkTable: Sendable {
  /// By the key's lowest bits; of keys that share them, the marks of all. One word in five has another's, and the
  /// table stays in a core's nearest cache.
  private let marks: [UInt8]
  /// `Catalogue.firstKeyBits`, of one word at least.
  private let firstKeyBits: [UInt32]
  private static let size = 1 << 13

  static let standard = WordMarkTable()

  private init() {
    var marks = [UInt8](repeating: 0, count: Self.size)
    func add(_ mark: WordMarks, to keys: some Sequence<UInt64>) {
      for key in keys { marks[Self.place(key)] |= mark.rawValue }
    }
    add(.beginsCue, to: Lexicon.standard.firstKeys)
    add(.isCue, to: Lexicon.standard.singleKeys)
    add(.continuesCue, to: Lexicon.standard.secondKeys)
    add(.endsIdentifier, to: CitedForms.flavours.keys)
    add(.beginsAuthors, to: CitedForms.et.keys)
    add(.fillsGap, to: PlaceholderCheck.keys)
    self.marks = marks
    let bits = Catalogue.embedded.firstKeyBits
    firstKeyBits = bits.isEmpty ? [0] : bits
  }

  /// - Complexity: two looks.
  @inline(__always)
  subscript(word key: UInt64) -> WordMarks {
    let bits = firstKeyBits[Int(truncatingIfNeeded: key &>> 5) & (firstKeyBits.count &- 1)]
    let own: UInt32 = 1 &<< UInt32(truncatingIfNeeded: key) | 1 &<< UInt32(truncatingIfNeeded: key &>> 40)
    let isFirst = bits & own == own
    return WordMarks(rawValue: marks[Self.place(key)]).union(isFirst ? .beginsName : [])
  }

  /// Numbers begin names and go on with phrases.
  subscript(number key: UInt64) -> WordMarks { self[word: key].intersection([.beginsName, .continuesCue]) }

  private static func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (size - 1) }
}
