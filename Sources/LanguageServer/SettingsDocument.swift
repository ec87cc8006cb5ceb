import Reports

/// The table of settings as editors and readers want it.
package enum SettingsDocument {
  /// Where the schema stands in the repository.
  package static let schemaPath = "editors/settings.schema.json"

  /// A JSON schema of the object under `colophon`; what an editor's own settings add to it is not its concern.
  package static func schema() -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.value("$schema", "http://json-schema.org/draft-07/schema#")
      writer.value("$comment", "Made by 'swift run generate' from Sources/LanguageServer/ServerSetting.swift.")
      writer.value("title", "Settings of 'colophon server'")
      writer.value("type", "object")
      writer.object("properties") { writer in
        for setting in ServerSetting.all { write(setting, as: setting.name, &writer) }
      }
    }
    return writer.text + "\n"
  }

  /// The manifest of the extension for VS Code, which holds the same settings before those that are its own.
  package static let manifestPath = "editors/vscode/package.json"

  /// A manifest with the server's settings made anew; the same text where it has no place for them.
  package static func manifest(_ text: String) -> String {
    let opening = "\"properties\": {\n"
    let own = "        \"colophon.server.path\": {"
    guard let start = text.firstRange(of: opening), let end = text[start.upperBound...].firstRange(of: own) else {
      return text
    }
    var writer = JSONWriter()
    writer.object { writer in
      for setting in ServerSetting.all { write(setting, as: "colophon." + setting.name, &writer) }
    }
    // The writer's object stands three levels deep, without its braces.
    let lines = writer.text.split(separator: "\n").dropFirst().dropLast().map { "      \($0)" }
    return text[..<start.upperBound] + lines.joined(separator: "\n") + ",\n" + text[end.lowerBound...]
  }

  private static func write(_ setting: ServerSetting, as name: String, _ writer: inout JSONWriter) {
    writer.object(name) { writer in
      switch setting.kind {
      case .toggle(_, let isOn):
        writer.value("type", "boolean")
        writer.value("default", isOn)
      case .choice(let choices):
        writer.value("type", "string")
        writer.strings("enum", choices.map(\.word))
        writer.strings("enumDescriptions", choices.map(\.meaning))
        writer.value("default", choices.first?.word ?? "")
      }
      writer.value("description", setting.description)
    }
  }

  /// The settings as a Markdown table.
  package static func markdown() -> String {
    let rows = ServerSetting.all.map { setting in
      let (values, preset) =
        switch setting.kind {
        case .toggle(_, let isOn): ("`true`, `false`", isOn ? "`true`" : "`false`")
        case .choice(let choices):
          (choices.map { "`\"\($0.word)\"`" }.joined(separator: ", "), "`\"\(choices.first?.word ?? "")\"`")
        }
      return "| `\(setting.name)` | \(values) | \(preset) | \(setting.description) |"
    }
    return (["| setting | values | default | what it does |", "|---|---|---|---|"] + rows).joined(separator: "\n")
      + "\n"
  }
}
