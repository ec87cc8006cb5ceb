import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import Reports

/// `colophon config …`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show which settings hold and where they come from.",
    subcommands: [ConfigShowCommand.self, ConfigSchemaCommand.self])
}

/// `colophon config schema`.
struct ConfigSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON schema of colophon.toml, for editors of TOML.")

  func run() { Output.write(ConfigurationSchema.text()) }
}

/// `colophon config show [PATH]`.
struct ConfigShowCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the settings that hold for a manuscript, each with where it was set.")

  @Argument(help: "A manuscript or a folder.", completion: .file()) var path = "."
  @Option(help: "How to print it: text (TOML with comments) or json.") var format: Format = .text
  @OptionGroup var settings: SettingOptions

  func run() throws {
    let (path, settings) = (path, settings)
    let shown = try Complaint.orExit { () throws(ManuscriptFileError) in
      guard FileSystem.kind(of: path) != nil else { throw .unreadable(path: path, cause: "it does not exist") }
      let choices = try settings.choices()
      return ShownSettings(try ConfigurationFile.resolved(for: path, named: choices.config), choices, path)
    }
    Output.write(format == .json ? shown.json : shown.text)
  }
}

/// Settings with their sources, as `config show` prints them.
private struct ShownSettings {
  private struct Line {
    let entry: SettingEntry
    /// "default", "command line", or file and line.
    let sources: [String]
  }

  private let path: String
  private let files: [String]
  private let lines: [Line]

  init(_ resolved: ResolvedConfiguration, _ choices: SettingChoices, _ path: String) {
    self.path = path
    files = resolved.files.map(\.shown)
    var configuration = resolved.configuration
    choices.apply(to: &configuration)
    lines = configuration.settings.map { entry in
      var sources = resolved.origins[entry.name]?.map { "\($0.file):\($0.line)" } ?? ["default"]
      if choices.overridden.contains(entry.name) { sources = ["command line"] }
      if entry.name == "ignore", !choices.ignore.isEmpty {
        sources = ["command line"] + sources.filter { $0 != "default" }
      }
      return Line(entry: entry, sources: sources)
    }
  }

  /// TOML: what it says can be saved as a settings file.
  var text: String {
    let from = files.isEmpty ? "no settings file" : files.joined(separator: ", which extends ")
    let settings = lines.map { "\($0.entry.name) = \($0.entry.value.toml)  # \($0.sources.joined(separator: ", "))\n" }
    return "# Settings for '\(path)' from \(from).\n" + settings.joined()
  }

  /// Version 1: `docs/configuration.md` describes it.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.value("version", 1)
      writer.value("path", path)
      writer.strings("files", files)
      writer.array("settings") { writer in
        for line in lines {
          writer.object { writer in
            writer.value("key", line.entry.name)
            writer.setting("value", line.entry.value)
            writer.strings("sources", line.sources)
          }
        }
      }
    }
    return writer.text + "\n"
  }
}
