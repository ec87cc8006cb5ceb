import Manuscripts

/// Text from a manuscript, put into Markdown.
package enum MarkdownText {
  /// A text as Markdown that shows it letter by letter.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if character.isNewline || character == "\t" {
        escaped += " "
      } else if character.unicodeScalars.contains(where: VisibleText.isHidden) {
        escaped += VisibleText.line(String(character)).replacing("\\", with: "\\\\")
      } else {
        if special.contains(character) { escaped += "\\" }
        escaped.append(character)
      }
    }
    return escaped
  }

  private static let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&"]
}
