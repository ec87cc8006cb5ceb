import ManuscriptAnalysis
import ReportingRules

/// The table of keys as a JSON schema of `colophon.toml`, for editors of TOML.
package enum ConfigurationSchema {
  /// Where the schema stands in the repository.
  package static let path = "docs/schemas/colophon-toml-1.schema.json"

  /// Draft 7, which Taplo and Even Better TOML understand.
  package static func text() -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.value("$schema", "http://json-schema.org/draft-07/schema#")
      writer.value("$comment", "Made by 'swift run generate' from the one table of keys; 'colophon config schema' prints it.")
      writer.value("title", "Settings of Colophon, version 1")
      writer.value("type", "object")
      writer.object("definitions") { writer in
        writer.object("name") { writer in
          writer.value("description", "An ask or a detail; 'colophon rules' lists them.")
          writer.strings("enum", names)
        }
        if let key = ConfigurationKey.named("severity", in: "") {
          writer.object("severity") { writeWord(key, &$0) }
        }
      }
      writer.object("properties") { writer in
        for key in ConfigurationKey.inTable("") { write(key, &writer) }
      }
      writer.value("additionalProperties", false)
    }
    return writer.text + "\n"
  }

  /// All names, each once: some are those of an ask and of its one detail.
  private static let names = RuleNames.all.enumerated().filter { RuleNames.all.firstIndex(of: $1) == $0 }.map(\.element)

  private static func write(_ key: ConfigurationKey, _ writer: inout JSONWriter) {
    writer.object(key.name) { writer in
      writer.value("description", key.summary)
      switch key.content {
      case .choice where key.isTable: writeTable(key, &writer)
      case .choice:
        writer.value("type", "string")
        writeChoices(key, &writer)
        writer.value("default", key.choices.first?.word ?? "")
      case .ruleNames: writeList(&writer) { $0.value("$ref", "#/definitions/name") }
      case .modelNames, .patterns: writeList(&writer) { $0.value("type", "string") }
      case .toggle:
        writer.value("type", "boolean")
        writer.value("default", false)
      case .path:
        writer.value("type", "string")
        writer.value("minLength", 1)
      case .other: writeTables(key, &writer)
      }
    }
  }

  private static func writeChoices(_ key: ConfigurationKey, _ writer: inout JSONWriter) {
    writer.strings("enum", key.choices.map(\.word))
    writer.object("x-taplo") { writer in
      writer.object("docs") { writer in writer.strings("enumValues", key.choices.map(\.meaning)) }
    }
  }

  private static func writeList(_ writer: inout JSONWriter, _ item: (inout JSONWriter) -> Void) {
    writer.value("type", "array")
    writer.object("items", item)
  }

  /// A table under names that users choose, or under those of asks and details.
  private static func writeTable(_ key: ConfigurationKey, _ writer: inout JSONWriter) {
    writer.value("type", "object")
    guard key.name == "severity" else {
      return writer.object("additionalProperties") { writer in writeList(&writer) { writeWord(key, &$0) } }
    }
    writer.object("properties") { writer in
      for name in names { writer.object(name) { $0.value("$ref", "#/definitions/severity") } }
    }
    writer.value("additionalProperties", false)
  }

  private static func writeWord(_ key: ConfigurationKey, _ writer: inout JSONWriter) {
    writer.value("type", "string")
    writeChoices(key, &writer)
  }

  /// A list of tables with keys of their own.
  private static func writeTables(_ key: ConfigurationKey, _ writer: inout JSONWriter) {
    let keys = ConfigurationKey.inTable(key.name)
    writeList(&writer) { writer in
      writer.value("type", "object")
      writer.object("properties") { writer in
        for inner in keys {
          if inner.content == .other {
            writer.object(inner.name) { writer in
              writer.value("description", inner.summary)
              writer.value("type", "string")
            }
          } else {
            write(inner, &writer)
          }
        }
      }
      writer.strings("required", keys.filter(\.isRequired).map(\.name))
      writer.value("additionalProperties", false)
    }
  }
}
