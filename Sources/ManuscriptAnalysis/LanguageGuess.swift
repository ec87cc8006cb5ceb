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
    var counts = [Int](repeating: 0, count: Self.languages.count)
    var scripts: [String: Int] = [:]
    var letters = 0
    var blocks = 0
    for block in manuscript.blocks {
      blocks += 1
      guard block.kind == .paragraph || block.kind == .listItem else { continue }
      Self.count(block.text.bytes, &counts, &scripts, &letters)
      if letters > Self.enough { break }
    }
    let byLanguage = Dictionary(uniqueKeysWithValues: zip(Self.languages.map(\.code), counts))
    language = Self.language(byLanguage, scripts, letters: letters)
    blockCount = letters > Self.enough ? blocks : .max
  }

  private static func language(_ counts: [String: Int], _ scripts: [String: Int], letters: Int) -> String {
    if let script = scripts.max(by: { $0.value < $1.value }), script.value * 4 > letters { return script.key }
    let english = counts["en"] ?? 0
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value > 2 * english,
      best.value >= 12
    else { return "en" }
    return best.key
  }

  /// Letters after which small words have told the language: some 2,000 words.
  private static let enough = 12_000

  private static func count(
    _ bytes: [UInt8], _ counts: inout [Int], _ scripts: inout [String: Int], _ letters: inout Int
  ) {
    for byte in bytes {
      // The first byte of a character tells its script; Latin letters are one byte each.
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0xD0...0xD2:
        scripts["ru", default: 0] += 1
        letters += 1
      case 0xD8...0xDB:
        scripts["fa", default: 0] += 1
        letters += 1
      case 0xE4...0xE9:
        scripts["zh", default: 0] += 1
        letters += 1
      default: break
      }
    }
    var word: UInt64 = 0
    var length = 0
    for index in 0...bytes.count {
      if index < bytes.count, bytes[index] != 0x20 {
        word = word << 8 | UInt64(bytes[index])
        length += 1
        continue
      }
      if (1...4).contains(length), let language = smallWords[word] { counts[language] += 1 }
      (word, length) = (0, 0)
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
