import ModelCatalogue

/// What a word may be a part of, told by its key alone: most words have no mark, and finders pass over those.
///
/// A mark that is missing is certain; one that is there is a reason to look.
struct WordMarks: OptionSet, Sendable {
  let rawValue: UInt8

  /// The first word of a phrase of the lexicon.
  static let beginsCue = WordMarks(rawValue: 1)
  /// The first part of a name of the embedded catalogue.
  static let beginsName = WordMarks(rawValue: 2)
  /// A size or flavour that ids on hubs end in.
  static let endsIdentifier = WordMarks(rawValue: 4)
  /// The first word of "et al.".
  static let beginsAuthors = WordMarks(rawValue: 8)
  /// The name of a hub with pages of models.
  static let namesHub = WordMarks(rawValue: 16)
}

/// The marks of words by their keys.
struct WordMarkTable: Sendable {
  /// By the key's lowest bits; of keys that share them, the marks of all. One word in six has another's, and the table
  /// stays in a core's nearest cache.
  private let marks: [UInt8]
  private let names = Catalogue.embedded.nameFilter
  private static let size = 1 << 13

  static let standard = WordMarkTable()

  private init() {
    var marks = [UInt8](repeating: 0, count: Self.size)
    func add(_ mark: WordMarks, to keys: some Sequence<UInt64>) {
      for key in keys { marks[Self.place(key)] |= mark.rawValue }
    }
    add(.beginsCue, to: Lexicon.standard.firstKeys)
    add(.endsIdentifier, to: CitedForms.flavours.keys)
    add(.beginsAuthors, to: CitedForms.et.keys)
    add(.namesHub, to: Lexicon.keys(of: "huggingface"))
    self.marks = marks
  }

  /// - Complexity: two looks.
  subscript(word key: UInt64) -> WordMarks {
    WordMarks(rawValue: marks[Self.place(key)]).union(self[number: key])
  }

  /// Numbers begin names and nothing else.
  subscript(number key: UInt64) -> WordMarks { names.mayPass(key) ? .beginsName : [] }

  private static func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (size - 1) }
}
