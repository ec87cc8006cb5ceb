import Manuscripts

/// A piece of a line that fits on the screen, with the place of what is marked in it.
struct Excerpt {
  let text: String
  /// Columns before the marked part.
  let indent: Int
  /// Columns of the marked part.
  let width: Int

  /// - Parameters:
  ///   - marked: offsets in the same array as `line`.
  ///   - room: columns that the text may take.
  init(_ line: ArraySlice<UInt8>, marked: Range<Int>, room: Int) {
    // A paragraph may stand on one line: what lies far from the marked part is not looked at.
    let reach = max(room, 0) * Self.bytesPerColumn
    let start = max(line.startIndex, marked.lowerBound - reach)
    let end = min(line.endIndex, marked.upperBound + reach)
    let before = Self.shown(line[start..<marked.lowerBound].drop { start > line.startIndex && $0 & 0xC0 == 0x80 })
    let middle = Self.shown(line[marked])
    let after = Self.shown(line[marked.upperBound..<end])
    let middleWidth = min(Self.width(middle), room)
    let side = max(0, room - middleWidth)
    let left = Self.suffix(
      before, columns: Self.width(before) + Self.width(middle) + Self.width(after) <= room ? room : side / 2)
    let right = Self.prefix(after, columns: max(0, room - Self.width(left) - middleWidth))
    text = left + middle + right
    indent = Self.width(left)
    width = middleWidth
  }

  /// More than a column takes in any script that is read by people.
  private static let bytesPerColumn = 16

  /// Tabs as spaces, characters that are not seen as nothing.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        text += "  "
      } else if !VisibleText.isHidden(scalar) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func prefix(_ text: String, columns: Int) -> String {
    guard width(text) > columns else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += width(character)
      if used > columns { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private static func suffix(_ text: String, columns: Int) -> String {
    guard width(text) > columns else { return text }
    var kept: [Character] = []
    var used = 1
    for character in text.reversed() {
      used += width(character)
      if used > columns { break }
      kept.append(character)
    }
    return "…" + String(kept.reversed())
  }

  /// Plain text, which is most, has a column for each byte.
  private static func width(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + width($1) }
  }

  /// Terminal columns: 2 for East Asian wide characters and emoji, else 1.
  private static func width(_ character: Character) -> Int {
    guard let value = character.unicodeScalars.first?.value else { return 0 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
