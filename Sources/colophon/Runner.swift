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

/// From a source on disk to a result.
enum Runner {
  static func result(of source: ManuscriptSource, _ options: SettingOptions) throws(ManuscriptFileError)
    -> ManuscriptResult
  {
    let configuration = try configuration(for: source, options)
    let loaded = try LoadedManuscript.load(source, configuration: configuration)
    return ManuscriptResult(
      name: loaded.path, folder: loaded.folder, analysis: ManuscriptAnalyser.analyse(loaded.input))
  }

  private static func configuration(
    for source: ManuscriptSource, _ options: SettingOptions
  ) throws(ManuscriptFileError) -> Configuration {
    var configuration = try ConfigurationFile.configuration(for: source.path, named: options.config)
    if let profile = options.profile { configuration.profile = profile }
    if let stage = options.stage { configuration.stage = stage }
    if !options.select.isEmpty { configuration.select = Set(try names(options.select, "--select")) }
    configuration.ignore.formUnion(try names(options.ignore, "--ignore"))
    return configuration
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
