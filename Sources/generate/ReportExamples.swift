import LanguageServer
import ManuscriptAnalysis
import ManuscriptFiles
import ReportingRules
import Reports

/// Reports on the example manuscripts, kept so that a change of a report is seen where it is reviewed.
enum ReportExamples {
  private static let examples: [(manuscript: String, checklist: Checklist)] = [
    ("biology", .science), ("biology", .tripodLLM), ("ecology", .neurips), ("ecology", .claim2024),
    ("complete-latex", .miClearLLM), ("complete-latex", .acl), ("complete-markdown", .dome),
    ("complete-markdown", .reforms),
  ]

  /// Each report as Markdown, and two as JSON.
  static func files() -> [GeneratedFile] {
    examples.flatMap { example -> [GeneratedFile] in
      let path = "Tests/Fixtures/manuscripts/" + example.manuscript
      guard let report = try? report(on: path, example.checklist) else { return [] }
      let name = "Tests/Fixtures/checklists/\(example.manuscript).\(example.checklist.rawValue)"
      let markdown = GeneratedFile(path: name + ".md", contents: Array(ReportMarkdown.text(report).utf8))
      guard example.checklist == .tripodLLM || example.checklist == .dome else { return [markdown] }
      return [markdown, GeneratedFile(path: name + ".json", contents: Array(ReportJSON.text(report).utf8))]
    }
  }

  private static func report(on path: String, _ checklist: Checklist) throws -> FilledChecklist? {
    guard let source = try Discovery.manuscripts(at: path).first else { return nil }
    var configuration = Configuration()
    configuration.profile = checklist.profile
    let loaded = try LoadedManuscript.load(source, configuration: configuration)
    let result = ManuscriptResult(
      name: loaded.path, folder: loaded.folder, analysis: ManuscriptAnalyser.analyse(loaded.input))
    return FilledChecklist(
      ChecklistInput(
        result: result, configuration: configuration, lockfiles: loaded.input.lockfiles, checklist: checklist,
        overrides: [], version: ServerIdentity.version))
  }
}
