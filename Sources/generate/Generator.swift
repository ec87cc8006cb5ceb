import Foundation
import LanguageServer
import ModelCatalogue
import ReportingRules
import Reports

/// A file that is made from others.
struct GeneratedFile {
  /// Relative to the repository's root.
  let path: String
  let contents: [UInt8]
  /// True for a record that is written once and holds from then on.
  var isRecord = false
}

/// Writes or checks all generated files.
enum Generator {
  static func run(_ arguments: [String]) -> Int32 {
    let isCheck = arguments.contains("--check")
    // With a stale index the program reads wrong rows, so that nothing else can be made before it is built anew.
    if isStale([index()], isCheck: isCheck) {
      if !isCheck { print("build, and run once more for what is read with the index") }
      return 1
    }
    return isStale(files(), isCheck: isCheck) ? 1 : 0
  }

  private static func index() -> GeneratedFile {
    GeneratedFile(path: indexPath, contents: Catalogue.freshIndex())
  }

  private static let indexPath = "Sources/CCatalogueData/data/index.bin"

  /// Writes the files that are not fresh, or says which they are; true when one was the catalogue's index, stale in a
  /// check, or a record that no longer holds.
  private static func isStale(_ files: [GeneratedFile], isCheck: Bool) -> Bool {
    var isStale = false
    for file in files {
      let current = FileManager.default.contents(atPath: file.path).map { Array($0) }
      if current == file.contents { continue }
      if file.isRecord, current != nil {
        print("\(file.path) no longer holds: give the profile another edition instead")
        isStale = true
      } else if isCheck {
        print("\(file.path) is stale: run 'swift run generate'")
        isStale = true
      } else {
        let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: file.path, contents: Data(file.contents))
        print("wrote \(file.path)")
        isStale = isStale || file.path == indexPath
      }
    }
    return isStale
  }

  /// What each edition of each profile gives.
  private static func profiles() -> [GeneratedFile] {
    Profile.pinned.map { profile in
      let path = "Tests/Fixtures/profiles/" + ProfileRecord.fileName(profile)
      return GeneratedFile(path: path, contents: Array(ProfileRecord.text(profile).utf8), isRecord: true)
    }
  }

  /// The pages of asks and details with their index, and the measured numbers that they and the program show.
  private static func pages() -> [GeneratedFile] {
    let accuracy = RecordedAccuracy.read() ?? .recorded
    let names = Set(RuleNames.all).sorted()
    let pages = names.compactMap { name in
      ExplainPage.markdown(named: name, accuracy: accuracy).map { page in
        let mark = "<!-- Written by `swift run generate`; do not edit. -->\n"
        return GeneratedFile(path: "docs/rules/\(name).md", contents: Array((mark + page).utf8))
      }
    }
    return pages + [
      GeneratedFile(path: "docs/rules/README.md", contents: Array(ExplainPage.index(accuracy).utf8)),
      GeneratedFile(path: RecordedAccuracy.path, contents: Array(RecordedAccuracy.source(accuracy).utf8)),
    ]
  }

  private static func files() -> [GeneratedFile] {
    [
      document(
        "README.md", tables: [("asks", RulesTable.markdownAsks()), ("details", RulesTable.markdownDetails())]),
      document("docs/catalogue.md", tables: [("catalogue", CataloguePage.markdownCensus())]),
      document("editors/README.md", tables: [("settings", SettingsDocument.markdown())]),
      document("docs/configuration.md", tables: [("keys", SettingsTemplate.markdown())]),
      GeneratedFile(path: StandardsPage.path, contents: Array(StandardsPage.markdown().utf8)),
      manifest(),
      GeneratedFile(path: SettingsDocument.schemaPath, contents: Array(SettingsDocument.schema().utf8)),
      GeneratedFile(path: ConfigurationSchema.path, contents: Array(ConfigurationSchema.text().utf8)),
    ] + profiles() + pages() + ReportExamples.files()
  }

  private static func manifest() -> GeneratedFile {
    let path = SettingsDocument.manifestPath
    let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return GeneratedFile(path: path, contents: Array(SettingsDocument.manifest(text).utf8))
  }

  /// A document with its tables made anew between their marks.
  private static func document(_ path: String, tables: [(name: String, text: String)]) -> GeneratedFile {
    let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let fresh = tables.reduce(text) { replaced($0, between: "<!-- generated: \($1.name) -->\n", with: $1.text) }
    return GeneratedFile(path: path, contents: Array(fresh.utf8))
  }

  private static func replaced(_ text: String, between mark: String, with table: String) -> String {
    guard let start = text.range(of: mark),
      let end = text.range(of: "<!-- end -->", range: start.upperBound..<text.endIndex)
    else { return text }
    return String(text[..<start.upperBound]) + table + String(text[end.lowerBound...])
  }
}
