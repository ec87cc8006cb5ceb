import Foundation

/// A program on a terminal of its own, made by `terminal.py`.
enum Terminal {
  /// - Parameter steps: what to do once a text shows, as `terminal.py` wants it.
  static func run(_ command: [String], steps: [String] = []) throws -> (shown: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", Colophon.repository + "/Tests/CommandTests/terminal.py"] + steps + ["--"] + command
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (text, process.terminationStatus)
  }
}
