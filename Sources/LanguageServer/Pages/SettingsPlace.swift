import ManuscriptAnalysis
import ReportingRules

/// The bytes of names of asks, details, directives and keys.
enum NameBytes {
  static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
  }

  /// The name at an offset or just before it.
  static func word(in bytes: [UInt8], at offset: Int) -> (text: String, range: Range<Int>)? {
    var start = min(offset, bytes.count)
    var end = start
    while start > 0, isName(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isName(bytes[end]) { end += 1 }
    return start < end ? (String(decoding: bytes[start..<end], as: UTF8.self), start..<end) : nil
  }
}

/// Where a caret stands in the text of a `colophon.toml` that may be half written.
struct SettingsPlace: Equatable {
  enum Kind: Equatable {
    case key, header, string, value, comment
  }

  private(set) var kind = Kind.key
  /// The table of the last header, or empty.
  private(set) var table = ""
  /// The key on the left of the value, or empty.
  private(set) var key = ""
  /// The key within an inline table, or empty.
  private(set) var innerKey = ""
  /// Where the word, header or string at the caret begins.
  private(set) var start = 0

  private var quote: UInt8?
  private var depth = 0
  private var isEscaped = false

  /// Reads up to the offset; strings of several lines are not known to it.
  /// - Complexity: linear in the offset.
  init(in bytes: [UInt8], at offset: Int) {
    for index in 0..<min(offset, bytes.count) { read(bytes[index], index, bytes) }
    if kind == .value, quote == nil {
      var wordStart = min(offset, bytes.count)
      while wordStart > start, NameBytes.isName(bytes[wordStart - 1]) { wordStart -= 1 }
      start = wordStart
    }
    while kind == .key || kind == .header, start < min(offset, bytes.count), bytes[start] <= 0x20 { start += 1 }
    if quote != nil { kind = .string }
  }

  private mutating func read(_ byte: UInt8, _ index: Int, _ bytes: [UInt8]) {
    if byte == 0x0A {
      quote = nil
      if depth == 0 || kind == .comment && depth == 0 {
        kind = .key
        key = ""
        start = index + 1
      } else if kind == .comment {
        kind = .value
      }
      return
    }
    guard kind != .comment else { return }
    if let quote {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C, quote == 0x22 {
        isEscaped = true
      } else if byte == quote {
        self.quote = nil
      }
      return
    }
    readSign(byte, index, bytes)
  }

  private mutating func readSign(_ byte: UInt8, _ index: Int, _ bytes: [UInt8]) {
    switch (byte, kind) {
    case (0x23, _): kind = .comment
    case (0x22, .value), (0x27, .value):
      quote = byte
      start = index + 1
    case (0x5B, .key) where bytes[start..<index].allSatisfy({ $0 <= 0x20 }):
      kind = .header
      start = index + 1
    case (0x5B, .header): start = index + 1
    case (0x5D, .header): table = Self.text(bytes[start..<max(start, index)])
    case (0x3D, .key):
      key = Self.text(bytes[start..<index])
      kind = .value
      start = index + 1
    case (0x3D, .value):
      innerKey = NameBytes.word(in: Array(bytes[..<index]), at: Self.lastName(bytes, index))?.text ?? ""
    case (0x5B, .value): depth += 1
    case (0x7B, .value):
      depth += 1
      innerKey = ""
    case (0x5D, .value), (0x7D, .value):
      depth = max(0, depth - 1)
      if byte == 0x7D { innerKey = "" }
    default: break
    }
  }

  private static func lastName(_ bytes: [UInt8], _ index: Int) -> Int {
    var end = index
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    return end
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { NameBytes.isName($0) || $0 == 0x2E }, as: UTF8.self)
  }

  /// The page of the ask, the detail, the key or the value at an offset of a settings file.
  static func page(in bytes: [UInt8], at offset: Int) -> (markdown: String, range: Range<Int>)? {
    guard let word = NameBytes.word(in: bytes, at: offset) else { return nil }
    let place = SettingsPlace(in: bytes, at: word.range.upperBound)
    guard place.kind != .comment else { return nil }
    if let page = RulePage.markdown(named: word.text) { return (page, word.range) }
    if place.kind == .key || place.kind == .header, let key = ConfigurationKey.named(word.text, in: place.table) {
      return ("`\(key.name)`: \(key.summary)", word.range)
    }
    guard place.kind == .string, let key = ConfigurationKey.named(place.key, in: place.table),
      let choice = key.choices.first(where: { $0.word == word.text })
    else { return nil }
    return ("`\(choice.word)`: \(choice.meaning)", word.range)
  }
}
