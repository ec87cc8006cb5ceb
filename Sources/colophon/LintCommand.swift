import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
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
  @Option(
    help: """
      How to print it: text (the default), concise, json, sarif, github, gitlab, junit, rdjson or markdown \
      (docs/formats.md).
      """)
  var format: LintFormatName?
  @Option(
    help: "Write it to a file as well, as FORMAT=FILE; the file is replaced, '-' is standard output. Repeatable.")
  var output: [String] = []
  @Option(help: "Print one line a manuscript instead: csv or json (docs/batches.md).") var summary: Summary?
  @Option(help: "Colour: auto (a terminal without NO_COLOR), always or never.") var color: Colour = .auto
  @Option(help: "Exit with 1 from this severity on: error, warning, hint or never.") var failOn: FailOn = .error
  @Option(help: "Manuscripts read at a time; by default as many as there are cores.") var jobs: Int?
  @Flag(help: "Lint again whenever a file that was read is saved, on a clean screen; Ctrl-C ends it.") var watch = false
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var settings: SettingOptions

  func validate() throws {
    if watch, paths.isStandardInputRead { throw ValidationError("'--watch' cannot read standard input again") }
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' must be 1 or more, not \(jobs)") }
    let outputs: [OutputChoice]
    do { outputs = try self.outputs() } catch { throw ValidationError(error.message) }
    if outputs.contains(where: \.isPrinted), let other = otherPrinted {
      throw ValidationError("'--output' and '\(other)' both write standard output; leave one out")
    }
    let places = outputs.map(\.path)
    do { try OutputFile.check(places, sparing: ReadFiles()) } catch { throw ValidationError(error.message) }
  }

  /// The option that says what is printed, as it was given.
  private var otherPrinted: String? {
    format.map { "--format \($0.rawValue)" } ?? summary.map { "--summary \($0.rawValue)" }
  }

  mutating func run() async throws {
    if watch { return await lintWhileWatching() }
    let (items, choices) = try Complaint.orExit { () throws(ManuscriptFileError) in try read() }
    let scope = LintScope(items, scope)
    let (places, spared) = (try outputs().map(\.path), readFiles(items, []))
    try Complaint.orExit { () throws(OutputFileError) in try OutputFile.check(places, sparing: spared) }
    let run = await report(on: items, choices, scope)
    guard finish(run, scope), run.isWhole else { throw Exit.couldNotRun }
    if failOn.fails(run.tally) { throw Exit.findings }
  }

  /// The manuscripts and what the command line says of settings; names in options count where something is read.
  private func read() throws(ManuscriptFileError) -> ([PathItem], SettingChoices) {
    let items = try paths.items(jobs: jobsAtATime)
    let isRead = items.contains { if case .source = $0 { true } else { false } }
    return (items, isRead ? try settings.choices() : SettingChoices())
  }

  private var jobsAtATime: Int { jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Milliseconds between two looks at the disk.
  private static let pause: Int32 = 250

  /// Lints until it is interrupted.
  private func lintWhileWatching() async {
    Interruption.await()
    var watched: WatchedFiles?
    repeat {
      if Output.isTerminal { Output.write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
      let before = watched?.refreshed
      var items: [PathItem] = []
      var run = LintRun()
      do {
        let choices: SettingChoices
        (items, choices) = try read()
        let scope = LintScope(items, scope)
        run = await report(on: items, choices, scope)
        _ = finish(run, scope)
      } catch {
        Output.complain(of: error)
      }
      let read = run.files.union([scope.baseline].compactMap(\.self))
      var now = WatchedFiles(items, read: read, config: settings.config)
      if let before { now.keepStamps(of: before) }
      Output.write("\nwatching \(Counting.plural(now.count, "file")); Ctrl-C ends\n")
      watched = now
      while now.isCurrent { if Interruption.came(within: Self.pause) { return Output.write("\n") } }
    } while !Interruption.came(within: 0)
    Output.write("\n")
  }

  private func outputs() throws(OutputChoiceError) -> [OutputChoice] {
    var choices: [OutputChoice] = []
    for text in output { choices.append(try OutputChoice(text)) }
    return choices
  }

  /// What is not written over: what was read, manuscripts, their settings and baselines, and what the command names.
  private func readFiles(_ items: [PathItem], _ read: Set<String>) -> ReadFiles {
    guard !output.isEmpty else { return ReadFiles() }
    var files = ReadFiles(read)
    for item in items {
      files.insert(item.path)
      for path in ReadFiles.beside(item.path, config: settings.config) { files.insert(path) }
    }
    for path in [scope.baseline, paths.filesFrom].compactMap(\.self) { files.insert(path) }
    return files
  }

  /// Writes the reports.
  private func report(on items: [PathItem], _ choices: SettingChoices, _ scope: LintScope) async -> LintRun {
    var sinks = [ReportSink(printedFormat, path: nil)]
    let plain = TextStyle(isColoured: false, width: 100)
    for output in (try? outputs()) ?? [] where !output.isPrinted {
      sinks.append(ReportSink(format(output.format, plain), path: output.path))
    }
    let formats = sinks.map(\.format)
    var bar = ProgressBar(total: items.count)
    var complaints = Complaints()
    var run = LintRun()
    await Batch.run(items, jobs: jobsAtATime) { item in
      LintPart(item, choices, scope, formats)
    } finished: {
      bar.advance(to: $0)
    } receive: { part in
      if !part.complaints.isEmpty || part.texts[0] != nil { bar.clear() }
      for complaint in part.complaints { complaints.add(complaint) }
      run.tally.add(part.tally)
      run.files.formUnion(part.files)
      if let standing = part.standing { run.standing.append((part.path, standing)) }
      for (index, text) in part.texts.enumerated() { sinks[index].add(text) }
    }
    bar.clear()
    run.isWhole = complaints.isEmpty
    let read = readFiles(items, run.files)
    for index in sinks.indices where !sinks[index].close(run.tally, isRead: complaints.isEmpty, sparing: read) {
      run.isWhole = false
    }
    return run
  }

  /// Prunes the baselines and says what could be done next; false where a baseline cannot be written.
  private func finish(_ run: LintRun, _ scope: LintScope) -> Bool {
    var remark = ""
    if self.scope.prune {
      if scope.baselines.isEmpty { Output.complain("no \(BaselineFile.name) to prune was found") }
      guard !scope.baselines.isEmpty, let text = scope.prune(run.standing) else { return false }
      remark = text
    } else if run.tally.hasResolved {
      remark = "'colophon lint --prune' takes them out of the baseline\n"
    } else if failOn.fails(run.tally), run.isWhole, scope.mayBeFirst, summary == nil, !paths.paths.contains("-") {
      Output.complain("to fail only on what is new from here on, write down what stands today: colophon baseline")
    }
    if summary == nil, printedName == .text || printedName == .concise { Output.write(remark) }
    return true
  }

  private var printedName: LintFormatName {
    format ?? (try? outputs())?.first(where: \.isPrinted)?.format ?? .text
  }

  private var printedFormat: any LintFormat {
    switch summary {
    case .csv: SummaryCSV()
    case .json: SummaryJSON()
    case nil: format(printedName, TextStyle(isColoured: isColoured, width: Output.width))
    }
  }

  private func format(_ name: LintFormatName, _ style: TextStyle) -> any LintFormat {
    name.format(style: style, bar: failOn.bar, version: ColophonCommand.version)
  }

  private var isColoured: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Output.isTerminal && getenv("NO_COLOR") == nil
    }
  }
}

extension LintCommand.FailOn {
  /// The severity from which on a question fails the run.
  var bar: Severity? {
    switch self {
    case .never: nil
    case .error: .error
    case .warning: .warning
    case .hint: .hint
    }
  }

  /// True when something is at or above the severity.
  func fails(_ tally: LintTally) -> Bool { bar.map { tally.count(from: $0) > 0 } ?? false }
}

extension LintFormatName: ExpressibleByArgument {}

/// What a run came to.
private struct LintRun {
  var tally = LintTally()
  /// For each manuscript that a baseline holds for, what still stands of what was known.
  var standing: [(manuscript: String, gaps: [Gap])] = []
  /// The paths of the files that were read.
  var files: Set<String> = []
  /// False when something could not be read or written.
  var isWhole = true
}

/// What one path adds to the reports; the analysis it was made from is gone.
private struct LintPart: Sendable {
  /// One for each format.
  let texts: [String?]
  let tally: LintTally
  let complaints: [String]
  let path: String
  /// What still stands of what a baseline knew; nil where none holds.
  let standing: [Gap]?
  /// The paths of the files that were read.
  let files: [String]

  init(_ item: PathItem, _ choices: SettingChoices, _ scope: LintScope, _ formats: [any LintFormat]) {
    path = item.path
    do {
      let result = try Runner.lint(item.source(), choices, scope)
      standing = scope.baselines.isEmpty ? nil : result?.analysis.baseline.standing
      texts = formats.map { format in result.flatMap(format.part(of:)) }
      tally = result.map(LintTally.init) ?? .ofExcluded
      files = result?.readPaths ?? []
      complaints = []
    } catch {
      let path = ReportPath.of(item.path)
      let message = error.message.replacing(VisibleText.line(item.path), with: VisibleText.line(path))
      texts = formats.map { $0.part(ofFailed: path, message) }
      tally = LintTally(failed: path, message)
      complaints = error.complaints
      standing = nil
      files = if case .source(let source) = item { ReadFiles.all(of: source, config: choices.config) } else { [] }
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
