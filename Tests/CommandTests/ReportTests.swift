import Foundation
import Testing

private let paper = Colophon.fixtures + "/complete-latex/main.tex"
private let gaps = Colophon.fixtures + "/biology/main.tex"

/// Runs a check in a folder of its own.
private func inFolder(_ check: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("colophon-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try check(folder)
}

private func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }

private func text(of path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

/// The reports that `swift run generate` leaves beside the manuscripts.
private let examples = try? FileManager.default.contentsOfDirectory(
  atPath: Colophon.repository + "/Tests/Fixtures/checklists")

@Test(arguments: examples ?? []) func reportsAreThoseThatWereLookedAt(name: String) throws {
  let parts = name.split(separator: ".").map(String.init)
  let folder = "Tests/Fixtures/manuscripts/" + parts[0]
  let format = parts[2] == "md" ? "markdown" : parts[2]
  let outcome = try Colophon.run(
    ["report", folder, "--standard", parts[1], "--format", format], in: Colophon.repository)
  #expect(outcome.status == 0)
  let kept = try text(of: Colophon.repository + "/Tests/Fixtures/checklists/" + name)
  #expect(
    outcome.output == kept,
    "if the change is meant, run 'swift run generate' and look at the difference")
}

@Test func thereAreExamplesOfReports() { #expect((examples ?? []).count >= 5) }

@Test(arguments: [
  (
    ["--standard", "tripod-lm"],
    "unknown standard 'tripod-lm'; did you mean 'tripod-llm'?\nknown: science, tripod-llm, mi-clear-llm, claim-2024, neurips, acl, dome, reforms\n"
  ),
  (["--standard", "tripod"], "unknown standard 'tripod'; did you mean 'tripod-llm'?\nknown: science, tripod-llm, mi-clear-llm, claim-2024, neurips, acl, dome, reforms\n"),
  (["--format", "htm"], "unknown format 'htm'; did you mean 'html'?\nknown: html, markdown, json\n"),
])
func unknownWordsGetTheNearestOnes(arguments: [String], complaint: String) throws {
  let outcome = try Colophon.run(["report", gaps] + arguments)
  #expect(outcome.status == 2)
  #expect(outcome.output == "")
  #expect(outcome.complaints == "colophon: " + complaint)
}

@Test func anEmptyFileGivesAnEmptyReport() throws {
  try inFolder { folder in
    for name in ["empty.md", "empty.tex"] {
      try write("", to: folder + "/" + name)
      for format in ["html", "markdown", "json"] {
        let outcome = try Colophon.run(["report", name, "--format", format], in: folder)
        #expect(outcome.status == 0 && outcome.complaints == "" && !outcome.output.isEmpty)
      }
    }
  }
}

@Test func filesAreReplacedOnlyWhenTold() throws {
  try inFolder { folder in
    let report = folder + "/report.html"
    try write("mine", to: report)
    let refused = try Colophon.run(["report", gaps, "--format", "html", "-o", report])
    #expect(refused.status == 2)
    #expect(refused.complaints == "colophon: '\(report)' exists; give --force to replace it\n")
    #expect(try text(of: report) == "mine")
    #expect(try Colophon.run(["report", gaps, "--format", "html", "-o", report, "--force"]).status == 0)
    #expect(try text(of: report).hasPrefix("<!DOCTYPE html>"))
  }
}

@Test func aLetterStandsAloneOrBesideTheReport() throws {
  let alone = try Colophon.run(["report", gaps, "--letter"])
  #expect(alone.status == 0 && alone.output.hasPrefix("Dear authors,\n"))
  try inFolder { folder in
    let outcome = try Colophon.run(["report", gaps, "--letter", "letter.txt", "-o", "report.md"], in: folder)
    #expect(outcome.status == 0 && outcome.output == "")
    #expect(try text(of: folder + "/letter.txt") == alone.output)
    #expect(try text(of: folder + "/report.md").hasPrefix("# Reuse of pre-trained models"))
  }
}

@Test func overridesLieBesideTheReportOrAreNamed() throws {
  try inFolder { folder in
    try write(
      "[6a]\nstate = \"reported\"\nname = \"The editor\"\nreason = \"In the cover letter.\"\n",
      to: folder + "/report.overrides.toml")
    let arguments = ["report", gaps, "--standard", "tripod-llm", "-o", "report.md"]
    #expect(try Colophon.run(arguments, in: folder).status == 0)
    #expect(try text(of: folder + "/report.md").contains("set by The editor: In the cover letter."))
    let named = try Colophon.run(
      ["report", gaps, "--standard", "tripod-llm", "--overrides", folder + "/report.overrides.toml"])
    let beside = try text(of: folder + "/report.md")
    #expect(named.output == beside)
  }
}

@Test func mistakesInOverridesAreShownWithTheirPlaces() throws {
  try inFolder { folder in
    try write(
      "[6b]\nstate = \"reported\"\n\n[6a]\nstate = \"reportd\"\nnmae = \"X\"\nreason = \" \"\n", to: folder + "/o.toml")
    let outcome = try Colophon.run(
      ["report", gaps, "--standard", "tripod-llm", "--overrides", "o.toml"], in: folder)
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(
      outcome.complaints == """
        colophon: o.toml:1:2: 'tripod-llm' has no item '6b'; did you mean '3b'?
        colophon: o.toml:4:2: '6a' needs a 'name'
        colophon: o.toml:5:1: 'state' must be one of reported, delegated, not-found, not-applicable, \
        not-judged, not 'reportd'; did you mean 'reported'?
        colophon: o.toml:6:1: unknown key 'nmae' in '6a'; did you mean 'name'?
        colophon: o.toml:7:1: 'reason' must be a string that says something

        """)
    try write("[6a\n", to: folder + "/o.toml")
    let broken = try Colophon.run(["report", gaps, "--overrides", "o.toml"], in: folder)
    #expect(broken.status == 2 && broken.complaints.hasPrefix("colophon: o.toml:1:"))
  }
}

@Test func theStampIsWhatSha256sumSays() throws {
  let json = try Colophon.run(["report", paper, "--format", "json"]).output
  let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  let files = try #require(object["files"] as? [[String: Any]]).compactMap { $0["path"] as? String }
  #expect(files == ["main.tex", "references.bib"])
  let shell = Process()
  shell.executableURL = URL(fileURLWithPath: "/bin/sh")
  shell.currentDirectoryURL = URL(fileURLWithPath: Colophon.fixtures + "/complete-latex")
  shell.arguments = ["-c", "sha256sum main.tex references.bib | sha256sum"]
  let output = Pipe()
  shell.standardOutput = output
  try shell.run()
  let digest = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64)
  shell.waitUntilExit()
  #expect((object["stamp"] as? [String: Any])?["sha256"] as? String == String(digest))
}

@Test func theOutputsNameChoosesTheFormat() throws {
  try inFolder { folder in
    for (name, start) in [("r.html", "<!DOCTYPE html>"), ("r.json", "{"), ("r.md", "# Reuse"), ("r.txt", "# Reuse")] {
      let outcome = try Colophon.run(["report", gaps, "-o", name], in: folder)
      let written = try text(of: folder + "/" + name)
      #expect(outcome.status == 0 && written.hasPrefix(start), "\(name)")
    }
    let told = try Colophon.run(["report", gaps, "-o", "s.html", "--format", "json"], in: folder)
    let written = try text(of: folder + "/s.html")
    #expect(told.status == 0 && written.hasPrefix("{"))
  }
}

@Test(arguments: ["html", "markdown", "json"])
func theBytesDoNotDependOnHowThePathWasTyped(format: String) throws {
  let folder = Colophon.fixtures + "/biology"
  let outcomes = try [gaps, "main.tex", ".", "../biology/main.tex"].map { path in
    try Colophon.run(["report", path, "--format", format], in: folder).output
  }
  #expect(Set(outcomes).count == 1 && !outcomes[0].contains(Colophon.repository))
  let letters = try [gaps, "main.tex"].map { try Colophon.run(["report", $0, "--letter"], in: folder).output }
  #expect(Set(letters).count == 1)
}

@Test func aManuscriptIsReadFromStandardInput() throws {
  let folder = Colophon.fixtures + "/biology"
  let piped = try Colophon.run(
    ["report", "-", "--stdin-filename", "main.tex"], input: try text(of: gaps), in: folder)
  #expect(piped.status == 0)
  #expect(piped.output == (try Colophon.run(["report", gaps], in: folder).output))
}

@Test func aFolderThatIsMissingIsNamedAsSuch() throws {
  try inFolder { folder in
    let outcome = try Colophon.run(["report", gaps, "-o", "no/such/r.md"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.complaints == "colophon: cannot write 'no/such/r.md': its folder does not exist\n")
  }
}
