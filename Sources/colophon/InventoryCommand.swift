import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import Reports

/// `colophon inventory PATH`.
struct InventoryCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "inventory",
    abstract: "List every model a manuscript names, how it is reused and what was found about it.",
    discussion: "PATH is a manuscript's main file, a folder that holds one manuscript, or a Manubot content/ folder.")

  @Argument(help: "The manuscript.", completion: .file()) var path: String
  @Option(help: "How to print it: text, json (docs/schemas/inventory-1.schema.json) or markdown.") var format: Format =
    .text
  @Option(help: "Print every mention of one model with what it says about use, and the weights.") var why: String?
  @OptionGroup var settings: SettingOptions

  mutating func run() throws {
    let settings = settings
    let path = path
    let result = try Complaint.orExit { () throws(ManuscriptFileError) in
      try Runner.result(of: Runner.single(path), try settings.choices())
    }
    if let why {
      guard let text = WhyReport.text(result, model: why) else {
        let names = result.analysis.models.map(\.name).joined(separator: ", ")
        Output.complain("no model '\(why)' in '\(path)'; found: \(names.isEmpty ? "none" : names)")
        throw Exit.couldNotRun
      }
      return Output.write(text)
    }
    switch format {
    case .text: Output.write(InventoryReport.text(result))
    case .json: Output.write(InventoryReport.json(result))
    case .markdown: Output.write(InventoryReport.markdown(result))
    }
  }
}
