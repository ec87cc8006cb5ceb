import Foundation
import Testing

private let used = "# Methods\n\nWe prompted GPT-4 to label each abstract.\n"
private let unused = "# Methods\n\nWe counted birds.\n"

/// Three hundred manuscripts in two folders, some of them large projects.
private func manyManuscripts() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  for index in 0..<100 {
    try folder.write(index % 3 == 0 ? used : unused, to: "one/paper\(index).md")
    for name in ["biology", "complete-latex"] {
      try FileManager.default.createDirectory(atPath: folder.path + "/two", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Colophon.fixtures + "/" + name, toPath: folder.path + "/two/\(name)\(index)")
    }
  }
  return folder
}

@Test(arguments: [["--format", "text"], ["--format", "json"], ["--summary", "csv"], ["--summary", "json"]])
func `any number of jobs writes the same bytes`(options: [String]) throws {
  let folder = try manyManuscripts()
  try FileManager.default.createSymbolicLink(
    atPath: folder.path + "/one/broken.md", withDestinationPath: "/no/such/file")
  let paths = ["one", "no-such-folder", "two", "one/broken.md"]
  let one = try Colophon.run(["lint", "--jobs", "1"] + options + paths, in: folder.path)
  let eight = try Colophon.run(["lint", "--jobs", "8"] + options + paths, in: folder.path)
  #expect(one.output == eight.output)
  #expect(one.complaints == eight.complaints)
  #expect(one.status == 2)
  if options[1] == "text" { #expect(one.output.contains("of 300 manuscripts\n")) }
  #expect(
    one.complaints == """
      colophon: cannot read 'no-such-folder': it does not exist
      colophon: cannot read 'one/broken.md': it does not exist

      """)
}

@Test func `a quoted pattern names what the shell would have named`() throws {
  let folder = try TemporaryFolder([
    "a/one.md": used, "a/deep/two.md": used, "b/three.md": used, "b/data.csv": "", ".hidden/four.md": used,
    "x1/p.md": used, "x2/p.md": used,
  ])
  func found(_ patterns: String...) throws -> [String] {
    let outcome = try Colophon.run(["lint", "--summary", "csv", "--fail-on", "never"] + patterns, in: folder.path)
    return outcome.output.split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[1]) }
  }
  #expect(try found("a/*.md") == ["a/one.md"])
  #expect(try found("*/*") == ["a/deep/two.md", "a/one.md", "b/three.md", "x1/p.md", "x2/p.md"])
  #expect(try found("**/t*.md") == ["a/deep/two.md", "b/three.md"])
  #expect(try found("x?") == ["x1/p.md", "x2/p.md"])
  #expect(try found(folder.path + "/b/*") == [folder.path + "/b/three.md"])
  #expect(try found("b/*", "b/three.md") == ["b/three.md"])
  let none = try Colophon.run(["lint", "z*.md"], in: folder.path)
  #expect(none.status == 2)
  #expect(none.complaints == "colophon: no manuscript matches 'z*.md'\n")
}

@Test(arguments: ["one.md\ntwo words.md\n", "one.md\r\ntwo words.md", "one.md\0two words.md\0"])
func `paths come from a list`(list: String) throws {
  let folder = try TemporaryFolder(["one.md": used, "two words.md": unused, "list": list])
  let piped = try Colophon.run(["lint", "--files-from", "-", "--summary", "csv"], input: list, in: folder.path)
  let named = try Colophon.run(["lint", "--files-from", "list", "--summary", "csv"], in: folder.path)
  #expect(piped.output == named.output)
  let lines = piped.output.split(separator: "\n")
  #expect(
    lines.first
      == "version,manuscript,status,language,files,bytes,reused,errors,warnings,hints,hiddenAsks,problems,asks,models,message"
  )
  #expect(lines.dropFirst().first?.hasPrefix("1,one.md,asks,en,1,53,1,") == true)
  #expect(lines.dropFirst(2) == ["1,two words.md,no-reuse,en,1,29,0,0,0,0,0,0,,,"])
}

@Test func `an empty list of paths is no failure and no call to read everything`() throws {
  let folder = try TemporaryFolder(["one.md": used])
  let outcome = try Colophon.run(["lint", "--files-from", "-"], in: folder.path)
  #expect(outcome.status == 0)
  #expect(outcome.output == "no manuscript was linted\n")
  #expect(try Colophon.run(["lint", "--files-from", "none"], in: folder.path).status == 2)
}

@Test func `the summary tells what could not be read and starts no formulas`() throws {
  let folder = try TemporaryFolder(["=1+2,\"x\".md": unused])
  let outcome = try Colophon.run(["lint", ".", "gone.md", "--summary", "csv"], in: folder.path)
  #expect(outcome.status == 2)
  #expect(
    outcome.output.split(separator: "\n").dropFirst() == [
      "1,\"./=1+2,\"\"x\"\".md\",no-reuse,en,1,29,0,0,0,0,0,0,,,",
      "1,gone.md,failed,,0,0,0,0,0,0,0,0,,,cannot read 'gone.md': it does not exist",
    ])
}

@Test func `a manuscript that is given by several paths is read once`() throws {
  let folder = try TemporaryFolder(["paper.md": used, "content/01.abstract.md": used, "content/02.introduction.md": used])
  try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.md", withDestinationPath: "paper.md")
  try FileManager.default.createSymbolicLink(atPath: folder.path + "/folder", withDestinationPath: ".")
  func found(_ paths: String...) throws -> [String] {
    let outcome = try Colophon.run(["lint", "--summary", "csv", "--fail-on", "never"] + paths, in: folder.path)
    return outcome.output.split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[1]) }
  }
  #expect(try found("./paper.md", "paper.md", folder.path + "/paper.md", "link.md", "folder/paper.md") == ["./paper.md"])
  #expect(try found("link.md", "paper.md") == ["link.md"])
  #expect(try found("content", "content/", "folder/content") == ["content"])
  #expect(try found("*.md", "paper.md") == ["link.md"])
}

@Test func `links between folders are not followed`() throws {
  let folder = try TemporaryFolder(["a/paper.md": used, "a/b/other.md": used, "outside.md": used])
  let links = [("a/up", ".."), ("a/b/up", "../.."), ("a/self", "."), ("a/away", "/usr"), ("a/copy.md", "paper.md")]
  for (link, target) in links {
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + link, withDestinationPath: target)
  }
  try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/new.md", withDestinationPath: "../outside.md")
  for path in ["a", "a/**/*.md", "a/**"] {
    let outcome = try Colophon.run(["lint", "--summary", "csv", "--fail-on", "never", path], in: folder.path)
    let found = outcome.output.split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[1]) }
    #expect(Set(found) == ["a/b/other.md", "a/new.md", path == "a" ? "a/paper.md" : "a/copy.md"], "\(path)")
  }
}

@Test func `a bad number of jobs is refused`() throws {
  #expect(try Colophon.run(["lint", "--jobs", "0", Colophon.fixtures]).status == 2)
}

@Test func `one broken settings file is complained of once`() throws {
  let folder = try TemporaryFolder(["colophon.toml": "stag = 1\n", "a.md": used, "b.md": used])
  let outcome = try Colophon.run(["lint", "."], in: folder.path)
  #expect(outcome.complaints == "colophon: colophon.toml:1:1: unknown key 'stag'; did you mean 'stage'?\n")
}

@Test func `progress shows on a terminal only and not in CI`() throws {
  let folder = try TemporaryFolder(["a.md": used, "b.md": unused])
  func shown(_ environment: String...) throws -> String {
    try Terminal.run(["/usr/bin/env"] + environment + [Colophon.program, "lint", folder.path]).shown
  }
  let plain = try shown("-u", "CI", "TERM=xterm")
  #expect(plain.contains("[###############---------------] 1 of 2 manuscripts"))
  #expect(plain.contains("\r\u{1B}[K"))
  #expect(try !shown("CI=true", "TERM=xterm").contains("[####"))
  #expect(try !shown("-u", "CI", "TERM=dumb").contains("[####"))
  #expect(try Colophon.run(["lint", "--fail-on", "never", folder.path]).complaints == "")
}
