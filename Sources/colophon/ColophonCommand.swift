import ArgumentParser
import LanguageServer

/// The command line's root.
struct ColophonCommand: AsyncParsableCommand {
  static let version = ServerIdentity.version

  static let configuration = CommandConfiguration(
    commandName: "colophon",
    abstract: "Says which reproducibility details a manuscript's reuse of pre-trained models still lacks.",
    discussion: """
      Colophon reads LaTeX and Markdown manuscripts, finds the pre-trained models they reuse, classifies each reuse and
      asks for the details a reader needs to repeat it.

        colophon lint paper.tex              questions to the author, most severe first
        colophon inventory paper.tex         every model with what was found about it
        colophon report paper.tex            a reporting checklist, filled from the manuscript
        colophon explain which-weights       what a question asks, why, and who asks for it
        colophon server                      the same while you type, for editors

      Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not run.
      """,
    version: version,
    subcommands: [
      LintCommand.self,
      BaselineCommand.self,
      InventoryCommand.self,
      ReportCommand.self,
      CheckSubmissionCommand.self,
      ExplainCommand.self,
      RulesCommand.self,
      CatalogueCommand.self,
      ServerCommand.self,
      ConfigCommand.self,
      InitCommand.self,
      StatementCommand.self,
      ReportBugCommand.self,
    ])

  /// Parses the arguments, runs the command and exits with 0, 1 or 2.
  static func runAndExit() async -> Never {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
      Exit.leave(.clean)
    } catch let failure as Exit {
      Exit.leave(failure)
    } catch {
      let isHelp = exitCode(for: error) == .success
      let text = fullMessage(for: error)
      if isHelp { Output.write(text + "\n") } else { Output.complain(text) }
      Exit.leave(isHelp ? .clean : .couldNotRun)
    }
  }
}
