/// Text for people that holds nothing they would not see: what a terminal obeys, or what turns the order of letters.
package enum VisibleText {
  /// A name, or another text of one line, with hidden characters as `\u{202E}`; line ends are hidden characters too.
  package static func line(_ text: String) -> String { escaped(text, keepingLineEnds: false) }

  /// A text of several lines, each as `line` has it.
  package static func lines(_ text: String) -> String { escaped(text, keepingLineEnds: true) }

  /// True for control characters, line and paragraph separators, and what turns the order of the letters that follow:
  /// nothing of that belongs into a name.
  ///
  /// Source: Unicode 16, general categories Cc, Zl and Zp, and the embeddings, overrides and isolates of UAX #9.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// True for these and for what has no width; the joiners of emoji and of Persian and Indic scripts are none of them.
  ///
  /// Source: Unicode 16, general category Cf.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61C, 0x200B, 0x200E, 0x200F, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0001: true
    default: isControl(scalar)
    }
  }

  private static func escaped(_ text: String, keepingLineEnds: Bool) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar), !(keepingLineEnds && scalar == "\n") {
        visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }
}
