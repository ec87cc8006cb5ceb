import Manuscripts
import ReuseDetection

/// Package versions pinned by files beside a manuscript.
enum Lockfiles {
  /// The names of files that pin versions, in lower case.
  static func packages(in files: [SourceFile]) -> [String: PinnedPackage] {
    var packages: [String: PinnedPackage] = [:]
    for file in files {
      for (name, version) in pairs(in: file) where packages[name.lowercased()] == nil {
        packages[name.lowercased()] = PinnedPackage(name: name, version: version, file: file.path)
      }
    }
    return packages
  }

  private static func pairs(in file: SourceFile) -> [(String, String)] {
    let text = String(decoding: file.bytes.prefix(4_000_000), as: UTF8.self)
    let name = file.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if name.hasSuffix(".txt") || name.hasSuffix(".yml") || name.hasSuffix(".yaml") { return assignments(in: text) }
    if name.hasSuffix(".lock") || name.hasSuffix(".toml") || name.hasSuffix(".json") { return keyed(in: text) }
    return []
  }

  /// `torch==2.3.1`, `- pytorch=2.3`.
  private static func assignments(in text: String) -> [(String, String)] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let entry = line.drop { $0 == " " || $0 == "-" || $0 == "\t" }
      guard !entry.hasPrefix("#"), let sign = entry.firstIndex(of: "=") else { return nil }
      let name = entry[..<sign].filter { !$0.isWhitespace && $0 != "~" && $0 != ">" && $0 != "<" && $0 != "!" }
      let version = entry[sign...].drop { $0 == "=" || $0 == " " }.prefix {
        $0 != " " && $0 != ";" && $0 != "," && $0 != "="
      }
      guard !name.isEmpty, version.first?.isNumber == true else { return nil }
      return (String(name), String(version))
    }
  }

  /// `name = "torch"` followed by `version = "2.3.1"`, and `"Package": "…"`, `"Version": "…"`.
  private static func keyed(in text: String) -> [(String, String)] {
    var pairs: [(String, String)] = []
    var name: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "\"").map(String.init)
      let key = line.drop { $0 == " " || $0 == "\"" }.prefix { $0.isLetter }.lowercased()
      guard let value = key == "name" || key == "version" || key == "package" ? valueText(parts, line) : nil else {
        continue
      }
      if key == "version" {
        if let found = name { pairs.append((found, value)) }
        name = nil
      } else {
        name = value
      }
    }
    return pairs
  }

  /// The last quoted text of a line that is no separator.
  private static func valueText(_ parts: [String], _ line: Substring) -> String? {
    parts.last { part in part.contains { $0.isLetter || $0.isNumber } }
  }
}
