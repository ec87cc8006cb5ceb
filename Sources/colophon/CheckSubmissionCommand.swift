import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
import ReportingRules
import Reports
import Submissions

/// `colophon check-submission PATH`.
struct CheckSubmissionCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "check-submission",
    abstract: "Check a submission as authors upload it: a folder, a .zip, or one document.",
    discussion: """
      Reads LaTeX, Markdown, notebooks and JATS itself, .docx through pandoc and PDF through pdftotext where they are
      installed; every other file is listed as not examined. Supplements count as places where a detail may stand.
      One analysis fills the report, the letter and the output. Nothing is unpacked to the disk, and settings and
      comments of the submission itself are not obeyed.

      Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not run, or a part was refused.
      """)

  @Argument(help: "The submission.") var path: String
  @Option(help: "The manuscript's path within the submission, where several could be it.") var main: String?
  @Option(help: "How to print it: text, or json (docs/schemas/submission-1.schema.json).") var format: Format = .text
  @Option(help: "Write a filled checklist to this file (HTML).", completion: .file()) var report: String?
  @Option(help: "Write a letter of at most six questions to the authors to this file.", completion: .file())
  var letter: String?
  @Option(
    help: """
      The checklist: science, tripod-llm, mi-clear-llm, claim-2024, neurips, acl, dome or reforms; by default that of \
      the profile.
      """) var standard: String?
  @Flag(help: "Replace files that exist.") var force = false
  @Option(help: "Exit with 1 from this severity on: error, warning, hint or never.") var failOn: LintCommand.FailOn =
    .error
  @Option(help: "Seconds that reading its texts may take.") var timeLimit = 8
  @OptionGroup var settings: SettingOptions

  func validate() throws {
    if timeLimit < 1 { throw ValidationError("'--time-limit' must be 1 or more, not \(timeLimit)") }
  }

  func run() throws {
    let places = [OutputFile.standardOutput] + [report, letter].compactMap(\.self)
    let read = readFiles
    try Complaint.orExit { () throws(OutputFileError) in try OutputFile.check(places, sparing: read) }
    let checklist = try standard.map(Self.checklist)
    let settings = settings
    let configuration = try Complaint.orExit { () throws(ManuscriptFileError) in
      try Self.configuration(try settings.choices(), checklist)
    }
    let path = path
    let contents = try Complaint.orExit { () throws(SubmissionError) in try SubmissionLoader.contents(of: path) }
    let limit = WorkLimit(seconds: timeLimit) { "'\(path)' was not examined: \($0) took \($1)" }
    let note = { limit.note("reading '\(VisibleText.line($0))'") }
    let choice = SubmissionRoot.choice(
      among: contents.files, SubmissionReading.inclusions(in: contents, noting: note))
    let root = try root(choice, contents)
    let reading = SubmissionReading(contents, root: root, configuration: configuration, noting: note)
    limit.note("looking for models")
    let checked = SubmissionReport(
      name: ReportPath.of(path), root: main == nil ? choice : .found(root, others: []),
      remarks: contents.remarks + reading.remarks, profile: configuration.profile, reading: reading,
      result: result(of: reading, contents))
    let files = try files(checked, reading, configuration, checklist ?? Checklist(for: configuration.profile))
    let text = text(checked)
    limit.end()
    try Complaint.orExit { () throws(OutputFileError) in
      for (path, text) in files { try OutputFile.write(text, to: path, replacing: force, sparing: read) }
    }
    Output.write(text)
    try finish(checked, reading)
  }

  /// What is not written over: the submission, into whose folder nothing is written, and the journal's files.
  private var readFiles: ReadFiles {
    var read = ReadFiles([path])
    if FileSystem.kind(of: path) == .folder { read.insert(folder: path) }
    for file in [settingsFile, report.flatMap(OverridesFile.beside)].compactMap(\.self) { read.insert(file) }
    return read
  }

  private var settingsFile: String? { settings.config ?? FileSystem.environment(ConfigurationFile.variable) }

  private func result(of reading: SubmissionReading, _ contents: SubmissionContents) -> ManuscriptResult {
    var folder = path.hasSuffix("/") ? path : path + "/"
    if contents.isOneDocument { folder = String(path.dropLast(ProjectPath.lastPart(of: path).count)) }
    let reportFolder = folder.isEmpty ? "" : ReportPath.of(folder)
    return ManuscriptResult(
      name: path, folder: folder, reportName: ReportPath.of(path),
      reportFolder: reportFolder == "." ? "" : reportFolder, analysis: ManuscriptAnalyser.analyse(reading.input))
  }

  private func text(_ checked: SubmissionReport) -> String {
    switch format {
    case .text: checked.text(TextStyle(isColoured: false, width: Output.width))
    case .json: checked.json()
    }
  }

  private func complain(of file: SubmissionContents.Skipped) {
    Output.complain("'\(VisibleText.line(file.path))' was not examined: \(file.reason)")
  }

  /// Leaves with what the check came to.
  private func finish(_ checked: SubmissionReport, _ reading: SubmissionReading) throws {
    for refused in reading.notExamined where refused.isRefused { complain(of: refused) }
    if checked.hasRefused { throw Exit.couldNotRun }
    if failOn.fails(LintTally(checked.result)) { throw Exit.findings }
  }

  /// The report and the letter with their places, both from the one analysis.
  private func files(
    _ checked: SubmissionReport, _ reading: SubmissionReading, _ configuration: Configuration, _ checklist: Checklist
  ) throws -> [(path: String, text: String)] {
    guard report != nil || letter != nil else { return [] }
    let overrides = try Complaint.orExit { () throws(ManuscriptFileError) in
      guard let file = report.flatMap(OverridesFile.beside) else { return [ItemOverride]() }
      return try OverridesFile.overrides(at: file, for: checklist)
    }
    var input = ChecklistInput(
      result: checked.result, configuration: configuration, lockfiles: reading.input.lockfiles, checklist: checklist,
      overrides: overrides, version: ColophonCommand.version)
    input.unexamined = checked.unexamined
    let filled = FilledChecklist(input)
    var files: [(path: String, text: String)] = []
    if let report { files.append((report, ReportPage.html(filled))) }
    if let letter { files.append((letter, ReportLetter.text(filled))) }
    return files
  }

  private static func checklist(_ name: String) throws -> Checklist {
    if let checklist = Checklist(rawValue: name) { return checklist }
    let known = Checklist.allCases.map(\.rawValue)
    let hint = NearestName.hint(NearestName.nearest(to: name.lowercased(), in: known))
    Output.complain("unknown standard '\(name)'\(hint)\nknown: \(known.joined(separator: ", "))")
    throw Exit.couldNotRun
  }

  /// Settings of the journal: those that the command names, never those that the submission brings.
  ///
  /// - Parameter checklist: the one that the command names; its readership's profile holds where none is named.
  private static func configuration(
    _ choices: SettingChoices, _ checklist: Checklist?
  ) throws(ManuscriptFileError) -> Configuration {
    var configuration = Configuration()
    configuration.stage = .submission
    if let checklist, checklist.standard != nil { configuration.profile = checklist.profile }
    if let file = choices.config ?? FileSystem.environment(ConfigurationFile.variable) {
      configuration = try ConfigurationFile.configuration(for: file, named: file)
    }
    choices.apply(to: &configuration)
    return configuration
  }

  private func root(_ choice: SubmissionRoot.Choice, _ contents: SubmissionContents) throws -> SubmissionRoot {
    if let main {
      guard let root = SubmissionRoot.root(at: main, among: contents.files) else {
        let paths = contents.files.map(\.path)
        let hint = NearestName.hint(NearestName.nearest(to: main, in: paths))
        Output.complain("'\(path)' holds no file '\(main)' that can be read\(hint)")
        throw Exit.couldNotRun
      }
      return root
    }
    switch choice {
    case .found(let root, _): return root
    case .several(let roots):
      let list = roots.map { "  \($0)" }.joined(separator: "\n")
      Output.complain("'\(path)' holds several manuscripts; name one with --main:\n\(list)")
    case .none:
      Output.complain("'\(path)' holds no manuscript that can be read")
      for skipped in contents.skipped { complain(of: skipped) }
    }
    throw Exit.couldNotRun
  }
}
