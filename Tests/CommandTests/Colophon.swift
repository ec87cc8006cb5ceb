import Foundation
import TestSupport

/// The built program, run as a user runs it.
enum Colophon {
  struct Outcome {
    let status: Int32
    let output: String
    let complaints: String
  }

  /// The repository's root, from this file's place.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let fixtures = repository + "/Tests/Fixtures/manuscripts"

  /// Runs the program that was built with the tests.
  static func run(
    _ arguments: [String], input: String = "", in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let output = Pipe()
    let complaints = Pipe()
    let standardInput = Pipe()
    process.standardOutput = output
    process.standardError = complaints
    process.standardInput = standardInput
    try process.run()
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    standardInput.fileHandleForWriting.closeFile()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let errors = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if arguments.first == "server" {
      let capture = MessageCapture()
      capture.note(stream: input, from: .client)
      capture.note(stream: text, from: .server)
    }
    return Outcome(status: process.terminationStatus, output: text, complaints: errors)
  }

  /// `colophon` beside the test bundle.
  static let program =
    Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent().appendingPathComponent("colophon").path }
    .first { FileManager.default.isExecutableFile(atPath: $0) } ?? repository + "/.build/debug/colophon"
}
