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
  (["explain", "model-versoin"], "colophon: unknown ask or detail 'model-versoin'; did you mean 'model-version'?\n"),
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

@Test func aReaderThatGoesAwayIsNoFailure() throws {
  let shell = Process()
  shell.executableURL = URL(fileURLWithPath: "/bin/sh")
  let program = Colophon.repository + "/.build/debug/colophon"
  guard FileManager.default.isExecutableFile(atPath: program) else { return }
  shell.arguments = ["-c", "'\(program)' rules | true"]
  try shell.run()
  shell.waitUntilExit()
  #expect(shell.terminationStatus == 0)
}

@Test func colourIsOnlyForTerminals() throws {
  let plain = try Colophon.run(["lint", fixtures + "/biology/main.tex"])
  #expect(!plain.output.contains("\u{1B}["))
  #expect(try Colophon.run(["lint", "--color", "always", fixtures + "/biology/main.tex"]).output.contains("\u{1B}["))
}
