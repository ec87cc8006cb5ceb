import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
import Reports

/// `colophon report-bug FINDING [PATH]`.
struct ReportBugCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report-bug",
    abstract: "Print a redacted excerpt that leads to a wrong decision again, ready for an issue.",
    discussion: """
      FINDING is what a report shows: path:line:column, with :code where several questions stand there, or a
      fingerprint.
      The excerpt keeps the words that the decision rests on and replaces all others, numbers, names and addresses
      included. It is tried before it is printed, and says whether it leads to the decision. Nothing is sent anywhere:
      read it before you do. See docs/feedback.md.
      """)

  @Argument(help: "path:line:column[:code], or a fingerprint.") var finding: String
  @Argument(help: "The manuscript, where the path is not its main file, or a folder of manuscripts.") var path: String?
  @Option(help: "A line of the same file whose paragraph is kept as it is: the one that states what was not found.")
  var keep: [Int] = []
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.") var output: String?
  @Flag(help: "Replace the file if it is there.") var force = false
  @OptionGroup var settings: SettingOptions

  mutating func run() throws {
    guard let name = FindingName(finding) else {
      Output.complain("'\(finding)' is no finding: give path:line:column, path:line:column:code or a fingerprint")
      throw Exit.couldNotRun
    }
    let (result, diagnostic, configuration) = try found(name)
    let excerpt = BugExcerpt(
      of: diagnostic, in: result.analysis, keeping: try lines(of: diagnostic, result.analysis), configuration)
    let text = BugReport.markdown(
      excerpt, of: diagnostic, in: result, profile: configuration.profile.rawValue, version: ColophonCommand.version)
    if !excerpt.isReproduced {
      Output.complain("no excerpt leads to the decision: say in the issue what the text is like")
    }
    guard let output, output != OutputFile.standardOutput else { return Output.write(text) }
    let (force, settings) = (force, settings)
    let choices = try Complaint.orExit { () throws(ManuscriptFileError) in try settings.choices() }
    let read = Runner.readFiles(of: result, choices)
    try Complaint.orExit { () throws(OutputFileError) in
      try OutputFile.write(text, to: output, replacing: force, sparing: read)
    }
  }

  /// The lines to keep; one that the file does not have is a complaint.
  private func lines(of diagnostic: Diagnostic, _ analysis: Analysis) throws(Exit) -> [SourceSpan] {
    let file = analysis.reading.manuscript.files[diagnostic.span.file]
    let index = LineIndex(file.bytes)
    var spans: [SourceSpan] = []
    for line in keep {
      guard let range = index.range(ofLine: line, in: file.bytes) else {
        Output.complain("'\(file.path)' has no line \(line) to keep")
        throw .couldNotRun
      }
      spans.append(SourceSpan(file: diagnostic.span.file, range: range))
    }
    return spans
  }

  /// The one diagnostic of that name, looked for in all manuscripts that may hold it.
  private func found(_ name: FindingName) throws -> (ManuscriptResult, Diagnostic, Configuration) {
    let choices = try Complaint.orExit { () throws(ManuscriptFileError) in try settings.choices() }
    var others: [String] = []
    for source in try sources(name) {
      let (result, configuration) = try Complaint.orExit { () throws(ManuscriptFileError) in
        (try Runner.result(of: source, choices), try Runner.configuration(for: source, choices))
      }
      let matches = name.matches(in: result)
      if matches.count == 1 { return (result, matches[0], configuration) }
      if matches.count > 1 {
        let names = matches.map { FindingName.name(of: $0, in: result) }
        Output.complain("'\(finding)' is more than one finding; say which: \(names.joined(separator: ", "))")
        throw Exit.couldNotRun
      }
      others += result.analysis.diagnostics.map { FindingName.name(of: $0, in: result) }
    }
    Output.complain("no finding '\(finding)'\(NearestName.hint(NearestName.nearest(to: finding, in: others)))")
    throw Exit.couldNotRun
  }

  private func sources(_ name: FindingName) throws -> [ManuscriptSource] {
    let start = path ?? name.path ?? "."
    return try Complaint.orExit { () throws(ManuscriptFileError) in try Discovery.manuscripts(at: start) }
  }
}
