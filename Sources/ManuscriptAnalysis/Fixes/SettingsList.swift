/// A text in TOML, to which names are added without changing anything else.
struct SettingsList {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The edit that adds a name to a top-level list of strings; nil where the list is written in a way that is not
  /// understood.
  /// - Complexity: linear in the text.
  func edit(adding name: String, to key: String) -> FixEdit? {
    guard let lines = topLevel() else { return nil }
    for line in lines {
      guard let value = valueStart(of: key, in: line) else { continue }
      return addition(of: name, at: value)
    }
    return newList(key, name, behind: lines.last)
  }

  /// The statements before the first table, each from its first byte to its line's end; nil for an unended one.
  private func topLevel() -> [Range<Int>]? {
    var statements: [Range<Int>] = []
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case 0x23: position = endOfLine(position)
      case 0x5B: return statements
      default:
        guard let end = endOfStatement(from: position) else { return nil }
        statements.append(position..<end)
        position = end
      }
    }
    return statements
  }

  private func endOfLine(_ start: Int) -> Int {
    bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  /// The end of the line on which a statement's brackets and strings are closed.
  private func endOfStatement(from start: Int) -> Int? {
    var depth = 0
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D: depth -= 1
      case 0x22, 0x27:
        guard let end = endOfString(from: position) else { return nil }
        position = end
        continue
      case 0x23:
        position = endOfLine(position)
        continue
      case 0x0A, 0x0D: if depth <= 0 { return position }
      default: break
      }
      position += 1
    }
    return depth <= 0 ? position : nil
  }

  /// The offset behind a string's closing sign.
  private func endOfString(from start: Int) -> Int? {
    let sign = bytes[start]
    let isLong = bytes[start...].starts(with: [sign, sign, sign])
    let tail = isLong ? [sign, sign, sign] : [sign]
    var position = start + tail.count
    while position < bytes.count {
      if bytes[position...].starts(with: tail) { return position + tail.count }
      if !isLong, bytes[position] == 0x0A { return nil }
      position += sign == 0x22 && bytes[position] == 0x5C ? 2 : 1
    }
    return nil
  }

  /// Where the value of a key begins, if the statement is its.
  private func valueStart(of key: String, in statement: Range<Int>) -> Int? {
    guard let sign = bytes[statement].firstIndex(of: 0x3D) else { return nil }
    let written = bytes[statement.lowerBound..<sign].filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
    guard written.elementsEqual(key.utf8) else { return nil }
    return bytes[(sign + 1)..<statement.upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 }
  }

  /// Adds to the list that begins at an offset, in the way its last value is written.
  private func addition(of name: String, at start: Int) -> FixEdit? {
    guard bytes[start] == 0x5B else { return nil }
    var last: Range<Int>?
    var comma: Int?
    var position = start + 1
    while position < bytes.count, bytes[position] != 0x5D {
      switch bytes[position] {
      case 0x22, 0x27:
        guard let end = endOfString(from: position) else { return nil }
        (last, comma) = (position..<end, nil)
        position = end
      case 0x23: position = endOfLine(position)
      case 0x2C:
        comma = position
        position += 1
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return nil
      }
    }
    guard position < bytes.count else { return nil }
    let value = Self.quoted(name)
    guard let last else { return insertion(value, at: start + 1) }
    let gap = separator(before: last.lowerBound)
    let end = min(endOfLine(last.upperBound), position)
    if gap.isEmpty || end == position {
      let text = comma == nil ? ", \(value)" : " \(value),"
      return insertion(text, at: (comma ?? last.upperBound - 1) + 1)
    }
    // A comment behind the last value stays there.
    guard comma == nil else { return insertion(gap + value + ",", at: end) }
    let rest = String(decoding: bytes[last.upperBound..<end], as: UTF8.self)
    return FixEdit(target: .settings, range: last.upperBound..<end, text: FixText("," + rest + gap + value))
  }

  /// The white space before a value that begins a line, with the line end; empty for others.
  private func separator(before offset: Int) -> String {
    var start = offset
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start > 0, bytes[start - 1] == 0x0A else { return "" }
    let lineEnd = start > 1 && bytes[start - 2] == 0x0D ? "\r\n" : "\n"
    return lineEnd + String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private func newList(_ key: String, _ name: String, behind statement: Range<Int>?) -> FixEdit {
    let line = "\(key) = [\(Self.quoted(name))]"
    let lineEnd = bytes.contains(0x0D) ? "\r\n" : "\n"
    if let statement { return insertion(lineEnd + line, at: statement.upperBound) }
    return insertion(line + lineEnd, at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  private func insertion(_ text: String, at offset: Int) -> FixEdit {
    FixEdit(target: .settings, range: offset..<offset, text: FixText(text))
  }

  /// A basic string of TOML.
  private static func quoted(_ text: String) -> String {
    "\"" + text.reduce("") { $0 + ($1 == "\"" || $1 == "\\" ? "\\" : "") + String($1) } + "\""
  }
}
