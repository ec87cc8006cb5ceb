import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
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
  @OptionGroup var settings: SettingOptions

  func run() throws {
    let checklist = try standard.map(Self.checklist)
    let settings = settings
    let configuration = try Complaint.orExit { () throws(ManuscriptFileError) in
      try Self.configuration(try settings.choices(), checklist)
    }
    let contents: SubmissionContents
    do { contents = try SubmissionLoader.contents(of: path) } catch {
      Output.complain(error.message)
      throw Exit.couldNotRun
    }
    let choice = SubmissionRoot.choice(among: contents.files, included: SubmissionReading.included(in: contents))
    let reading = SubmissionReading(contents, root: try root(choice, contents), configuration: configuration)
    let folder = path.hasSuffix("/") ? path : path + "/"
    let result = ManuscriptResult(
      name: path, folder: folder, reportName: ReportPath.of(path), reportFolder: ReportPath.of(folder),
      analysis: ManuscriptAnalyser.analyse(reading.input))
    let checked = SubmissionReport(
      name: ReportPath.of(path), root: main.map { .found($0, others: []) } ?? choice,
      remarks: contents.remarks + reading.remarks, profile: configuration.profile, reading: reading, result: result)
    try writeFiles(checked, reading, configuration, checklist ?? Checklist(for: configuration.profile))
    try finish(checked, reading)
  }

  /// Prints the result and leaves with what it came to.
  private func finish(_ checked: SubmissionReport, _ reading: SubmissionReading) throws {
    switch format {
    case .text: Output.write(checked.text(TextStyle(isColoured: false, width: Output.width)))
    case .json: Output.write(checked.json())
    }
    for refused in reading.notExamined where refused.isRefused {
      Output.complain("'\(refused.path)' was not examined: \(refused.reason)")
    }
    if checked.hasRefused { throw Exit.couldNotRun }
    if failOn.fails(LintTally(checked.result)) { throw Exit.findings }
  }

  /// Writes the report and the letter, both from the one analysis.
  private func writeFiles(
    _ checked: SubmissionReport, _ reading: SubmissionReading, _ configuration: Configuration, _ checklist: Checklist
  ) throws {
    guard report != nil || letter != nil else { return }
    let overrides = try Complaint.orExit { () throws(ManuscriptFileError) in
      guard let file = report.flatMap(OverridesFile.beside) else { return [ItemOverride]() }
      return try OverridesFile.overrides(at: file, for: checklist)
    }
    var input = ChecklistInput(
      result: checked.result, configuration: configuration, lockfiles: reading.input.lockfiles, checklist: checklist,
      overrides: overrides, version: ColophonCommand.version)
    input.unexamined = checked.unexamined
    let filled = FilledChecklist(input)
    if let report { try write(ReportPage.html(filled), to: report) }
    if let letter { try write(ReportLetter.text(filled), to: letter) }
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try OutputFile.write(text, to: path, replacing: force)
    } catch {
      Output.complain(error.message)
      throw Exit.couldNotRun
    }
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

  private func root(_ choice: SubmissionRoot.Choice, _ contents: SubmissionContents) throws -> String {
    if let main {
      guard contents.files.contains(where: { $0.path == main }) else {
        let paths = contents.files.map(\.path)
        let hint = NearestName.hint(NearestName.nearest(to: main, in: paths))
        Output.complain("'\(path)' holds no file '\(main)' that can be read\(hint)")
        throw Exit.couldNotRun
      }
      return main
    }
    switch choice {
    case .found(let root, _): return root
    case .several(let roots):
      let list = roots.map { "  \($0)" }.joined(separator: "\n")
      Output.complain("'\(path)' holds several manuscripts; name one with --main:\n\(list)")
    case .none:
      Output.complain("'\(path)' holds no manuscript that can be read")
      for skipped in contents.skipped { Output.complain("'\(skipped.path)' was not examined: \(skipped.reason)") }
    }
    throw Exit.couldNotRun
  }
}
