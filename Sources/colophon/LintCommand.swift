import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import ReportingRules
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `colophon lint [PATH…]`.
struct LintCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }
  enum FailOn: String, ExpressibleByArgument, CaseIterable { case error, warning, hint, never }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Ask the author for what a reader would need to repeat each reuse.",
    discussion: """
      Each PATH is a manuscript, a folder (every manuscript root in it; .gitignore is respected), or '-' for standard
      input with --stdin-filename. Without a PATH the current folder is linted.
      """)

  @Argument(help: "Manuscripts or folders.") var paths: [String] = []
  @Option(help: "How to print it: text, or json (docs/schemas/lint-1.schema.json).") var format: Format = .text
  @Option(help: "Colour: auto (a terminal without NO_COLOR), always or never.") var color: Colour = .auto
  @Option(help: "Exit with 1 from this severity on: error, warning, hint or never.") var failOn: FailOn = .error
  @Option(help: "The path that standard input would have; its folder is the project.") var stdinFilename: String?
  @OptionGroup var settings: SettingOptions

  mutating func run() throws {
    var isWhole = true
    var results: [ManuscriptResult] = []
    for source in try sources(&isWhole) {
      do {
        results.append(try Runner.result(of: source, settings))
      } catch {
        Output.complain(error.message)
        isWhole = false
      }
    }
    if !results.isEmpty { Output.write(report(results)) }
    guard isWhole else { throw Exit.couldNotRun }
    if fails(results) { throw Exit.findings }
  }

  /// All manuscripts of the paths; a path that cannot be used is complained of and does not stop the rest.
  private func sources(_ isWhole: inout Bool) throws -> [ManuscriptSource] {
    var sources: [ManuscriptSource] = []
    for path in paths.isEmpty ? ["."] : paths {
      do {
        let found = path == "-" ? [try standardInput()] : try Discovery.manuscripts(at: path)
        for source in found where !sources.contains(where: { $0.path == source.path }) { sources.append(source) }
      } catch {
        Output.complain(error.message)
        isWhole = false
      }
    }
    return sources
  }

  private func standardInput() throws(ManuscriptFileError) -> ManuscriptSource {
    let name = stdinFilename ?? "stdin.tex"
    guard ManuscriptReading.markup(ofPath: name) != nil else { throw .noManuscript(path: name) }
    return .bytes(try FileSystem.readStandardInput(), path: name)
  }

  private func report(_ results: [ManuscriptResult]) -> String {
    switch format {
    case .json: LintReport.json(results)
    case .text: LintReport.text(results, style: TextStyle(isColoured: isColoured, width: Output.width))
    }
  }

  private var isColoured: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Output.isTerminal && getenv("NO_COLOR") == nil
    }
  }

  private func fails(_ results: [ManuscriptResult]) -> Bool {
    let bar: Severity
    switch failOn {
    case .never: return false
    case .error: bar = .error
    case .warning: bar = .warning
    case .hint: bar = .hint
    }
    return results.contains { $0.analysis.diagnostics.contains { $0.severity >= bar } }
  }
}
