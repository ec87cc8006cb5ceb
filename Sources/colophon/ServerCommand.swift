import ArgumentParser
import LanguageServer
import Logging

/// `colophon server`.
struct ServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server", abstract: "Serve an editor over standard input and output (Language Server Protocol 3.18).")

  @Option(help: "What to log: trace, debug, info, notice, warning, error or critical.") var logLevel: Logger.Level =
    .warning
  @Option(help: "Append the log to this file instead of standard error.") var logFile: String?
  @Flag(help: .hidden) var stdio = false

  func run() throws {
    var descriptor: Int32 = 2
    if let logFile {
      guard let file = StandardStreams.logFile(logFile) else {
        Output.complain("cannot open '\(logFile)' for the log: \(StandardStreams.cause)")
        throw Exit.couldNotRun
      }
      descriptor = file
    }
    var loop = ServerLoop(streams: StandardStreams(), logger: ServerLog.logger(level: logLevel, descriptor: descriptor))
    Output.leave(with: loop.run())
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
