import Manuscripts
import ModelCatalogue

/// The language a text is written in, by its most frequent small words and its scripts.
struct LanguageGuess: Sendable {
  /// An ISO 639-1 code; English where nothing else is clearly more frequent.
  let language: String
  /// How many blocks at the manuscript's beginning were looked at, or more blocks than there are.
  let blockCount: Int

  /// - Complexity: linear in at most `enough` letters and one block.
  init(_ manuscript: Manuscript) {
    var tally = Tally()
    var blocks = 0
    for block in manuscript.blocks {
      blocks += 1
      guard block.kind == .paragraph || block.kind == .listItem else { continue }
      block.text.bytes.withUnsafeBufferPointer { tally.count($0) }
      if tally.letters > Self.enough { break }
    }
    language = tally.language
    blockCount = tally.letters > Self.enough ? blocks : .max
  }

  /// Letters after which small words have told the language: some 2,000 words.
  private static let enough = 12_000

  /// What a text has of each language.
  private struct Tally {
    private(set) var letters = 0
    /// Small words, by the number of their language.
    private var words = [Int](repeating: 0, count: LanguageGuess.languages.count)
    private var cyrillic = 0
    private var arabic = 0
    private var chinese = 0
    private let smallWords = LanguageGuess.smallWords

    mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
      var word: UInt64 = 0
      var length = 0
      for byte in bytes {
        if byte == 0x20 {
          count(word, length)
          (word, length) = (0, 0)
          continue
        }
        word = word << 8 | UInt64(byte)
        length += 1
        // The first byte of a character tells its script; Latin letters are one byte each.
        if (byte | 0x20) &- 0x61 < 26 {
          letters += 1
        } else if byte >= 0xD0 {
          countScript(byte)
        }
      }
      count(word, length)
    }

    private mutating func count(_ word: UInt64, _ length: Int) {
      if (1...4).contains(length), let language = smallWords[word] { words[language] += 1 }
    }

    private mutating func countScript(_ byte: UInt8) {
      switch byte {
      case 0xD0...0xD2: cyrillic += 1
      case 0xD8...0xDB: arabic += 1
      case 0xE4...0xE9: chinese += 1
      default: return
      }
      letters += 1
    }

    var language: String {
      let scripts = [("ru", cyrillic), ("fa", arabic), ("zh", chinese)]
      if let script = scripts.max(by: { $0.1 < $1.1 }), script.1 * 4 > letters { return script.0 }
      let counts = zip(LanguageGuess.languages.map(\.code), words)
      let english = counts.first { $0.0 == "en" }?.1 ?? 0
      guard let best = counts.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }), best.1 > 2 * english, best.1 >= 12
      else { return "en" }
      return best.0
    }
  }

  /// Words that are frequent in one of the languages and rare in the others.
  private static let languages: [(code: String, words: String)] = [
    ("en", "the of and to is was were with that for are by this"),
    ("de", "der die das und ist mit den von ein eine für wird"),
    ("fr", "les des est une dans pour sur par qui du au aux"), ("es", "los las el del una por con para y se"),
    ("pt", "os um uma do da dos das com não são ao"), ("it", "il di che per gli è nel della con"),
    ("vi", "các của và là được cho một với này"), ("nl", "het een van en zijn met voor"),
    ("pl", "się na do jest nie z w i"),
  ]

  /// Those of up to four bytes, as numbers, with the number of the first language that has them.
  private static let smallWords = {
    var table = KeyTable(count: 256)
    for (number, language) in languages.enumerated() {
      for word in language.words.split(separator: " ") where word.utf8.count <= 4 {
        let key = word.utf8.reduce(into: UInt64(0)) { $0 = $0 << 8 | UInt64($1) }
        if table[key] == nil { table.insert(key, number) }
      }
    }
    return table
  }()
}
