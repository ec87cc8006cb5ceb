import Foundation
import Testing

private let files = [
  "main.tex": """
  \\documentclass{article}
  \\begin{document}
  \\section{Methods}
  \\input{methods}
  \\bibliography{references}
  \\end{document}

  """,
  "methods.tex": "We prompted GPT-4 to label each abstract.\n", "references.bib": "@misc{a, title={A}}\n",
  "requirements.txt": "torch==2.1\n", "colophon.toml": "extend = \"base.toml\"\n", "base.toml": "stage = \"draft\"\n",
  "colophon-baseline.toml": "version = 1\n", "list": "main.tex\n",
]

/// Runs the program, which must refuse and leave every file as it was.
private func check(
  refuses arguments: [String], _ complaint: String, in folder: TemporaryFolder, _ files: [String: String] = files
) throws {
  let outcome = try Colophon.run(arguments, in: folder.path)
  #expect(outcome.status == 2, "\(arguments)")
  #expect(outcome.complaints.contains(complaint), "\(arguments): \(outcome.complaints)")
  for (name, text) in files { #expect(try folder.text(of: name) == text, "\(arguments) wrote over \(name)") }
  #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).count == files.count)
}

@Test(arguments: files.keys.sorted())
func `no report of lint takes the place of a file that is read`(name: String) throws {
  let folder = try TemporaryFolder(files)
  for path in [name, "./" + name, folder.path + "/" + name] {
    try check(
      refuses: ["lint", "--files-from", "list", "--output", "sarif=" + path],
      "cannot write '\(path)': it is one of the files that are read; name another\n", in: folder)
  }
}

@Test func `a link to a manuscript is the manuscript`() throws {
  let folder = try TemporaryFolder(files)
  let elsewhere = try TemporaryFolder()
  try FileManager.default.createSymbolicLink(
    atPath: elsewhere.path + "/out.json", withDestinationPath: folder.path + "/methods.tex")
  try check(
    refuses: ["lint", "main.tex", "--output", "json=\(elsewhere.path)/out.json"], "one of the files that are read",
    in: folder)
}

@Test func `what a manuscript would have read is kept also where its settings are broken`() throws {
  var broken = files
  broken["colophon.toml"] = "stag = 1\n"
  let folder = try TemporaryFolder(broken)
  try check(
    refuses: ["lint", "main.tex", "--output", "json=references.bib"],
    "cannot write 'references.bib': it is one of the files that are read; name another\n", in: folder, broken)
}

@Test(arguments: [
  ["report", "main.tex", "--force", "-o"], ["report", "main.tex", "--force", "--letter"],
  ["statement", "main.tex", "--force", "-o"],
  ["baseline", "main.tex", "methods.tex", "references.bib", "--baseline"],
]) func `force and baselines do not write over manuscripts`(arguments: [String]) throws {
  let folder = try TemporaryFolder(files)
  for name in ["main.tex", "methods.tex", "references.bib"] {
    try check(refuses: arguments + [name], "it is one of the files that are read; name another\n", in: folder)
  }
}

@Test func `nothing is written into a submission`() throws {
  let folder = try TemporaryFolder(["s/main.tex": "\\documentclass{a}\\begin{document}x\\end{document}", "out.html": "x"])
  let kept = ["s/main.tex": "\\documentclass{a}\\begin{document}x\\end{document}", "out.html": "x"]
  func refused(_ arguments: [String], _ complaint: String) throws {
    let outcome = try Colophon.run(["check-submission", "--force"] + arguments, in: folder.path)
    #expect(outcome.status == 2 && outcome.output == "", "\(arguments)")
    #expect(outcome.complaints.contains(complaint), "\(arguments): \(outcome.complaints)")
    for (name, text) in kept { #expect(try folder.text(of: name) == text) }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path).count == 3)
  }
  for option in ["--report", "--letter"] {
    try refused(["s", option, "s/main.tex"], "it lies in the folder that is checked, into which nothing is written")
    try refused(["s/", option, folder.path + "/s/new.html"], "it lies in the folder that is checked")
    try refused(["s/main.tex", option, "s/main.tex"], "it is one of the files that are read")
    try refused(["s", option, "-"], "two reports would go to standard output")
  }
  try refused(["s", "--report", "out.html", "--letter", "./out.html"], "'out.html' and './out.html' are one file")
  let outcome = try Colophon.run(["check-submission", "s/main.tex", "--report", "s/new.html"], in: folder.path)
  #expect(outcome.status == 0)
}

@Test(arguments: [
  (["lint", "no-such.tex", "--output", "json=x", "--output", "sarif=./x"], "'x' and './x' are one file"),
  (["lint", "no-such.tex", "--output", "json=x", "--output", "json=x"], "cannot write 'x' twice"),
  (["lint", "no-such.tex", "--output", "json=-", "--output", "sarif=-"], "two reports would go to standard output"),
  (["lint", "no-such.tex", "--output", "json=-", "--format", "text"], "'--format text' both write standard output"),
  (["lint", "no-such.tex", "--output", "json=-", "--summary", "csv"], "'--summary csv' both write standard output"),
  (["report", "no-such.tex", "-o", "x", "--letter", "x"], "cannot write 'x' twice"),
  (["report", "no-such.tex", "-o", "-", "--letter"], "two reports would go to standard output"),
  (["check-submission", "no-such", "--report", "x", "--letter", "x"], "cannot write 'x' twice"),
]) func `two reports never go to one place`(arguments: [String], complaint: String) throws {
  let folder = try TemporaryFolder()
  let outcome = try Colophon.run(arguments, in: folder.path)
  #expect(outcome.status == 2)
  #expect(outcome.complaints.contains(complaint), "\(outcome.complaints)")
  #expect(!outcome.complaints.contains("no-such"))
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
}

@Test func `two reports may both go to nowhere`() throws {
  let folder = try TemporaryFolder(["paper.md": "We counted birds.\n"])
  let arguments = ["lint", "--output", "json=/dev/null", "--output", "sarif=/dev/null"]
  #expect(try Colophon.run(arguments, in: folder.path).status == 0)
}

@Test func `a hyphen in a file's place is standard output`() throws {
  let folder = try TemporaryFolder(["paper.md": "# Methods\n\nWe prompted GPT-4 to label each abstract.\n"])
  let json = try Colophon.run(["lint", "--format", "json"], in: folder.path)
  let printed = try Colophon.run(["lint", "--output", "json=-", "--output", "junit=out.xml"], in: folder.path)
  #expect(printed.output == json.output && printed.status == 1)
  #expect(try folder.text(of: "out.xml").hasSuffix("</testsuites>\n"))
  let statement = try Colophon.run(["statement", "paper.md", "-o", "-"], in: folder.path)
  #expect(statement.output.contains("GPT-4"))
  #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["paper.md", "out.xml"])
}

@Test func `a summary from an earlier run is no manuscript and is replaced`() throws {
  let folder = try TemporaryFolder(["paper.md": "# Methods\n\nWe prompted GPT-4 to label each abstract.\n"])
  for paths in [["."], ["."], ["*.md"]] {
    let outcome = try Colophon.run(["lint", "--output", "markdown=summary.md"] + paths, in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("in 1 file of 1 manuscript\n"))
  }
}

@Test func `what is written to a closed standard output goes nowhere else`() throws {
  let folder = try TemporaryFolder(["paper.md": "# Methods\n\nWe prompted GPT-4 to label each abstract.\n"])
  func run(_ redirection: String) throws -> (status: Int32, complaints: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "\"$0\" lint --output json=out.json paper.md \(redirection)", Colophon.program]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
  #expect(try run(">&-") == (2, "colophon: cannot write standard output: it is closed\n"))
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["paper.md"])
  #expect(try run("2>&-").status == 1)
  #expect(try run("2>/dev/full").status == 1)
  #expect(try folder.text(of: "out.json").hasPrefix("{\n  \"version\": 1,"))
}
