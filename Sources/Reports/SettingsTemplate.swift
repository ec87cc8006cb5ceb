import ManuscriptAnalysis

/// A `colophon.toml` to begin with: every key, explained, as a comment.
package enum SettingsTemplate {
  package static func text() -> String {
    var lines = [
      "# Settings of Colophon for the manuscripts in this folder and below.",
      "# What is not set has the value shown; 'colophon config show' prints what holds.", "",
    ]
    let keys = ConfigurationKey.inTable("")
    // After a header every key belongs to its table.
    for key in keys.filter({ !$0.isTable }) + keys.filter(\.isTable) {
      lines.append("# " + sentence(key.summary))
      lines += key.choices.map { "#   \"\($0.word)\": \($0.meaning)" }
      lines += key.example.split(separator: "\n").map { key.name == "profile" ? String($0) : "# \($0)" }
      lines.append("")
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private static func sentence(_ summary: String) -> String {
    (summary.first?.uppercased() ?? "") + summary.dropFirst() + "."
  }

  /// The keys of a settings file as a Markdown table.
  package static func markdown() -> String {
    let rows = ConfigurationKey.inTable("").map { key in
      let words = key.choices.map { "`\"\($0.word)\"`" }.joined(separator: ", ")
      let example = key.example.split(separator: "\n").map { "`\($0)`" }.joined(separator: "<br>")
      let below =
        switch key.inheritance {
        case .replaced: "replaces"
        case .joined: "adds"
        }
      return "| `\(key.name)` | \(key.summary)\(words.isEmpty ? "" : ": \(words)") | \(key.name == "extend" ? "" : below) | \(example) |"
    }
    return (["| key | what | over an extended file | example |", "|---|---|---|---|"] + rows).joined(separator: "\n") + "\n"
  }
}
