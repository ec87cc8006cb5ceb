/// The YAML block at a Markdown file's beginning, read as far as manuscripts use it.
///
/// A tolerant subset: keys at the margin, plain and quoted scalars, block scalars, lists. Nothing in it is lost: what
/// is
/// not understood is skipped.
struct FrontMatter {
  /// The offset after the closing line; nil without front matter.
  private(set) var end: Int?
  private(set) var title: Range<Int>?
  private(set) var abstract: Range<Int>?
  private(set) var keywords: Range<Int>?
  private(set) var language: String?
  private(set) var bibliographies: [(path: String, range: Range<Int>)] = []
  private(set) var directives: [(body: String, range: Range<Int>)] = []
  private(set) var problems: [(message: String, range: Range<Int>)] = []

  private let bytes: [UInt8]

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    guard Self.isMarker(bytes, at: start) else { return }
    var line = Self.lineEnd(bytes, start) + 1
    let first = line
    while line < bytes.count {
      let lineEnd = Self.lineEnd(bytes, line)
      if Self.isMarker(bytes, at: line) || bytes[line..<lineEnd].elementsEqual("...".utf8) {
        end = min(lineEnd + 1, bytes.count)
        readEntries(first..<line)
        return
      }
      line = lineEnd + 1
    }
    problems.append(("the front matter is not closed by '---'", start..<min(start + 3, bytes.count)))
  }

  private static func isMarker(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + 3 <= bytes.count, bytes[offset..<(offset + 3)].elementsEqual("---".utf8) else { return false }
    return bytes[(offset + 3)..<lineEnd(bytes, offset)].allSatisfy { $0 <= 0x20 }
  }

  private static func lineEnd(_ bytes: [UInt8], _ offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// Top-level keys with the lines that belong to them.
  private mutating func readEntries(_ range: Range<Int>) {
    var line = range.lowerBound
    while line < range.upperBound {
      let lineEnd = Self.lineEnd(bytes, line)
      guard let colon = bytes[line..<lineEnd].firstIndex(of: 0x3A), isKey(line..<colon) else {
        line = lineEnd + 1
        continue
      }
      var next = lineEnd + 1
      while next < range.upperBound, isContinuation(next) { next = Self.lineEnd(bytes, next) + 1 }
      let key = String(decoding: bytes[line..<colon], as: UTF8.self).lowercased()
      readEntry(key, (colon + 1)..<min(max(next - 1, colon + 1), range.upperBound))
      line = next
    }
  }

  private func isKey(_ range: Range<Int>) -> Bool {
    !range.isEmpty
      && bytes[range].allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0)
      }
  }

  /// Indented lines, list items at the margin and blank lines go on with the key before them.
  private func isContinuation(_ line: Int) -> Bool {
    let byte = bytes[line]
    return byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x2D || byte == 0x23
  }

  private mutating func readEntry(_ key: String, _ value: Range<Int>) {
    switch key {
    case "title": title = scalar(value)
    case "abstract", "summary", "description": if abstract == nil, key != "description" { abstract = scalar(value) }
    case "keywords", "tags": keywords = trimmed(value)
    case "lang", "language": language = string(scalar(value)).map { String($0.prefix(2)).lowercased() }
    case "bibliography": bibliographies = items(value).compactMap { range in string(range).map { ($0, range) } }
    case "colophon": directives = items(value).compactMap { range in string(range).map { ($0, range) } }
    default: break
    }
  }

  private func string(_ range: Range<Int>?) -> String? {
    guard let range, !range.isEmpty else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// A scalar's text: without quotation marks, a comment, or a block scalar's sign.
  private func scalar(_ value: Range<Int>) -> Range<Int> {
    var range = trimmed(value)
    guard let first = range.first.map({ bytes[$0] }) else { return range }
    if first == 0x7C || first == 0x3E {
      return trimmed(min(Self.lineEnd(bytes, range.lowerBound) + 1, range.upperBound)..<range.upperBound)
    }
    if first == 0x22 || first == 0x27, range.count >= 2, bytes[range.upperBound - 1] == first {
      range = (range.lowerBound + 1)..<(range.upperBound - 1)
    }
    return range
  }

  /// The items of `[a, b]`, of a list of lines, or the one scalar.
  private func items(_ value: Range<Int>) -> [Range<Int>] {
    let range = trimmed(value)
    guard let first = range.first.map({ bytes[$0] }) else { return [] }
    if first == 0x5B {
      return pieces((range.lowerBound + 1)..<max(range.lowerBound + 1, range.upperBound - 1), separator: 0x2C).map(
        scalar
      ).filter { !$0.isEmpty }
    }
    if first == 0x2D {
      return pieces(range, separator: 0x0A).compactMap { line in
        let item = trimmed(line)
        guard let dash = item.first, bytes[dash] == 0x2D else { return nil }
        let text = scalar((dash + 1)..<item.upperBound)
        return text.isEmpty ? nil : text
      }
    }
    return [scalar(range)].filter { !$0.isEmpty }
  }

  private func pieces(_ range: Range<Int>, separator: UInt8) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == separator {
      pieces.append(start..<index)
      start = index + 1
    }
    pieces.append(start..<max(start, range.upperBound))
    return pieces
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = max(range.upperBound, lower)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}
