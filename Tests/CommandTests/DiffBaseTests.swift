import Foundation
import Testing

private let first = "# Methods\n\nWe prompted GPT-4 to label each abstract.\n\nWe fine-tuned BERT on our data.\n"

/// A repository with one commit.
private final class Repository {
  let folder: TemporaryFolder

  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder(files)
    try git("init", "--quiet", "--initial-branch=main")
    try commit()
  }

  @discardableResult
  func git(_ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "user.name=n", "-c", "user.email=n@example.org"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  func commit() throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "-m", "state")
  }

  func lint(_ revision: String = "HEAD", _ options: String...) throws -> Colophon.Outcome {
    try Colophon.run(
      ["lint", "--format", "concise", "--fail-on", "hint", "--diff-base", revision] + options, in: folder.path)
  }

  /// The models that are asked about.
  func models(_ revision: String = "HEAD") throws -> Set<String> {
    let text = try lint(revision).output
    return Set(["GPT-4", "BERT", "RoBERTa"].filter { text.contains("'\($0)'") })
  }
}

@Test func `without a change nothing is asked`() throws {
  let repository = try Repository(["paper.md": first])
  let outcome = try repository.lint()
  #expect(outcome.status == 0)
  #expect(outcome.output == "2 models reused, nothing to ask in 1 file of 1 manuscript\n")
}

@Test func `only models whose sentences changed are asked about`() throws {
  let repository = try Repository(["paper.md": first])
  try repository.folder.write("An abstract.\n\n" + first, to: "paper.md")
  #expect(try repository.models() == [])
  for added in ["\nWe used RoBERTa to rank them.\n", "\n\nWe used RoBERTa to rank them.\n\n"] {
    try repository.folder.write(first + added, to: "paper.md")
    #expect(try repository.models() == ["RoBERTa"])
    try repository.folder.write(first.replacing("\nWe fine", with: added + "\nWe fine"), to: "paper.md")
    #expect(try repository.models() == ["RoBERTa"])
  }
  try repository.folder.write(first + "\n\n", to: "paper.md")
  #expect(try repository.models() == [])
  try repository.folder.write(first.replacingOccurrences(of: "our data", with: "our own data"), to: "paper.md")
  #expect(try repository.models() == ["BERT"])
  #expect(try repository.lint().status == 1)
  try repository.commit()
  #expect(try repository.models() == [])
  #expect(try repository.models("HEAD~1") == ["BERT"])
}

@Test func `a line that is gone concerns the models that it named`() throws {
  let repository = try Repository(["paper.md": first + "\nThe temperature of GPT-4 was 0.\n\nBirds sing.\n"])
  try repository.folder.write(first + "\nBirds sing.\n", to: "paper.md")
  #expect(try repository.models() == ["GPT-4"])
}

@Test func `a paragraph that has lost its last line has changed`() throws {
  let repository = try Repository(["paper.md": first.replacingOccurrences(of: "data.\n", with: "data\nfor 3 epochs.\n")])
  try repository.folder.write(first, to: "paper.md")
  #expect(try repository.models() == ["BERT"])
}

@Test func `a renamed file has changed only where its text has`() throws {
  let filler = (0..<30).map { "Birds of kind \($0) sing.\n\n" }.joined()
  let repository = try Repository(["paper.md": first + "\n" + filler])
  try repository.git("mv", "paper.md", "an article.md")
  #expect(try repository.models() == [])
  try repository.folder.write(
    first.replacingOccurrences(of: "each", with: "every") + "\n" + filler, to: "an article.md")
  #expect(try repository.models() == ["GPT-4"])
}

@Test(arguments: ["new.md", "ü \"quoted\" \\ name.md", "ignored/new.md"])
func `files that git does not track are new as a whole`(name: String) throws {
  let repository = try Repository(["paper.md": first, ".gitignore": "ignored/\n"])
  try repository.folder.write("# Methods\n\nWe fine-tuned RoBERTa on our data.\n", to: name)
  let outcome = try repository.lint("HEAD", "paper.md", name)
  #expect(outcome.output.contains("'RoBERTa'"))
  #expect(!outcome.output.contains("'BERT'"))
}

@Test func `names that git writes in quotation marks are found`() throws {
  let name = "ü \"q\"\t\\ x.md"
  let repository = try Repository([name: first])
  try repository.folder.write(first.replacingOccurrences(of: "each", with: "every"), to: name)
  #expect(try repository.models() == ["GPT-4"])
}

@Test func `included files and several manuscripts are compared`() throws {
  let root = "\\documentclass{article}\\begin{document}\\section{Methods}\\input{part}\\end{document}\n"
  let repository = try Repository([
    "a/main.tex": root, "a/part.tex": "We prompted GPT-4 to label each abstract.\n", "b/paper.md": first,
  ])
  try repository.folder.write("We prompted GPT-4 to label every abstract.\n", to: "a/part.tex")
  let outcome = try repository.lint()
  #expect(outcome.output.contains("a/part.tex:1:"))
  #expect(!outcome.output.contains("b/paper.md"))
}

@Test func `a branch is compared with where it parted`() throws {
  let repository = try Repository(["paper.md": first])
  try repository.git("checkout", "--quiet", "-b", "work")
  try repository.folder.write(first.replacingOccurrences(of: "each", with: "every"), to: "paper.md")
  try repository.commit()
  try repository.git("checkout", "--quiet", "main")
  try repository.folder.write(first.replacingOccurrences(of: "our data", with: "their data"), to: "paper.md")
  try repository.commit()
  try repository.git("checkout", "--quiet", "work")
  #expect(try repository.models("main") == ["GPT-4"])
}

@Test func `what keeps git from comparing is said`() throws {
  let repository = try Repository(["paper.md": first])
  let unknown = try repository.lint("no-such-branch")
  #expect(unknown.status == 2)
  #expect(unknown.complaints == "colophon: git knows no revision 'no-such-branch' in '.'\n")
  let option = try Colophon.run(["lint", "--diff-base=--help"], in: repository.folder.path)
  #expect(option.complaints == "colophon: git knows no revision '--help' in '.'\n")
  try repository.commit()
  try repository.commit()
  let clone = try TemporaryFolder()
  try repository.git("clone", "--quiet", "--depth", "1", "file://" + repository.folder.path, clone.path + "/c")
  let shallow = try Colophon.run(["lint", "--diff-base", "HEAD~1"], in: clone.path + "/c")
  #expect(shallow.status == 2)
  #expect(
    shallow.complaints
      == "colophon: git knows no revision 'HEAD~1' in '.'; the clone is shallow: fetch its history ('fetch-depth: 0', 'GIT_DEPTH: 0')\n")
  let outside = try TemporaryFolder(["paper.md": first])
  let none = try Colophon.run(["lint", "--diff-base", "HEAD"], in: outside.path)
  #expect(none.status == 2)
  #expect(none.complaints == "colophon: 'paper.md' is in no git repository: --diff-base needs one\n")
}

@Test func `a missing git is said`() throws {
  let repository = try Repository(["paper.md": first])
  let process = Process()
  process.executableURL = URL(fileURLWithPath: Colophon.program)
  process.arguments = ["lint", "--diff-base", "HEAD"]
  process.environment = ["PATH": "/no/such/folder"]
  process.currentDirectoryURL = URL(fileURLWithPath: repository.folder.path)
  let complaints = Pipe()
  process.standardError = complaints
  process.standardOutput = FileHandle.nullDevice
  try process.run()
  let text = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 2)
  #expect(text == "colophon: --diff-base needs git, and there is none on the path\n")
}
