import LanguageServerWire

/// Text for a reader, written as Markdown and sent in the form that the client shows.
enum MarkupText {
  /// A `MarkupContent` in the form that the client named first; plain text where it named none.
  static func content(_ markdown: String, formats: [String]) -> JSONValue {
    formats.first { $0 == "markdown" || $0 == "plaintext" } == "markdown"
      ? ["kind": "markdown", "value": .string(markdown)] : ["kind": "plaintext", "value": .string(plain(markdown))]
  }

  /// What a reader of our pages sees: without the signs of headings, emphasis, code and links.
  ///
  /// It reads the Markdown that this program writes, not Markdown in general. A link whose words do not show its target
  /// gets it in parentheses, but for places in files, which the words name.
  static func plain(_ markdown: String) -> String {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      // Indented lines are examples: they stand as they are.
      if line.hasPrefix("    ") { return String(line) }
      return inline(line.hasPrefix("#") ? line.drop { $0 == "#" }.drop { $0 == " " } : line)
    }.joined(separator: "\n")
  }

  private static func inline(_ line: Substring) -> String {
    var text = ""
    var rest = line
    var isCode = false
    while let character = rest.popFirst() {
      switch character {
      case "`": isCode.toggle()
      case _ where isCode: text.append(character)
      case "\\": if let next = rest.popFirst() { text.append(next) }
      case "*": break
      case "[":
        if let link = link(in: rest) {
          text += inline(link.words)
          if !link.target.contains("#L"), !link.words.contains(link.target.split(separator: "/").last ?? "") {
            text += " (\(link.target))"
          }
          rest = link.rest
        } else {
          text.append(character)
        }
      case "_" where text.isEmpty || text.last == " " || rest.isEmpty || rest.first == " ": break
      default: text.append(character)
      }
    }
    return text
  }

  /// The words and the target of the link behind a `[`.
  private static func link(in text: Substring) -> (words: Substring, target: Substring, rest: Substring)? {
    guard let middle = text.firstRange(of: "]("), let end = text[middle.upperBound...].firstIndex(of: ")") else {
      return nil
    }
    return (text[..<middle.lowerBound], text[middle.upperBound..<end], text[text.index(after: end)...])
  }
}
