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
      Nothing is unpacked to the disk, and settings and comments of the submission itself are not obeyed.

      Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not run, or a part was refused.
      """)

  @Argument(help: "The submission.") var path: String
  @Option(help: "The manuscript's path within the submission, where several could be it.") var main: String?
  @Option(help: "How to print it: text, or json (docs/schemas/submission-1.schema.json).") var format: Format = .text
  @Option(help: "Exit with 1 from this severity on: error, warning, hint or never.") var failOn: LintCommand.FailOn =
    .error
  @OptionGroup var settings: SettingOptions

  func run() throws {
    let (path, settings) = (path, settings)
    let configuration = try Complaint.orExit { () throws(ManuscriptFileError) in
      try Self.configuration(try settings.choices())
    }
    let contents: SubmissionContents
    do { contents = try SubmissionLoader.contents(of: path) } catch {
      Output.complain(error.message)
      throw Exit.couldNotRun
    }
    let choice = SubmissionRoot.choice(among: contents.files, included: SubmissionReading.included(in: contents))
    let root = try self.root(choice, contents)
    let reading = SubmissionReading(contents, root: root, configuration: configuration)
    let result = ManuscriptResult(
      name: path, folder: path.hasSuffix("/") ? path : path + "/", analysis: ManuscriptAnalyser.analyse(reading.input))
    let report = SubmissionReport(
      name: path, root: main == nil ? choice : .found(root, others: []), remarks: contents.remarks + reading.remarks,
      profile: configuration.profile, reading: reading, result: result)
    switch format {
    case .text: Output.write(report.text(TextStyle(isColoured: false, width: Output.width)))
    case .json: Output.write(report.json())
    }
    for refused in reading.notExamined where refused.isRefused {
      Output.complain("'\(refused.path)' was not examined: \(refused.reason)")
    }
    if report.hasRefused { throw Exit.couldNotRun }
    if failOn.fails(LintTally(result)) { throw Exit.findings }
  }

  /// Settings of the journal: those that the command names, never those that the submission brings.
  private static func configuration(_ choices: SettingChoices) throws(ManuscriptFileError) -> Configuration {
    var configuration = Configuration()
    configuration.stage = .submission
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
