import Foundation
import Testing

private let fixtures = Colophon.fixtures

@Test func findingsExitWithOneAndSilenceWithZero() throws {
  let open = try Colophon.run(["lint", fixtures + "/biology/main.tex"])
  #expect(open.status == 1)
  #expect(open.output.contains("error[which-weights]: 'GPT-4'"))
  #expect(try Colophon.run(["lint", "--fail-on", "never", fixtures + "/biology/main.tex"]).status == 0)
  #expect(try Colophon.run(["lint", "--fail-on", "warning", fixtures + "/ecology/paper.qmd"]).status == 1)
}

@Test(arguments: ["science", "science@1", "clinical-llm", "ml", "clinical", "imaging"])
func completeManuscriptsAreSilent(profile: String) throws {
  let paths = [fixtures + "/complete-latex/main.tex", fixtures + "/complete-markdown/paper.md"]
  let outcome = try Colophon.run(["lint", "--profile", profile, "--fail-on", "hint"] + paths)
  #expect(outcome.output == "4 models reused, nothing to ask in 4 files of 2 manuscripts\n")
  #expect(outcome.status == 0)
}

@Test(arguments: [
  (["lint", "/no/such/file.tex"], "colophon: cannot read '/no/such/file.tex': it does not exist\n"),
  (["inventory", "/no/such/file.tex"], "colophon: cannot read '/no/such/file.tex': it does not exist\n"),
  (["explain", "model-versoin"], "colophon: unknown ask, detail, profile or standard 'model-versoin'; did you mean 'model-version'?\n"),
  (["lint", "--select", "seeed", "x.tex"], "colophon: cannot read 'x.tex': it does not exist\n"),
])
func whatCannotRunExitsWithTwo(arguments: [String], complaint: String) throws {
  let outcome = try Colophon.run(arguments)
  #expect(outcome.status == 2)
  #expect(outcome.complaints == complaint)
  #expect(outcome.output == "")
}

@Test func badOptionsExitWithTwo() throws {
  #expect(try Colophon.run(["lint", "--bogus"]).status == 2)
  let unknown = try Colophon.run(["lint", "--profile", "science@7", "x.tex"])
  #expect(unknown.status == 2)
  #expect(unknown.complaints.contains("unknown profile 'science@7'; its editions are 'science@1'"))
  #expect(try Colophon.run(["nonsense"]).status == 2)
  #expect(try Colophon.run(["lint", "--select", "seeed", fixtures + "/biology/main.tex"]).status == 2)
}

@Test func helpAndVersionExitWithZero() throws {
  #expect(try Colophon.run(["--version"]).output == "0.1.0\n")
  let help = try Colophon.run(["lint", "--help"])
  #expect(help.status == 0)
  #expect(help.output.contains("--stdin-filename"))
}

@Test func badSettingsExitWithTwo() throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("colophon-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try Data("profil = \"ml\"\n".utf8).write(to: URL(fileURLWithPath: folder + "/colophon.toml"))
  try Data("We used BERT.\n".utf8).write(to: URL(fileURLWithPath: folder + "/a.md"))
  let outcome = try Colophon.run(["lint", "a.md"], in: folder)
  #expect(outcome.status == 2)
  #expect(outcome.complaints == "colophon: colophon.toml:1:1: unknown key 'profil'; did you mean 'profile'?\n")
}

@Test func severalRootsAreListed() throws {
  let outcome = try Colophon.run(["inventory", fixtures])
  #expect(outcome.status == 2)
  #expect(outcome.complaints.contains("holds several manuscripts"))
  #expect(outcome.complaints.contains("complete-latex/main.tex"))
}

@Test func oneBadPathDoesNotStopTheRest() throws {
  let outcome = try Colophon.run(["lint", "/no/such.tex", fixtures + "/complete-latex/main.tex"])
  #expect(outcome.status == 2)
  #expect(outcome.output.contains("2 models reused"))
}

@Test func standardInputIsReadUnderItsName() throws {
  let outcome = try Colophon.run(
    ["lint", "-", "--stdin-filename", "paper.md"], input: "# Methods\n\nWe prompted GPT-4 to label each abstract.\n")
  #expect(outcome.output.contains("--> paper.md:3:13"))
}

@Test func colourIsOnlyForTerminals() throws {
  let plain = try Colophon.run(["lint", fixtures + "/biology/main.tex"])
  #expect(!plain.output.contains("\u{1B}["))
  #expect(try Colophon.run(["lint", "--color", "always", fixtures + "/biology/main.tex"]).output.contains("\u{1B}["))
}

@Test func filesThatCannotBeReadExitWithTwo() throws {
  let folder = try TemporaryFolder(["closed.md": "We prompted GPT-4.\n", "folder.md/x": ""])
  mkfifo(folder.path + "/pipe.md", 0o600)
  #expect(chmod(folder.path + "/closed.md", 0) == 0)
  // Root may read everything: it gives its rights away where it can.
  let isRoot = getuid() == 0
  let command = isRoot ? ["/usr/bin/env", "setpriv", "--reuid=65534", "--clear-groups"] : ["/usr/bin/env"]
  chmod(folder.path, 0o755)
  let process = Process()
  process.executableURL = URL(fileURLWithPath: command[0])
  process.arguments = command.dropFirst() + [Colophon.program, "lint", folder.path + "/closed.md"]
  let complaints = Pipe()
  process.standardError = complaints
  process.standardOutput = FileHandle.nullDevice
  try process.run()
  let text = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  if text.hasPrefix("colophon:") {
    #expect(process.terminationStatus == 2)
    #expect(text == "colophon: cannot read '\(folder.path)/closed.md': permission denied\n")
  }
  let pipe = try Colophon.run(["lint", "pipe.md"], in: folder.path)
  #expect(pipe.status == 2)
  #expect(pipe.complaints == "colophon: cannot read 'pipe.md': it is no regular file\n")
  let empty = try Colophon.run(["lint", "folder.md"], in: folder.path)
  #expect(empty.status == 2)
  #expect(empty.complaints.hasPrefix("colophon: no manuscript found in 'folder.md'"))
}

/// Runs a line of shell with the program as `$0`.
private func shell(_ line: String, in folder: String) throws -> Int32 {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/bash")
  process.arguments = ["-c", line, Colophon.program]
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus
}

@Test func aReaderThatGoesAwayDoesNotChangeTheCode() throws {
  let open = fixtures + "/biology/main.tex"
  let complete = fixtures + "/complete-latex/main.tex"
  #expect(try shell("\"$0\" lint \(complete) | true; exit ${PIPESTATUS[0]}", in: "/") == 0)
  #expect(try shell("\"$0\" lint \(open) | true; exit ${PIPESTATUS[0]}", in: "/") == 1)
  #expect(try shell("\"$0\" lint \(open) \(open) | head -n 1; exit ${PIPESTATUS[0]}", in: "/") == 1)
  #expect(try shell("\"$0\" lint \(open) no-such.tex 2>&1 | true; exit ${PIPESTATUS[0]}", in: "/") == 2)
}

@Test func outputThatCannotBeWrittenExitsWithTwo() throws {
  let open = fixtures + "/biology/main.tex"
  #expect(try shell("\"$0\" lint \(open) > /dev/full", in: "/") == 2)
  #expect(try shell("\"$0\" lint \(open) >&-", in: "/") == 2)
  let folder = try TemporaryFolder(["paper.md": "We counted birds.\n", "out/x": ""])
  #expect(try shell("\"$0\" lint --output json=out", in: folder.path) == 2)
  #expect(try shell("\"$0\" lint --output json=/dev/full", in: folder.path) == 2)
}

@Test func anInterruptedRunEndsByItsSignalAndLeavesReportsAsTheyWere() throws {
  let folder = try TemporaryFolder(["out.json": "an earlier report"])
  // It waits for standard input, which nobody writes.
  let process = Process()
  process.executableURL = URL(fileURLWithPath: Colophon.program)
  process.arguments = ["lint", "--output", "json=out.json", "-"]
  process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
  process.standardInput = Pipe()
  process.standardOutput = FileHandle.nullDevice
  try process.run()
  usleep(300_000)
  process.interrupt()
  process.waitUntilExit()
  #expect(process.terminationReason == .uncaughtSignal)
  #expect(process.terminationStatus == SIGINT)
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.json"])
  #expect(try folder.text(of: "out.json") == "an earlier report")
}
