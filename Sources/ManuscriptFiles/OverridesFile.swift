import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import TOMLKit

/// Reads an editor's overrides of a report: a table for each item, with `state`, `name` and `reason`.
package enum OverridesFile {
  /// The file that lies beside a report: `report.html` has `report.overrides.toml`.
  package static func beside(_ report: String) -> String? {
    let name = ProjectPath.lastPart(of: report)
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    let folder = report.dropLast(name.count)
    let path = "\(folder)\(stem).overrides.toml"
    return FileSystem.kind(of: path) == .file ? path : nil
  }

  /// The overrides of a file for a checklist, in the checklist's order.
  ///
  /// Throws `.configuration` with every problem of the file, each with its line and column.
  package static func overrides(
    at path: String, for checklist: Checklist
  ) throws(ManuscriptFileError) -> [ItemOverride] {
    let text = String(decoding: try FileSystem.read(path, limit: 1_048_576), as: UTF8.self)
    switch ConfigurationFile.table(of: text, path) {
    case .failure(let problem): throw .configuration([problem.text])
    case .success(let table):
      var reader = OverridesReader(file: path, places: KeyPlaces(text), checklist: checklist)
      let overrides = reader.overrides(from: table)
      guard reader.sortedProblems.isEmpty else { throw .configuration(reader.sortedProblems.map(\.text)) }
      return overrides
    }
  }
}

/// Turns a parsed table into overrides and collects what is wrong with it.
private struct OverridesReader {
  let file: String
  let places: KeyPlaces
  let checklist: Checklist
  private var problems: [ConfigurationProblem] = []

  init(file: String, places: KeyPlaces, checklist: Checklist) {
    self.file = file
    self.places = places
    self.checklist = checklist
  }

  /// The problems by their places.
  var sortedProblems: [ConfigurationProblem] {
    problems.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  private static let keys = ["state", "name", "reason"]

  mutating func overrides(from table: TOMLTable) -> [ItemOverride] {
    let items = checklist.items.map(\.key)
    for key in table.keys where !items.contains(key) {
      let hint = NearestName.hint(NearestName.nearest(to: key, in: items))
      complain(key, "'\(checklist.rawValue)' has no item '\(key)'" + hint)
    }
    return items.compactMap { item in
      guard let value = table[item] else { return nil }
      guard let entry = value.table else {
        complain(item, "'\(item)' must be a table with 'state', 'name' and 'reason'")
        return nil
      }
      return override(of: item, entry)
    }
  }

  private mutating func override(of item: String, _ entry: TOMLTable) -> ItemOverride? {
    for key in entry.keys where !Self.keys.contains(key) {
      complain(
        "\(item).\(key)",
        "unknown key '\(key)' in '\(item)'" + NearestName.hint(NearestName.nearest(to: key, in: Self.keys)))
    }
    let name = text(entry, "name", of: item)
    let reason = text(entry, "reason", of: item)
    guard let word = text(entry, "state", of: item), let state = state(word, of: item), let name, let reason else {
      return nil
    }
    return ItemOverride(item: item, state: state, name: name, reason: reason)
  }

  private mutating func state(_ word: String, of item: String) -> ItemState? {
    if let state = ItemState(rawValue: word) { return state }
    let known = ItemState.allCases.map(\.rawValue)
    complain(
      item + ".state",
      "'state' must be one of \(known.joined(separator: ", ")), not '\(word)'"
        + NearestName.hint(NearestName.nearest(to: word, in: known)))
    return nil
  }

  /// The text of a key that must be there and say something.
  private mutating func text(_ entry: TOMLTable, _ key: String, of item: String) -> String? {
    guard let value = entry[key] else {
      complain(item, "'\(item)' needs a '\(key)'")
      return nil
    }
    guard let text = value.string, text.contains(where: { !$0.isWhitespace }) else {
      complain(item + "." + key, "'\(key)' must be a string that says something")
      return nil
    }
    return text
  }

  private mutating func complain(_ key: String, _ message: String) {
    problems.append(ConfigurationProblem(file: file, place: places.place(of: key), message: message))
  }
}
