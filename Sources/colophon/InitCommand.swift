import ArgumentParser
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
import Reports

/// `colophon init [FOLDER]`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented colophon.toml, and what runs Colophon in CI.",
    discussion: """
      With --ci the file that runs Colophon is written too; where that file exists already, the lines to add to it are
      printed and nothing else is touched. No file is replaced without --force.
      """)

  @Argument(help: "The folder to write to.", completion: .directory) var folder = "."
  @Option(help: "Also set up: github, gitlab or pre-commit.") var ci: CISnippet?
  @Flag(help: "Replace files that exist.") var force = false

  func run() throws {
    guard FileSystem.kind(of: folder) == .folder else {
      Output.complain("cannot write to '\(folder)': it is no folder")
      throw Exit.couldNotRun
    }
    let settings = place("colophon.toml")
    // With --ci a folder that has its settings already gets the rest.
    if ci == nil || force || FileSystem.kind(of: settings) == nil { try write(SettingsTemplate.text(), to: settings) }
    guard let ci else {
      return Output.write("next: 'colophon lint', and 'colophon init --ci github', gitlab or pre-commit to run it in CI\n")
    }
    let file = place(ci.path)
    guard force || FileSystem.kind(of: file) == nil else {
      return Output.write("'\(file)' exists; add to it:\n\n\(ci.text(version: ColophonCommand.version))")
    }
    if let cause = FileSystem.makeFolders(for: file) {
      Output.complain("cannot write '\(file)': \(cause)")
      throw Exit.couldNotRun
    }
    try write(ci.text(version: ColophonCommand.version), to: file)
  }

  private func place(_ name: String) -> String { folder == "." ? name : ProjectPath.joined(folder, name) }

  private func write(_ text: String, to path: String) throws {
    try Complaint.orExit { () throws(OutputFileError) in
      try OutputFile.write(text, to: path, replacing: force, sparing: ReadFiles())
    }
    Output.write("wrote \(path)\n")
  }
}

extension CISnippet: ExpressibleByArgument {}
