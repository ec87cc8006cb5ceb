import Foundation
import LanguageServer
import ReportingRules
import Reports
import ReuseDetection
import Testing

private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A Swift file of the repository.
private struct SourceText {
  let path: String
  let lines: [Substring]

  /// The second part of `Sources/Target/…`.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
}

private func sources() throws -> [SourceText] {
  let folder = repository.appendingPathComponent("Sources")
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
  return try paths.sorted().map { path in
    let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    return SourceText(path: "Sources/" + path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
  }
}

/// The dependencies that `Package.swift` declares for a target, by its name.
private func declared(_ target: String) throws -> Set<String> {
  let text = try String(contentsOf: repository.appendingPathComponent("Package.swift"), encoding: .utf8)
  guard let start = text.range(of: "name: \"\(target)\"", options: .backwards) else { return [] }
  let rest = text[start.upperBound...]
  let end = [".target(", ".testTarget(", ".executableTarget(", ".systemLibrary("].compactMap {
    rest.range(of: $0)?.lowerBound
  }.min()
  let words = rest[..<(end ?? rest.endIndex)].split(separator: "\"").map(String.init)
  return Set(words)
}

@Test func importsAreDeclared() throws {
  // What comes with the system or the compiler.
  let system: Set<String> = ["Dispatch", "Glibc", "Musl", "Darwin", "Synchronization"]
  for source in try sources() {
    let allowed = try declared(source.target).union(system).union(source.target == "generate" ? ["Foundation"] : [])
    for line in source.lines where line.drop(while: { $0 == " " }).hasPrefix("import ") {
      let name = String(line.drop { $0 == " " }.dropFirst(7))
      #expect(allowed.contains(name), "\(source.path) imports \(name)")
    }
  }
}

@Test func theCoreKnowsNoFoundationAndNoRegex() throws {
  for source in try sources() where source.target != "generate" {
    for line in source.lines {
      #expect(
        !line.hasSuffix("import Foundation") && !line.contains("Regex<") && !line.contains("try Regex("),
        "\(source.path): \(line)")
    }
  }
}

@Test func onlyOneTargetTouchesTheDisk() throws {
  for source in try sources()
  where !["ManuscriptFiles", "colophon", "generate"].contains(source.target)
    && !source.path.hasSuffix("/StandardStreams.swift")
  {
    for line in source.lines { #expect(!line.contains("import Glibc"), "\(source.path)") }
  }
}

@Test func oneWriterOwnsStandardOutput() throws {
  for source in try sources() where !["generate", "measure"].contains(source.target) {
    for line in source.lines {
      #expect(!line.contains(" print("), "\(source.path): \(line)")
      #expect(source.path.hasSuffix("Output.swift") || !line.contains("write(1"), "\(source.path): \(line)")
    }
  }
}

@Test func nothingTrapsOnPurpose() throws {
  for source in try sources() where source.target != "generate" {
    for line in source.lines where !line.contains("//") {
      for word in ["try! ", " as! ", "fatalError("] { #expect(!line.contains(word), "\(source.path): \(line)") }
    }
  }
}

/// Files that may be longer, with the reason.
private let longFiles: [String: String] = [
  "Sources/MarkdownSyntax/MaskScanner.swift": "one scanner over one state; each case is short",
]

@Test func filesStayShort() throws {
  for source in try sources() where longFiles[source.path] == nil {
    #expect(source.lines.count <= 301, "\(source.path) has \(source.lines.count) lines")
  }
}

/// Only lines with a text in quotation marks, which cannot be broken, may be longer.
@Test func linesStayShort() throws {
  for source in try sources() where !source.path.contains("Phrases") && !source.path.contains("LatexCommand.swift") {
    for line in source.lines where !line.contains("\"") {
      #expect(line.count <= 120, "\(source.path): \(line)")
    }
  }
}

@Test func theReadmesTablesAreFresh() throws {
  let readme = try String(contentsOf: repository.appendingPathComponent("README.md"), encoding: .utf8)
  #expect(readme.contains(RulesTable.markdownAsks()), "run 'swift run generate'")
  #expect(readme.contains(RulesTable.markdownDetails()), "run 'swift run generate'")
}

@Test func theCataloguesCountsAreFresh() throws {
  let page = try String(contentsOf: repository.appendingPathComponent("docs/catalogue.md"), encoding: .utf8)
  #expect(page.contains(CataloguePage.markdownCensus()), "run 'swift run generate'")
}

@Test func theStandardsPageIsFresh() throws {
  let page = try String(contentsOf: repository.appendingPathComponent(StandardsPage.path), encoding: .utf8)
  #expect(page == StandardsPage.markdown(), "run 'swift run generate'")
}

@Test func thePagesOfRulesAreFresh() throws {
  let folder = repository.appendingPathComponent("docs/rules")
  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
  let names = Set(RuleNames.all)
  for name in names {
    let page = try #require(ExplainPage.markdown(named: name))
    #expect(try text(name + ".md").hasSuffix("-->\n" + page), "\(name): run 'swift run generate'")
  }
  #expect(try text("README.md") == ExplainPage.index(.recorded), "run 'swift run generate'")
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  #expect(Set(files) == Set(names.map { $0 + ".md" } + ["README.md"]))
}

@Test func theRecordedAccuracyIsThatOfTheLastRun() throws {
  let data = try Data(contentsOf: repository.appendingPathComponent("Tests/Accuracy/last.json"))
  let runs = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: [String: Any]]])
  let numbers = try #require(runs["tuned"]?["all"])
  for detail in Detail.allCases {
    let recorded = AccuracyRecord.recorded.details[detail]
    #expect(recorded?.said == numbers["detail \(detail.rawValue) said missing"] as? Int, "run 'swift run generate'")
    #expect(recorded?.right == numbers["detail \(detail.rawValue) rightly missing"] as? Int)
    #expect(recorded?.cases == numbers["detail \(detail.rawValue) n"] as? Int)
  }
  #expect(AccuracyRecord.recorded.manuscripts == numbers["manuscripts"] as? Int)
  for ask in AskName.allCases {
    #expect(AccuracyRecord.recorded.timesPut(ask) == numbers["question \(ask.rawValue) put"] as? Int ?? 0)
  }
}

/// The bars of every profile: errors right in nine of ten details, warnings in three of four, and neither where nothing
/// is reused.
@Test(arguments: Profile.allCases) func theRecordedQuestionsAreRightOftenEnough(_ profile: Profile) throws {
  let data = try Data(contentsOf: repository.appendingPathComponent("Tests/Accuracy/last.json"))
  let runs = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: [String: Any]]])
  let numbers = try #require(runs["tuned"]?["all"])
  func count(_ name: String) throws -> Double {
    Double(try #require(numbers["profile \(profile.rawValue) \(name)"] as? Int))
  }
  #expect(try count("error details right") >= 0.9 * count("error details asked"))
  #expect(try count("warning details right") >= 0.75 * count("warning details asked"))
  #expect(try count("error details asked") > 0)
  #expect(try count("warning details asked") > 0)
  #expect(try count("grave without reuse") == 0)
  let record = try #require(AccuracyRecord.recorded.profiles[profile.audience])
  #expect(try Double(record.rightErrors) == count("error details right"))
  #expect(try Double(record.rightWarnings) == count("warning details right"))
  let page = try #require(ExplainPage.markdown(named: profile.rawValue))
  #expect(page.contains("\(record.rightWarnings) of \(record.warnings) that warnings do"))
}

@Test func theEditorsSettingsAreThoseOfTheServer() throws {
  func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
  }
  #expect(try text(SettingsDocument.schemaPath) == SettingsDocument.schema(), "run 'swift run generate'")
  #expect(try text("editors/README.md").contains(SettingsDocument.markdown()), "run 'swift run generate'")
  let manifest = try text(SettingsDocument.manifestPath)
  #expect(SettingsDocument.manifest(manifest) == manifest, "run 'swift run generate'")
  let stale = manifest.replacing("colophon.stage", with: "colophon.stages")
  #expect(stale != manifest && SettingsDocument.manifest(stale) == manifest)
}

@Test func theSettingsPagesAreThoseOfTheTableOfKeys() throws {
  func text(_ path: String) throws -> String {
    try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
  }
  #expect(try text(ConfigurationSchema.path) == ConfigurationSchema.text(), "run 'swift run generate'")
  #expect(try text("docs/configuration.md").contains(SettingsTemplate.markdown()), "run 'swift run generate'")
}

@Test func theAccuracyPagesAreFresh() throws {
  let check = Process()
  check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  check.arguments = ["python3", repository.appendingPathComponent("Tests/Accuracy/document.py").path, "--check"]
  try check.run()
  check.waitUntilExit()
  #expect(check.terminationStatus == 0, "run 'make accuracy-docs'")
}

@Test func everyRuleHasItsFile() throws {
  let folder = repository.appendingPathComponent("Sources/ReportingRules/Rules").path
  let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { $0.dropLast(6).lowercased() }
  let rules = Rule.all.map { $0.name.filter { $0 != "-" } }
  #expect(Set(files) == Set(rules))
}

@Test func everyDetailHasItsRecogniser() throws {
  #expect(DetailRecogniser.all.map(\.detail) == Detail.allCases)
  let folder = repository.appendingPathComponent("Sources/ReuseDetection/Details").path
  let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
    $0.hasSuffix("Recogniser.swift") && $0 != "DetailRecogniser.swift"
  }
  #expect(
    Set(files.map { $0.dropLast(16).lowercased() }) == Set(Detail.allCases.map { $0.rawValue.filter { $0 != "-" } }))
}

@Test func noModuleSharesItsNameWithAType() throws {
  let modules = Set(try sources().map(\.target))
  for source in try sources() {
    for line in source.lines {
      for keyword in ["struct ", "enum ", "class "]
      where line.hasPrefix("package \(keyword)") || line.hasPrefix(keyword) {
        let name = line.split(separator: " ").drop { $0 != Substring(keyword.dropLast()) }.dropFirst().first ?? ""
        #expect(!modules.contains(String(name.prefix { $0.isLetter })), "\(source.path): \(name)")
      }
    }
  }
}
