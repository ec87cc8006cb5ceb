import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import TOMLKit

/// Finds and reads `colophon.toml`.
package enum ConfigurationFile {
  /// The settings for a manuscript: those of the named file, else of the nearest `colophon.toml` from the manuscript's
  /// folder up to the project's root, else the defaults.
  ///
  /// Throws `.configuration` with every problem of the file, each with its line and column.
  package static func configuration(
    for path: String, named name: String?
  ) throws(ManuscriptFileError) -> Configuration {
    guard let file = name ?? nearest(to: path) else { return Configuration() }
    let bytes = try FileSystem.read(file, limit: 1_048_576)
    let shown = name ?? ProjectPath.lastPart(of: file)
    return try configuration(text: String(decoding: bytes, as: UTF8.self), path: shown)
  }

  /// The settings that a text means.
  package static func configuration(text: String, path: String) throws(ManuscriptFileError) -> Configuration {
    let (configuration, problems) = reading(of: text)
    guard problems.isEmpty else {
      throw .configuration(problems.map { "\(path):\($0.place.line):\($0.place.column): \($0.message)" })
    }
    return configuration
  }

  /// The settings that a text means, and what is wrong with it, in order.
  package static func reading(of text: String) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = LineIndex.Position(line: Int(error.source.begin.line), column: Int(error.source.begin.column))
      let problem = ConfigurationProblem(place: place, message: "not valid TOML: \(error.description)")
      return (Configuration(), [problem])
    } catch {
      let start = LineIndex.Position(line: 1, column: 1)
      return (Configuration(), [ConfigurationProblem(place: start, message: "not valid TOML")])
    }
    var reader = ConfigurationReader(places: KeyPlaces(text))
    let configuration = reader.configuration(from: table)
    return (configuration, reader.sortedProblems)
  }

  /// The settings file that holds for a path: the nearest `colophon.toml` from its folder up to the project's root; one
  /// that is only open in an editor counts.
  package static func nearest(to path: String, unsaved: Set<String> = []) -> String? {
    let folder = FileSystem.kind(of: path) == .folder ? path : ProjectPath.folder(of: path)
    guard var current = FileSystem.realPath(folder.isEmpty ? "." : folder) else { return nil }
    while true {
      let candidate = current + "/colophon.toml"
      if unsaved.contains(candidate) || FileSystem.kind(of: candidate) == .file { return candidate }
      let above = ProjectPath.folder(of: current)
      if FileSystem.kind(of: current + "/.git") != nil || above.isEmpty || above == current { return nil }
      current = above
    }
  }
}

/// Something in a settings file that cannot be used.
package struct ConfigurationProblem: Sendable, Equatable {
  /// The key, 1-based line and column in bytes.
  package let place: LineIndex.Position
  package let message: String
}

/// Where keys stand in a TOML text, which the parser does not say.
struct KeyPlaces {
  private var places: [String: LineIndex.Position] = [:]

  /// - Complexity: linear in the text.
  init(_ text: String) {
    var table = ""
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      let column = line.utf8.count - trimmed.utf8.count + 1
      if trimmed.hasPrefix("[") {
        table = String(trimmed.drop { $0 == "[" }.prefix { $0 != "]" })
        note(table, number, column + (trimmed.hasPrefix("[[") ? 2 : 1))
        table += "."
      } else if let sign = trimmed.firstIndex(of: "="), !trimmed.hasPrefix("#") {
        let key = trimmed[..<sign].filter { $0 != " " && $0 != "\"" && $0 != "'" }
        note(table + key, number, column)
      }
    }
  }

  private mutating func note(_ key: String, _ line: Int, _ column: Int) {
    if places[key] == nil { places[key] = LineIndex.Position(line: line + 1, column: column) }
  }

  func place(of key: String) -> LineIndex.Position { places[key] ?? LineIndex.Position(line: 1, column: 1) }
}

/// Turns a parsed table into settings and collects what is wrong with it.
private struct ConfigurationReader {
  let places: KeyPlaces
  private(set) var problems: [ConfigurationProblem] = []

  /// The problems by their places.
  var sortedProblems: [ConfigurationProblem] {
    problems.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  init(places: KeyPlaces) { self.places = places }

  private static let keys = ConfigurationKey.all.filter { $0.table.isEmpty }.map(\.name)

  mutating func configuration(from table: TOMLTable) -> Configuration {
    var configuration = Configuration()
    for key in table.keys {
      switch key {
      case "profile": configuration.profile = choice(table, key, Profile.self) ?? .science
      case "stage": configuration.stage = choice(table, key, Configuration.Stage.self) ?? .draft
      case "select": configuration.select = Set(names(table, key))
      case "ignore": configuration.ignore = Set(names(table, key))
      case "discussed": configuration.discussed = Set(strings(table, key, at: key))
      case "not-models": configuration.notModels = Set(strings(table, key, at: key))
      case "extra-models": configuration.extraModels = extraModels(table, key)
      case "severity": configuration.severities = severities(table, key)
      case "macros": configuration.macroSignatures = macros(table, key)
      case "overrides": configuration.fileOverrides = overrides(table, key)
      default: complain(key, "unknown key '\(key)'" + NearestName.hint(NearestName.nearest(to: key, in: Self.keys)))
      }
    }
    return configuration
  }

  private mutating func complain(_ key: String, _ message: String) {
    problems.append(ConfigurationProblem(place: places.place(of: key), message: message))
  }

  private mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ table: TOMLTable, _ key: String, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let text = table[key]?.string else {
      complain(key, "'\(key)' must be a string")
      return nil
    }
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map(\.rawValue)
    complain(key, "'\(key)' must be one of \(known.joined(separator: ", ")), not '\(text)'")
    return nil
  }

  private mutating func strings(_ table: TOMLTable, _ key: String, at place: String) -> [String] {
    guard let array = table[key]?.array else {
      complain(place, "'\(key)' must be a list of strings")
      return []
    }
    var values: [String] = []
    for item in array {
      if let text = item.string { values.append(text) } else { complain(place, "'\(key)' must hold strings only") }
    }
    return values
  }

  private mutating func names(_ table: TOMLTable, _ key: String) -> [String] {
    strings(table, key, at: key).compactMap { name(of: $0, at: key) }
  }

  private mutating func name(of text: String, at place: String) -> String? {
    if let name = RuleNames.spelling(of: text) { return name }
    complain(
      place, "unknown ask or detail '\(text)'" + NearestName.hint(NearestName.nearest(to: text, in: RuleNames.all)))
    return nil
  }

  private mutating func extraModels(_ table: TOMLTable, _ key: String) -> [Configuration.ExtraModel] {
    guard let array = table[key]?.array else {
      complain(key, "'\(key)' must be a list of tables with 'name' and 'aliases'")
      return []
    }
    var models: [Configuration.ExtraModel] = []
    for item in array {
      guard let entry = item.table, let name = entry["name"]?.string else {
        complain(key, "each of '\(key)' needs a 'name'")
        continue
      }
      let aliases = entry["aliases"] == nil ? [] : strings(entry, "aliases", at: key)
      for unknown in entry.keys where unknown != "name" && unknown != "aliases" {
        complain(key, "unknown key '\(unknown)' in '\(key)'")
      }
      models.append(Configuration.ExtraModel(name: name, aliases: aliases))
    }
    return models
  }

  private mutating func severities(_ table: TOMLTable, _ key: String) -> [String: Severity] {
    guard let entries = table[key]?.table else {
      complain(key, "'\(key)' must be a table")
      return [:]
    }
    var severities: [String: Severity] = [:]
    for entry in entries.keys {
      let place = key + "." + entry
      guard let name = name(of: entry, at: place) else { continue }
      let text = entries[entry]?.string ?? ""
      if text == "off" {
        severities[name] = .reportOnly
      } else if let severity = Severity(rawValue: text) {
        severities[name] = severity
      } else {
        complain(place, "'\(entry)' must be one of error, warning, hint, report-only, off")
      }
    }
    return severities
  }

  private mutating func macros(_ table: TOMLTable, _ key: String) -> [String: [Bool]] {
    guard let entries = table[key]?.table else {
      complain(key, "'\(key)' must be a table")
      return [:]
    }
    var signatures: [String: [Bool]] = [:]
    for entry in entries.keys {
      let words = strings(entries, entry, at: key + "." + entry)
      for word in words where word != "prose" && word != "skip" {
        complain(key + "." + entry, "an argument is 'prose' or 'skip', not '\(word)'")
      }
      let name = entry.hasPrefix("\\") ? String(entry.dropFirst()) : entry
      signatures[name] = words.map { $0 == "prose" }
    }
    return signatures
  }

  private mutating func overrides(_ table: TOMLTable, _ key: String) -> [Configuration.FileOverride] {
    guard let array = table[key]?.array else {
      complain(key, "'\(key)' must be a list of tables with 'files' and 'ignore'")
      return []
    }
    var overrides: [Configuration.FileOverride] = []
    for item in array {
      guard let entry = item.table else {
        complain(key, "each of '\(key)' must be a table")
        continue
      }
      for unknown in entry.keys where unknown != "files" && unknown != "ignore" {
        complain(key + "." + unknown, "unknown key '\(unknown)' in '\(key)'")
      }
      let files = strings(entry, "files", at: key)
      let ignored = strings(entry, "ignore", at: key).compactMap { name(of: $0, at: key + ".ignore") }
      overrides.append(Configuration.FileOverride(patterns: files, ignore: ignored))
    }
    return overrides
  }
}
