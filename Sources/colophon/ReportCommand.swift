import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import ReportingRules
import Reports

/// `colophon report PATH`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Fill a reporting checklist from a manuscript: each item with answer, place and quote, or as open.",
    discussion: """
      PATH is a manuscript's main file, a folder that holds one manuscript, a Manubot content/ folder, or '-' for
      standard input with --stdin-filename. An item is reported, delegated, not found in what was read, not
      applicable, or cannot be judged by Colophon; nothing passes or fails. docs/report.md says more,
      docs/standards.md which items each standard has.
      """)

  @Argument(help: "The manuscript.") var path: String
  @Option(help: "The checklist: science, tripod-llm, mi-clear-llm, claim-2024, neurips, acl, dome or reforms.")
  var standard = Checklist.science.rawValue
  @Option(
    help: """
      html (one file, no network), markdown or json (docs/schemas/report-1.schema.json); by default what the output's \
      name ends in (.html, .md, .json), else markdown.
      """) var format: String?
  @Option(name: .shortAndLong, help: "Write the report to this file instead of standard output.") var output: String?
  @Flag(help: "Replace files that exist.") var force = false
  @Option(
    defaultAsFlag: "-",
    help: "Write a letter of at most six questions to the authors to this file; without a file, print it and no report."
  )
  var letter: String?
  @Option(help: "Items set by an editor (TOML); by default NAME.overrides.toml beside the output NAME.html.")
  var overrides: String?
  @Option(help: "The path that standard input would have; its folder is the project.") var stdinFilename: String?
  @OptionGroup var settings: SettingOptions

  mutating func run() throws {
    let checklist = try choice(Checklist(rawValue: standard), standard, "standard", Checklist.allCases.map(\.rawValue))
    let format =
      try format.map { try choice(ReportFormat(rawValue: $0), $0, "format", ReportFormat.allCases.map(\.rawValue)) }
      ?? output.flatMap(ReportFormat.init(ofFile:)) ?? .markdown
    // The letter alone where it is all that goes to standard output.
    let place = output ?? (letter == OutputFile.standardOutput ? nil : OutputFile.standardOutput)
    let places = [letter, place].compactMap(\.self)
    try Complaint.orExit { () throws(OutputFileError) in try OutputFile.check(places, sparing: ReadFiles()) }
    let (input, read) = try input(for: checklist)
    let report = FilledChecklist(input)
    try Complaint.orExit { () throws(OutputFileError) in try OutputFile.check(places, sparing: read) }
    if let letter { try send(ReportLetter.text(report), to: letter, read) }
    if let place { try send(format.text(report), to: place, read) }
  }

  private var overridesFile: String? { overrides ?? output.flatMap(OverridesFile.beside) }

  /// The value of a word, or a complaint with the nearest one.
  private func choice<Value>(_ value: Value?, _ word: String, _ what: String, _ known: [String]) throws(Exit) -> Value {
    if let value { return value }
    let hint = NearestName.hint(NearestName.nearest(to: word.lowercased(), in: known))
    Output.complain("unknown \(what) '\(word)'\(hint)\nknown: \(known.joined(separator: ", "))")
    throw .couldNotRun
  }

  /// What the report is made from, and the files that were read for it.
  private func input(for checklist: Checklist) throws(Exit) -> (ChecklistInput, ReadFiles) {
    try Complaint.orExit { () throws(ManuscriptFileError) in
      let source = try Runner.single(path, stdinFilename: stdinFilename)
      var choices = try settings.choices()
      choices.profile = choices.profile ?? checklist.standard.map { _ in checklist.profile }
      let configuration = try Runner.configuration(for: source, choices)
      let loaded = try LoadedManuscript.load(source, configuration: configuration)
      let result = ManuscriptResult(
        name: loaded.path, folder: loaded.folder, analysis: ManuscriptAnalyser.analyse(loaded.input),
        readPaths: loaded.readPaths)
      let input = ChecklistInput(
        result: result, configuration: configuration, lockfiles: loaded.input.lockfiles, checklist: checklist,
        overrides: try overridesFile.map { file throws(ManuscriptFileError) in
          try OverridesFile.overrides(at: file, for: checklist)
        } ?? [],
        version: ColophonCommand.version)
      var read = Runner.readFiles(of: result, choices)
      if let overridesFile { read.insert(overridesFile) }
      return (input, read)
    }
  }

  private func send(_ text: String, to path: String, _ read: ReadFiles) throws(Exit) {
    guard path != OutputFile.standardOutput else { return Output.write(text) }
    try Complaint.orExit { () throws(OutputFileError) in
      try OutputFile.write(text, to: path, replacing: force, sparing: read)
    }
  }
}

/// The forms of a report.
enum ReportFormat: String, CaseIterable {
  case html, markdown, json

  /// The form that a file's name stands for by its ending; nil where it stands for none.
  init?(ofFile path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    case "json": self = .json
    default: return nil
    }
  }

  func text(_ report: FilledChecklist) -> String {
    switch self {
    case .html: ReportPage.html(report)
    case .markdown: ReportMarkdown.text(report)
    case .json: ReportJSON.text(report)
    }
  }
}
