import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import TOMLKit

/// Lays the settings of a parsed table over others and collects what is wrong with them.
struct ConfigurationReader {
  private let places: KeyPlaces
  /// The file that the table was read from, as it is shown, and where it is.
  private let file: String
  private let path: String
  private(set) var problems: [ConfigurationProblem] = []
  /// Where the keys that it has set stand.
  private(set) var origins: [String: LineIndex.Position] = [:]

  /// The problems by their places.
  var sortedProblems: [ConfigurationProblem] {
    problems.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  init(places: KeyPlaces, file: String, path: String? = nil) {
    self.places = places
    self.file = file
    self.path = path ?? file
  }

  /// The file that the table extends, if it names one.
  mutating func extended(by table: TOMLTable) -> String? {
    guard table["extend"] != nil else { return nil }
    if let path = table["extend"]?.string, !path.isEmpty { return path }
    complain("extend", "'extend' must be the path of a settings file")
    return nil
  }

  /// Takes over what the table says; lists and tables of facts go on, everything else is replaced.
  mutating func apply(_ table: TOMLTable, to configuration: inout Configuration) {
    for key in table.keys {
      apply(key, table, &configuration)
      origins[key] = places.place(of: key)
    }
  }

  private mutating func apply(_ key: String, _ table: TOMLTable, _ configuration: inout Configuration) {
    switch key {
    case "extend": break
    case "profile": configuration.profile = choice(table, key, Profile.init(rawValue:)) ?? configuration.profile
    case "stage":
      configuration.stage = choice(table, key, Configuration.Stage.init(rawValue:)) ?? configuration.stage
    case "require-reason":
      if let isOn = table[key]?.bool {
        configuration.requiresReason = isOn
      } else {
        complain(key, "'\(key)' must be true or false")
      }
    case "select": configuration.select = Set(names(table, key))
    case "ignore": configuration.ignore = Set(names(table, key))
    case "exclude":
      let folder = ConfigurationFile.baseFolder(of: path)
      configuration.exclude += strings(table, key, at: key).map { Configuration.Exclusion(pattern: $0, folder: folder) }
    case "discussed": configuration.discussed.formUnion(strings(table, key, at: key))
    case "not-models": configuration.notModels.formUnion(strings(table, key, at: key))
    case "extra-models": configuration.extraModels += extraModels(table, key)
    case "severity": configuration.severities.merge(severities(table, key)) { _, new in new }
    case "macros": configuration.macroSignatures.merge(macros(table, key)) { _, new in new }
    case "overrides": configuration.fileOverrides += overrides(table, key)
    default: complain(key, "unknown key '\(key)'" + Self.hint(key, in: ""))
    }
  }

  /// The nearest key of a table, as a question.
  private static func hint(_ key: String, in table: String) -> String {
    NearestName.hint(NearestName.nearest(to: key, in: ConfigurationKey.inTable(table).map(\.name)))
  }

  /// Complains of a key; `key` is the path that `KeyPlaces` knows it by.
  mutating func complain(_ key: String, _ message: String) {
    complain(places.place(of: key), message)
  }

  private mutating func complain(_ place: LineIndex.Position, _ message: String) {
    problems.append(ConfigurationProblem(file: file, place: place, message: message))
  }

  private mutating func choice<Value>(_ table: TOMLTable, _ key: String, _ value: (String) -> Value?) -> Value? {
    guard let text = table[key]?.string else {
      complain(key, "'\(key)' must be a string")
      return nil
    }
    if let value = value(text) { return value }
    complain(key, Self.wrongChoice(text, for: key, shown: key))
    return nil
  }

  private static func wrongChoice(_ text: String, for key: String, shown: String) -> String {
    let known = ConfigurationKey.named(key, in: "")?.choices.map(\.word) ?? []
    let hint = NearestName.hint(NearestName.nearest(to: text, in: known))
    return "'\(shown)' must be one of \(known.joined(separator: ", "))" + (text.isEmpty ? "" : ", not '\(text)'") + hint
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

  /// - Parameter key: the key whose value the name stands in, or the name's own.
  private mutating func name(of text: String, at key: String) -> String? {
    if let name = RuleNames.spelling(of: text) { return name }
    complain(
      places.place(of: text, in: key), "unknown ask or detail '\(text)'" + NearestName.hint(NearestName.nearest(to: text, in: RuleNames.all)))
    return nil
  }

  private mutating func extraModels(_ table: TOMLTable, _ key: String) -> [Configuration.ExtraModel] {
    guard let array = table[key]?.array else {
      complain(key, "'\(key)' must be a list of tables with 'name' and 'aliases'")
      return []
    }
    var models: [Configuration.ExtraModel] = []
    for item in array {
      for unknown in item.table?.keys ?? [] where unknown != "name" && unknown != "aliases" {
        complain(key, "unknown key '\(unknown)' in '\(key)'" + Self.hint(unknown, in: key))
      }
      guard let entry = item.table, let name = entry["name"]?.string else {
        complain(key, "each of '\(key)' needs a 'name'")
        continue
      }
      let aliases = entry["aliases"] == nil ? [] : strings(entry, "aliases", at: key)
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
        complain(place, Self.wrongChoice(text, for: key, shown: entry))
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
    for (index, item) in array.enumerated() {
      // Inline tables have no places of their own.
      let place = places.has("\(key)[\(index)]") ? "\(key)[\(index)]." : nil
      guard let entry = item.table else {
        complain(key, "each of '\(key)' must be a table")
        continue
      }
      for unknown in entry.keys where unknown != "files" && unknown != "ignore" {
        complain(place.map { $0 + unknown } ?? key, "unknown key '\(unknown)' in '\(key)'" + Self.hint(unknown, in: key))
      }
      let absent = ConfigurationKey.inTable(key).filter { $0.isRequired && entry[$0.name] == nil }
      for absent in absent {
        complain(place.map { String($0.dropLast()) } ?? key, "each of '\(key)' needs '\(absent.name)'")
      }
      guard absent.isEmpty else { continue }
      let files = strings(entry, "files", at: place.map { $0 + "files" } ?? key)
      let ignore = place.map { $0 + "ignore" } ?? key
      let ignored = strings(entry, "ignore", at: ignore).compactMap { name(of: $0, at: ignore) }
      overrides.append(Configuration.FileOverride(patterns: files, ignore: ignored))
    }
    return overrides
  }
}
