import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
import Reports

/// `colophon statement PATH`.
struct StatementCommand: ParsableCommand {
  /// What a statement can be written in.
  enum Format: String, CaseIterable {
    case latex, markdown
    case jsonLD = "json-ld"

    /// The format that a file's name stands for by its ending; nil where it stands for none.
    init?(ofFile path: String) {
      switch path.split(separator: ".").last?.lowercased() {
      case "tex": self = .latex
      case "md", "markdown", "qmd", "rmd": self = .markdown
      case "jsonld", "json": self = .jsonLD
      default: return nil
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Write the statement on reused models that journals ask for, from what the manuscript says.",
    discussion: """
      What the manuscript does not say is marked as a gap, [TODO: …], which lint reports until it is filled.
      A manuscript without reuse gets an empty statement. See docs/statement.md.
      """)

  @Argument(help: "The manuscript.") var path: String
  @Option(
    help: """
      latex, markdown or json-ld (FAIR4ML and schema.org); by default what the output's name ends in (.tex, .md, \
      .jsonld), else the manuscript's own markup.
      """) var format: String?
  @Option(help: "paragraph (the default) or table; json-ld has neither.") var layout: String?
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.") var output: String?
  @Flag(help: "Replace the file if it is there.") var force = false
  @OptionGroup var settings: SettingOptions

  mutating func run() throws {
    let format =
      try format.map { try Self.choice($0, "format", Format.allCases) } ?? output.flatMap(Format.init(ofFile:))
    let layout = try layout.map { try Self.choice($0, "layout", StatementText.Layout.allCases) }
    if format == .jsonLD, let layout {
      Output.complain("json-ld has no layout '\(layout.rawValue)'; leave it out, or take the format latex or markdown")
      throw Exit.couldNotRun
    }
    let settings = settings
    let path = path
    let (result, choices) = try Complaint.orExit { () throws(ManuscriptFileError) in
      let choices = try settings.choices()
      return (try Runner.result(of: Runner.single(path), choices), choices)
    }
    let text = Self.text(result, format, layout ?? .paragraph)
    guard let output, output != OutputFile.standardOutput else { return Output.write(text) }
    let force = force
    try Complaint.orExit { () throws(OutputFileError) in
      try OutputFile.write(text, to: output, replacing: force, sparing: Runner.readFiles(of: result, choices))
    }
  }

  private static func text(_ result: ManuscriptResult, _ format: Format?, _ layout: StatementText.Layout) -> String {
    let markup: Markup
    switch format {
    case .jsonLD: return StatementGraph.json(result)
    case .latex: markup = .latex
    case .markdown: markup = .markdown
    case nil: markup = result.analysis.reading.manuscript.markup
    }
    let statement = StatementText(result.analysis, in: markup)
    let text = statement.text(layout).plain
    return text.isEmpty ? "" : text + "\n" + statement.notes
  }

  /// The choice of a name, or a complaint with the nearest one.
  private static func choice<Choice: RawRepresentable<String>>(
    _ name: String, _ option: String, _ choices: [Choice]
  ) throws -> Choice {
    if let choice = Choice(rawValue: name) { return choice }
    let names = choices.map(\.rawValue)
    Output.complain("unknown \(option) '\(name)'" + NearestName.advice(on: name, among: names))
    throw Exit.couldNotRun
  }
}
