import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import TOMLKit

/// Finds and reads `colophon.toml`.
package enum ConfigurationFile {
  /// Where a folder may have its settings, the first that is there holds.
  package static let names = ["colophon.toml", ".config/colophon.toml"]

  /// The variable that names a settings file for every manuscript.
  package static let variable = "COLOPHON_CONFIG"

  /// The settings for a manuscript: those of the named file, else of the one that `$COLOPHON_CONFIG` names, else of the
  /// nearest from the manuscript's folder up to the project's root, else the defaults.
  ///
  /// Throws `.configuration` with every problem of the files, each with its line and column.
  package static func configuration(
    for path: String, named name: String?, looks: FolderLooks = FolderLooks()
  ) throws(ManuscriptFileError) -> Configuration {
    try resolved(for: path, named: name, looks: looks).configuration
  }

  /// The same with the files that the settings come from.
  package static func resolved(
    for path: String, named name: String?, looks: FolderLooks = FolderLooks()
  ) throws(ManuscriptFileError) -> ResolvedConfiguration {
    guard let file = name ?? nearest(to: path, looks: looks) else { return ResolvedConfiguration() }
    guard FileSystem.kind(of: file) != nil else { throw .unreadable(path: file, cause: "it does not exist") }
    let isNamed = name != nil || FileSystem.environment(variable) != nil
    var resolution = ConfigurationResolution(shown: isNamed ? file : shownName(of: file))
    let resolved = resolution.resolved(file, for: path)
    guard resolved.problems.isEmpty else { throw .configuration(resolved.problems.map(\.text)) }
    return resolved
  }

  /// What a settings file and those it extends say for a manuscript, with all problems.
  ///
  /// - Parameter buffers: unsaved texts by absolute path; they stand for the files on disk.
  package static func resolved(
    from file: String, for path: String, buffers: [String: [UInt8]]
  ) -> ResolvedConfiguration {
    var resolution = ConfigurationResolution(shown: shownName(of: file), buffers: buffers)
    return resolution.resolved(file, for: path)
  }

  private static func shownName(of file: String) -> String {
    names.last { file.hasSuffix("/" + $0) } ?? ProjectPath.lastPart(of: file)
  }

  /// The settings that a text means by itself.
  package static func configuration(text: String, path: String) throws(ManuscriptFileError) -> Configuration {
    let (configuration, problems) = reading(of: text, file: path)
    guard problems.isEmpty else { throw .configuration(problems.map(\.text)) }
    return configuration
  }

  /// The settings that a text means by itself, and what is wrong with it, in order.
  package static func reading(
    of text: String, file: String = names[0]
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    var configuration = Configuration()
    switch table(of: text, file) {
    case .failure(let problem): return (configuration, [problem])
    case .success(let table):
      var reader = ConfigurationReader(places: KeyPlaces(text), file: file)
      _ = reader.extended(by: table)
      reader.apply(table, to: &configuration)
      return (configuration, reader.sortedProblems)
    }
  }

  static func table(of text: String, _ file: String) -> Result<TOMLTable, ConfigurationProblem> {
    do {
      return .success(try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      let place = LineIndex.Position(line: Int(error.source.begin.line), column: Int(error.source.begin.column))
      return .failure(
        ConfigurationProblem(file: file, place: place, message: "not valid TOML: \(error.description)"))
    } catch {
      let start = LineIndex.Position(line: 1, column: 1)
      return .failure(ConfigurationProblem(file: file, place: start, message: "not valid TOML"))
    }
  }

  /// The settings file that holds for a path: that of `$COLOPHON_CONFIG`, else the nearest from the path's folder up to
  /// the project's root.
  package static func nearest(to path: String, looks: FolderLooks = FolderLooks()) -> String? {
    if let named = FileSystem.environment(variable) { return named }
    return looks.surroundings(of: path)?.settings
  }

  /// True when a folder has settings of its own.
  package static func isIn(_ folder: String) -> Bool {
    names.contains { FileSystem.kind(of: folder + "/" + $0) == .file }
  }

  /// The real folder that a settings file's patterns are relative to: the one above `.config`.
  static func baseFolder(of file: String) -> String {
    let folder = ProjectPath.folder(of: FileSystem.realPath(file) ?? file)
    return ProjectPath.lastPart(of: folder) == ".config" ? ProjectPath.folder(of: folder) : folder
  }
}

/// Something in a settings file that cannot be used.
package struct ConfigurationProblem: Error, Sendable, Equatable {
  /// The file as it is shown.
  package let file: String
  /// The key, 1-based line and column in bytes.
  package let place: LineIndex.Position
  package let message: String

  /// File, line, column and message.
  package var text: String { "\(file):\(place.line):\(place.column): \(message)" }
}

/// Settings with where each of them was set.
package struct ResolvedConfiguration: Sendable {
  /// A line of a settings file.
  package struct Origin: Sendable, Equatable {
    package let file: String
    package let line: Int
  }

  package var configuration = Configuration()
  /// The files that were read, that which holds first and each extended one after it: as shown, and where they are.
  package var files: [(shown: String, path: String)] = []
  /// By top-level key: the lines that its value comes from, nearest first.
  package var origins: [String: [Origin]] = [:]
  package var problems: [ConfigurationProblem] = []

  package init() {}
}
