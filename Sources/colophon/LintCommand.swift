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
struct LintCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
  enum Summary: String, ExpressibleByArgument, CaseIterable { case csv, json }
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }
  enum FailOn: String, ExpressibleByArgument, CaseIterable { case error, warning, hint, never }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Ask the author for what a reader would need to repeat each reuse.",
    discussion: """
      Each PATH is a manuscript, a folder (every manuscript root in it; .gitignore is respected), a quoted pattern with
      *, ? or **, or '-' for standard input with --stdin-filename. Without a PATH the current folder is linted.
      """)

  @OptionGroup var paths: PathOptions
  @Option(help: "How to print it: text, or json (docs/schemas/lint-1.schema.json).") var format: Format = .text
  @Option(help: "Print one line a manuscript instead: csv or json (docs/batches.md).") var summary: Summary?
  @Option(help: "Colour: auto (a terminal without NO_COLOR), always or never.") var color: Colour = .auto
  @Option(help: "Exit with 1 from this severity on: error, warning, hint or never.") var failOn: FailOn = .error
  @Option(help: "Manuscripts read at a time; by default as many as there are cores.") var jobs: Int?
  @OptionGroup var settings: SettingOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' must be 1 or more, not \(jobs)") }
  }

  mutating func run() async throws {
    let items = try Complaint.orExit { () throws(ManuscriptFileError) in try paths.items() }
    let isRead = items.contains { if case .source = $0 { true } else { false } }
    let choices =
      isRead ? try Complaint.orExit { () throws(ManuscriptFileError) in try settings.choices() } : SettingChoices()
    let tally = await report(on: items, choices)
    guard let tally else { throw Exit.couldNotRun }
    if fails(tally) { throw Exit.findings }
  }

  /// Writes the report; nil when something could not be read.
  private func report(on items: [PathItem], _ choices: SettingChoices) async -> LintTally? {
    let format = lintFormat
    var bar = ProgressBar(total: items.count)
    var complaints = Complaints()
    var tally = LintTally()
    var partCount = 0
    await Batch.run(items, jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) { item in
      LintPart(item, choices, format)
    } finished: {
      bar.advance(to: $0)
    } receive: { part in
      if let message = part.complaint {
        bar.clear()
        complaints.add(message)
      }
      tally.add(part.tally)
      guard let text = part.text else { return }
      bar.clear()
      Output.write((partCount == 0 ? format.opening : format.separator) + text)
      partCount += 1
    }
    bar.clear()
    if partCount > 0 || complaints.isEmpty { Output.write((partCount == 0 ? format.opening : "") + format.closing(tally)) }
    return complaints.isEmpty ? tally : nil
  }

  private var lintFormat: any LintFormat {
    switch summary {
    case .csv: return SummaryCSV()
    case .json: return SummaryJSON()
    case nil: break
    }
    switch format {
    case .json: return JSONFormat()
    case .text: return TextFormat(TextStyle(isColoured: isColoured, width: Output.width))
    }
  }

  private var isColoured: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Output.isTerminal && getenv("NO_COLOR") == nil
    }
  }

  private func fails(_ tally: LintTally) -> Bool {
    switch failOn {
    case .never: false
    case .error: tally.count(from: .error) > 0
    case .warning: tally.count(from: .warning) > 0
    case .hint: tally.count(from: .hint) > 0
    }
  }
}

/// What one path adds to a report; the analysis it was made from is gone.
private struct LintPart: Sendable {
  let text: String?
  let tally: LintTally
  let complaint: String?

  init(_ item: PathItem, _ choices: SettingChoices, _ format: any LintFormat) {
    do {
      let result = try Runner.lint(item.source(), choices)
      text = result.map(format.part(of:))
      tally = result.map(LintTally.init) ?? LintTally()
      complaint = nil
    } catch {
      text = format.part(ofFailed: item.path, error.message)
      tally = LintTally()
      complaint = error.message
    }
  }
}

/// Complaints of a run, each said once: a broken settings file concerns many manuscripts.
private struct Complaints {
  private var said: Set<String> = []

  var isEmpty: Bool { said.isEmpty }

  mutating func add(_ message: String) {
    if said.insert(message).inserted { Output.complain(message) }
  }
}
