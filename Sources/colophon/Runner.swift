import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import ReportingRules
import Reports

/// Options that say how a manuscript is judged; they win over `colophon.toml`.
struct SettingOptions: ParsableArguments {
  @Option(help: "Settings file; by default the nearest colophon.toml above the manuscript, up to the project's root.")
  var config: String?
  @Option(help: "Whose demands count: science (default), clinical-llm or ml.") var profile: Profile?
  @Option(help: "draft: hints only while there is no methods section; submission: full severity.") var stage:
    Configuration.Stage?
  @Option(help: "Show only these asks or details (repeat or separate with commas).") var select: [String] = []
  @Option(help: "Do not show these asks or details.") var ignore: [String] = []
}

extension Profile: ExpressibleByArgument {}
extension Configuration.Stage: ExpressibleByArgument {}

/// What the command line says about settings, checked.
struct SettingChoices: Sendable {
  var config: String?
  var profile: Profile?
  var stage: Configuration.Stage?
  var select: [String] = []
  var ignore: [String] = []
}

extension SettingOptions {
  /// The options with the names of asks and details in their own spelling.
  func choices() throws(ManuscriptFileError) -> SettingChoices {
    SettingChoices(
      config: config, profile: profile, stage: stage, select: try Self.names(select, "--select"),
      ignore: try Self.names(ignore, "--ignore"))
  }

  private static func names(_ values: [String], _ option: String) throws(ManuscriptFileError) -> [String] {
    var names: [String] = []
    for value in values.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let name = RuleNames.spelling(of: value) else {
        let hint = NearestName.hint(NearestName.nearest(to: value, in: RuleNames.all))
        throw .configuration(["unknown ask or detail '\(value)' in \(option)\(hint)"])
      }
      names.append(name)
    }
    return names
  }
}

/// From a source on disk to a result.
enum Runner {
  static func result(
    of source: ManuscriptSource, _ choices: SettingChoices
  ) throws(ManuscriptFileError) -> ManuscriptResult {
    let configuration = try configuration(for: source, choices)
    let loaded = try LoadedManuscript.load(source, configuration: configuration)
    return ManuscriptResult(
      name: loaded.path, folder: loaded.folder, analysis: ManuscriptAnalyser.analyse(loaded.input))
  }

  private static func configuration(
    for source: ManuscriptSource, _ choices: SettingChoices
  ) throws(ManuscriptFileError) -> Configuration {
    var configuration = try ConfigurationFile.configuration(for: source.path, named: choices.config)
    if let profile = choices.profile { configuration.profile = profile }
    if let stage = choices.stage { configuration.stage = stage }
    if !choices.select.isEmpty { configuration.select = Set(choices.select) }
    configuration.ignore.formUnion(choices.ignore)
    return configuration
  }
}

/// Turns errors of the files' side into complaints and exit code 2.
enum Complaint {
  static func orExit<Value>(_ step: () throws(ManuscriptFileError) -> Value) throws(Exit) -> Value {
    do {
      return try step()
    } catch {
      Output.complain(error.message)
      throw .couldNotRun
    }
  }
}
