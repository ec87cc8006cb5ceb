import Manuscripts

/// Where keys stand in a TOML text, which the parser does not say.
///
/// A key in the n-th `[[table]]` is known as `table[n].key`, n counting from 0.
struct KeyPlaces {
  private let lines: [Substring]
  private var places: [String: LineIndex.Position] = [:]
  /// The lines on which keys or headers stand, 1-based, in order.
  private var keyLines: [Int] = []

  /// - Complexity: linear in the text.
  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var table = ""
    var tableCounts: [String: Int] = [:]
    for (number, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      let column = line.utf8.count - trimmed.utf8.count + 1
      if trimmed.hasPrefix("["), trimmed.dropFirst().first.map({ $0 != "\"" && $0 != "'" }) ?? false {
        let isList = trimmed.hasPrefix("[[")
        table = String(trimmed.drop { $0 == "[" }.prefix { $0 != "]" })
        note(table, number, column + (isList ? 2 : 1))
        if isList {
          let count = tableCounts[table, default: 0]
          tableCounts[table] = count + 1
          table += "[\(count)]"
          note(table, number, column + 2)
        }
        table += "."
      } else if let sign = trimmed.firstIndex(of: "="), !trimmed.hasPrefix("#") {
        let key = trimmed[..<sign].filter { $0 != " " && $0 != "\"" && $0 != "'" }
        note(table + key, number, column)
      }
    }
  }

  private mutating func note(_ key: String, _ line: Int, _ column: Int) {
    keyLines.append(line + 1)
    if places[key] == nil { places[key] = LineIndex.Position(line: line + 1, column: column) }
  }

  func has(_ key: String) -> Bool { places[key] != nil }

  func place(of key: String) -> LineIndex.Position { places[key] ?? LineIndex.Position(line: 1, column: 1) }

  /// The place of a string in the value of a key; the key's where it is not found as it reads.
  func place(of text: String, in key: String) -> LineIndex.Position {
    let start = place(of: key)
    let end = keyLines.first { $0 > start.line } ?? lines.count + 1
    for number in start.line..<max(end, start.line + 1) where number <= lines.count {
      let line = lines[number - 1]
      for quote in ["\"", "'"] {
        guard let range = line.firstRange(of: quote + text + quote) else { continue }
        let column = line.utf8.distance(from: line.startIndex, to: range.lowerBound) + 1
        return LineIndex.Position(line: number, column: column)
      }
    }
    return start
  }
}
