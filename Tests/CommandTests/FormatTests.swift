import Foundation
import Testing

private let snapshots = Colophon.repository + "/Tests/Fixtures/reports"
private let manuscript = "Tests/Fixtures/manuscripts/ecology/paper.qmd"

/// Compares a text with a file of `Tests/Fixtures/reports`; `COLOPHON_RECORD_SNAPSHOTS=1` writes the file instead.
private func check(_ text: String, against name: String) throws {
  let path = snapshots + "/" + name
  if ProcessInfo.processInfo.environment["COLOPHON_RECORD_SNAPSHOTS"] != nil {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
  #expect(
    try String(contentsOfFile: path, encoding: .utf8) == text,
    "COLOPHON_RECORD_SNAPSHOTS=1 swift test --filter FormatTests records \(name) anew")
}

/// The text without the pages of rules, which have their own tests.
private func withoutRules(_ text: String) -> String {
  guard let start = text.range(of: "\"rules\": ["), let end = text.range(of: "\"originalUriBaseIds\"") else { return text }
  return text[..<start.upperBound] + "…\n      " + text[end.lowerBound...]
}

/// Every field of a JSON document with the kinds of its values, a line each, sorted.
private func fields(of json: String) throws -> [String] {
  var found: Set<String> = []
  func collect(_ value: Any, _ path: String) {
    switch value {
    case let object as [String: Any]:
      for (key, inner) in object { collect(inner, path + (path.isEmpty ? "" : ".") + key) }
    case let array as [Any]:
      if array.isEmpty { found.insert(path + "[]") }
      for inner in array { collect(inner, path + "[]") }
    case is String: found.insert(path + ": string")
    case is NSNull: found.insert(path + ": null")
    case let number as NSNumber:
      found.insert(path + (String(cString: number.objCType) == "c" ? ": true or false" : ": number"))
    default: found.insert(path + ": ?")
    }
  }
  collect(try JSONSerialization.jsonObject(with: Data(json.utf8)), "")
  return found.sorted()
}

@Test(arguments: ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"])
func `every format writes what it wrote before`(format: String) throws {
  let outcome = try Colophon.run(["lint", manuscript, "--format", format, "--fail-on", "never"], in: Colophon.repository)
  #expect(outcome.status == 0)
  #expect(outcome.complaints == "")
  try check(withoutRules(outcome.output), against: "ecology.\(format)")
}

@Test(arguments: ["json", "sarif", "gitlab", "rdjson"])
func `every format keeps its fields`(format: String) throws {
  let outcome = try Colophon.run(
    ["lint", Colophon.fixtures, "no-such.tex", "--format", format], in: Colophon.repository)
  let fields = try fields(of: outcome.output)
  let path = snapshots + "/\(format).fields"
  let known = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  if ProcessInfo.processInfo.environment["COLOPHON_RECORD_SNAPSHOTS"] != nil {
    let all = Set(known).union(fields).sorted()
    try (all.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
  #expect(Set(fields).subtracting(known) == [], "a new field is recorded by COLOPHON_RECORD_SNAPSHOTS=1")
  let document = try String(contentsOfFile: Colophon.repository + "/docs/formats.md", encoding: .utf8)
  for field in fields {
    let name = field.prefix { $0 != ":" }.split(separator: ".").last.map { $0.filter { $0 != "[" && $0 != "]" } } ?? ""
    #expect(name.isEmpty || document.contains("`\(name)`"), "docs/formats.md says nothing of \(field)")
  }
}

@Test func `several reports are written in one run`() throws {
  let folder = try TemporaryFolder(["paper.md": "# Methods\n\nWe prompted GPT-4 to label each abstract.\n"])
  try folder.write("an earlier report", to: "out.sarif")
  let outcome = try Colophon.run(
    ["lint", "--format", "concise", "--output", "sarif=out.sarif", "--output", "json=out=2.json"], in: folder.path)
  #expect(outcome.status == 1)
  #expect(outcome.output.hasPrefix("paper.md:3:13: error[prompting]: 'GPT-4'"))
  for (format, file) in [("sarif", "out.sarif"), ("json", "out=2.json")] {
    #expect(try folder.text(of: file) == Colophon.run(["lint", "--format", format], in: folder.path).output)
  }
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
}

@Test(arguments: [
  ("sarif", "'--output' takes FORMAT=FILE, such as sarif=colophon.sarif, not 'sarif'"),
  ("sarif=", "'--output' takes FORMAT=FILE, such as sarif=colophon.sarif, not 'sarif='"),
  ("sariff=x", "unknown format 'sariff' in --output; did you mean 'sarif'?"),
])
func `a bad output is refused before anything is read`(value: String, complaint: String) throws {
  let outcome = try Colophon.run(["lint", "no-such.tex", "--output", value])
  #expect(outcome.status == 2)
  #expect(outcome.complaints.contains(complaint))
  #expect(!outcome.complaints.contains("no-such.tex"))
}

@Test func `a report that cannot be written fails the run and leaves the others whole`() throws {
  let folder = try TemporaryFolder(["paper.md": "# Methods\n\nWe counted birds.\n"])
  let outcome = try Colophon.run(
    ["lint", "--output", "json=no/folder/out.json", "--output", "junit=out.xml"], in: folder.path)
  #expect(outcome.status == 2)
  #expect(outcome.complaints == "colophon: cannot write 'no/folder/out.json': its folder does not exist\n")
  #expect(outcome.output == "no reuse of a pre-trained model found in 1 file of 1 manuscript\n")
  #expect(try folder.text(of: "out.xml").hasSuffix("</testsuites>\n"))
}

@Test(arguments: ["json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"])
func `no report for programs holds an absolute path`(format: String) throws {
  let text = "\\documentclass{article}\\begin{document}We prompted GPT-4.\\input{x}\\end{document}"
  let folder = try TemporaryFolder(["colophon.toml": "", "paper/main.tex": text])
  let elsewhere = try TemporaryFolder()
  for arguments in [[folder.path], [folder.path + "/paper/main.tex", folder.path + "/none.tex"]] {
    let outside = try Colophon.run(["lint", "--format", format] + arguments, in: elsewhere.path)
    #expect(!outside.output.contains(folder.path))
    #expect(outside.output.contains("paper/main.tex"))
    #expect(!outside.output.contains("paper/paper"))
    let inside = try Colophon.run(["lint", "--format", format] + arguments, in: folder.path + "/paper")
    #expect(!inside.output.contains(folder.path))
  }
}

@Test(arguments: [["--format", "sarif"], ["--format", "gitlab"], ["--format", "junit"], ["--format", "markdown"]])
func `reports are the same with any number of jobs`(options: [String]) throws {
  let folder = try TemporaryFolder()
  for index in 0..<40 {
    try folder.write("# Methods\n\nWe prompted GPT-\(index % 2 + 3) to label \(index) abstracts.\n", to: "p\(index).md")
  }
  let one = try Colophon.run(["lint", "--jobs", "1"] + options, in: folder.path)
  #expect(one.output.utf8.count > 4_000)
  #expect(try Colophon.run(["lint", "--jobs", "8"] + options, in: folder.path).output == one.output)
}
