import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import ReportingRules
import Reports

/// Options that say how a manuscript is judged; they win over `colophon.toml`.
struct SettingOptions: ParsableArguments {
  @Option(
    help: "Settings file; by default $COLOPHON_CONFIG, else the nearest colophon.toml above the manuscript.",
    completion: .file(extensions: ["toml"]))
  var config: String?
  @Option(
    help: "Whose demands count: science (default), clinical-llm, ml, clinical or imaging; science@1 pins an edition.",
    transform: { name in
      guard let profile = Profile(rawValue: name) else { throw ValidationError(ProfileName.complaint(about: name)) }
      return profile
    })
  var profile: Profile?
  @Option(help: "draft: hints only while there is no methods section; submission: full severity.") var stage:
    Configuration.Stage?
  @Option(help: "Show only these asks or details (repeat or separate with commas).") var select: [String] = []
  @Option(help: "Do not show these asks or details.") var ignore: [String] = []
}

extension Configuration.Stage: ExpressibleByArgument {}

/// What the command line says about settings, checked.
struct SettingChoices: Sendable {
  var config: String?
  var profile: Profile?
  var stage: Configuration.Stage?
  var select: [String] = []
  var ignore: [String] = []

  /// The keys whose values it replaces.
  var overridden: Set<String> {
    var keys: Set<String> = []
    if profile != nil { keys.insert("profile") }
    if stage != nil { keys.insert("stage") }
    if !select.isEmpty { keys.insert("select") }
    return keys
  }

  func apply(to configuration: inout Configuration) {
    if let profile { configuration.profile = profile }
    if let stage { configuration.stage = stage }
    if !select.isEmpty { configuration.select = Set(select) }
    configuration.ignore.formUnion(ignore)
  }
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
  /// The result for a manuscript; nil when its settings exclude it from linting.
  ///
  /// - Parameter scope: what is known and what has changed; without it, everything is asked about.
  static func lint(
    _ source: ManuscriptSource, _ choices: SettingChoices, _ scope: LintScope? = nil
  ) throws(ManuscriptFileError) -> ManuscriptResult? {
    let looks = scope?.looks ?? FolderLooks()
    var configuration = try configuration(for: source, choices, looks)
    if !configuration.exclude.isEmpty, let real = FileSystem.realPath(source.path),
      configuration.exclude.contains(where: { $0.covers(real) })
    {
      return nil
    }
    configuration.known = try scope?.known(of: source.path) ?? .none
    return try result(of: source, configuration, looks, scope)
  }

  /// The one manuscript at a path; several are an error.
  ///
  /// - Parameter stdinFilename: the path that standard input would have, which is read for '-'.
  static func single(
    _ path: String, stdinFilename: String? = nil
  ) throws(ManuscriptFileError) -> ManuscriptSource {
    if path == "-" { return try PathOptions.standardInput(as: stdinFilename) }
    let sources = try Discovery.manuscripts(at: path)
    guard sources.count == 1, let source = sources.first else {
      throw .severalRoots(path: path, roots: sources.map(\.path))
    }
    return source
  }

  static func result(
    of source: ManuscriptSource, _ choices: SettingChoices
  ) throws(ManuscriptFileError) -> ManuscriptResult {
    let looks = FolderLooks()
    return try result(of: source, try configuration(for: source, choices, looks), looks)
  }

  private static func result(
    of source: ManuscriptSource, _ configuration: Configuration, _ looks: FolderLooks, _ scope: LintScope? = nil
  ) throws(ManuscriptFileError) -> ManuscriptResult {
    let loaded = try LoadedManuscript.load(source, configuration: configuration, looks: looks)
    var analysis = ManuscriptAnalyser.analyse(loaded.input)
    if let scope { analysis = try scope.narrowed(analysis, loaded) }
    let folder = loaded.folder.isEmpty ? "" : ReportPath.of(loaded.folder, looks: looks)
    return ManuscriptResult(
      name: loaded.path, folder: loaded.folder, reportName: ReportPath.of(loaded.path, looks: looks),
      reportFolder: folder == "." ? "" : folder, analysis: analysis,
      readPaths: loaded.readPaths)
  }

  /// The files that were read for a result, its settings and its baseline among them.
  static func readFiles(of result: ManuscriptResult, _ choices: SettingChoices) -> ReadFiles {
    ReadFiles(result.readPaths + ReadFiles.beside(result.name, config: choices.config))
  }

  /// The settings that hold for a manuscript.
  static func configuration(
    for source: ManuscriptSource, _ choices: SettingChoices, _ looks: FolderLooks = FolderLooks()
  ) throws(ManuscriptFileError) -> Configuration {
    var configuration = try ConfigurationFile.configuration(for: source.path, named: choices.config, looks: looks)
    choices.apply(to: &configuration)
    return configuration
  }
}

/// Turns errors with words for the user into complaints and exit code 2.
enum Complaint {
  static func orExit<Value, Failure: ExplainedError>(_ step: () throws(Failure) -> Value) throws(Exit) -> Value {
    do {
      return try step()
    } catch {
      Output.complain(of: error)
      throw .couldNotRun
    }
  }
}
