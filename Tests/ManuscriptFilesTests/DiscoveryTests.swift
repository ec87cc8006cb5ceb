import Foundation
import ManuscriptAnalysis
import ManuscriptFiles
import Manuscripts
import Testing

private let root = "\\documentclass{article}\\begin{document}x\\end{document}"

/// The manuscripts of a folder, relative to it.
private func found(_ files: [String: String]) throws -> [String] {
  let folder = try TemporaryFolder(files)
  return try Discovery.manuscripts(at: folder.path).map { String($0.path.dropFirst(folder.path.count + 1)) }
}

@Test func aFolderGivesItsRootsOnly() throws {
  let files = [
    "main.tex": root + "\\input{part}", "part.tex": "text", "paper.md": "text", "README.md": "text",
    "old/main.tex": root, "data.csv": "",
  ]
  #expect(try found(files) == ["main.tex", "paper.md"])
}

@Test func includedChaptersAreNoManuscripts() throws {
  #expect(
    try found(["paper.qmd": "{{< include _m.qmd >}}\n\n{{< include more.qmd >}}", "_m.qmd": "x", "more.qmd": "x"]) == [
      "paper.qmd"
    ])
}

@Test func `files that include each other stay manuscripts, and say so`() throws {
  let circle = [
    "main.tex": "\\documentclass{article}\\begin{document}\\input{a}\\end{document}", "a.tex": "Text \\input{main}",
    "self.tex": "\\documentclass{article}\\begin{document}\\input{self}\\end{document}",
  ]
  #expect(try found(circle) == ["main.tex", "self.tex"])
  let folder = try TemporaryFolder(circle)
  let loaded = try LoadedManuscript.load(.file(folder.path + "/main.tex"), configuration: Configuration())
  #expect(loaded.input.manuscript.problems.map(\.kind) == [.includeCycle])
  // One that a third includes is its chapter, whatever it includes itself.
  let above = ["top.tex": "\\documentclass{book}\\begin{document}\\input{a}\\end{document}"]
  #expect(try found(circle.merging(above) { first, _ in first }) == ["self.tex", "top.tex"])
}

@Test(
  arguments: [
    "\\input{parts/chapter}", "\\input parts/chapter.tex ", "\\subimport*{parts/}{chapter}",
    "\\subfile[x]{parts/chapter}",
    "\\newcommand{\\chap}[1]{\\input{parts/#1}}\\chap{chapter}",
    "\\def\\name{chapter}\\include{parts/\\name}", "\\input{ parts/chapter}",
    "\\InputIfFileExists{parts/chapter}{\\section{A}}{}", "\\input{middle}",
  ]) func `a document that another one includes by whatever words is its chapter`(_ words: String) throws
{
  let files = [
    "main.tex": "\\documentclass{book}\n\\begin{document}\n" + words + "\n\\end{document}",
    "middle.tex": "Text \\input{parts/chapter}", "parts/chapter.tex": root, "parts/other.tex": root,
  ]
  #expect(try found(files) == ["main.tex", "parts/other.tex"])
}

@Test(
  arguments: [
    "% \\input{parts/chapter}", "\\iffalse\\input{parts/chapter}\\fi", "\\inputs{parts/chapter}", "\\input", "\\input{",
  ])
func `what is not included stays a manuscript`(_ words: String) throws {
  let main = "\\documentclass{book}\n\\begin{document}\n" + words
  #expect(try found(["main.tex": main, "parts/chapter.tex": root]) == ["main.tex", "parts/chapter.tex"])
}

@Test func `names with blanks are names, and far brackets no options`() throws {
  let main = "\\documentclass{book}\n\\begin{document}\\input{ part one }"
  #expect(try found(["main.tex": main, "part one.tex": root]) == ["main.tex"])
  let hostile = main + String(repeating: "\\input{a}[", count: 30_000) + "]"
  #expect(try found(["main.tex": hostile, "part one.tex": root]) == ["main.tex"])
}

@Test func `what is no document hides none`() throws {
  let files = [
    "main.tex": root, "left-over.tex": "\\input{main}", "README.md": "{{< include paper.md >}}", "paper.md": "x",
  ]
  #expect(try found(files) == ["main.tex", "paper.md"])
}

@Test func `folders that are passed over are named where nothing else is found`() throws {
  let folder = try TemporaryFolder(["old/main.tex": root, "a/archive/main.tex": root])
  #expect(
    throws: ManuscriptFileError.noManuscript(
      path: folder.path, passedOver: [folder.path + "/a/archive", folder.path + "/old"])
  ) { try Discovery.manuscripts(at: folder.path) }
}

@Test func ignoredFilesAreNotRead() throws {
  #expect(
    try found([".gitignore": "*.tex\n!keep.tex\nskip/\n", "a.tex": root, "keep.tex": root, "skip/b.md": "x"]) == [
      "keep.tex"
    ])
}

@Test func numberedChaptersAreOneManuscript() throws {
  let files = ["content/01.abstract.md": "A", "content/02.introduction.md": "B", "content/metadata.yaml": "title: T"]
  #expect(try found(files) == ["content"])
}

@Test(arguments: [("a.pdf", "PDF"), ("a.docx", "Word"), ("a.typ", "Typst")]) func otherFormatsGetAClearSentence(
  name: String, format: String
) throws {
  let folder = try TemporaryFolder([name: "x"])
  let path = folder.path + "/" + name
  #expect(throws: ManuscriptFileError.unsupported(path: path, format: format)) { try Discovery.manuscripts(at: path) }
}

@Test func aFragmentLeadsToTheRootItNames() throws {
  let folder = try TemporaryFolder(["main.tex": root, "part.tex": "% !TEX root = main.tex\ntext"])
  #expect(try Discovery.manuscripts(at: folder.path + "/part.tex") == [.file(folder.path + "/main.tex")])
}

@Test func nothingOutsideTheRootIsRead() throws {
  let folder = try TemporaryFolder([
    "secret.tex": "secret", "paper/main.tex": "A \\input{../secret} \\input{/etc/hostname} B",
  ])
  let loaded = try LoadedManuscript.load(.file(folder.path + "/paper/main.tex"), configuration: Configuration())
  #expect(loaded.input.manuscript.problems.map(\.kind) == [.blockedFile, .blockedFile])
  #expect(loaded.input.project.files.count == 1)
}

@Test func aLinkOutOfTheRootIsBlocked() throws {
  let folder = try TemporaryFolder(["secret.tex": "secret", "paper/main.tex": "A \\input{link} B"])
  try FileManager.default.createSymbolicLink(
    atPath: folder.path + "/paper/link.tex", withDestinationPath: folder.path + "/secret.tex")
  let loaded = try LoadedManuscript.load(.file(folder.path + "/paper/main.tex"), configuration: Configuration())
  #expect(loaded.input.manuscript.problems.map(\.kind) == [.blockedFile])
}

@Test func theRootIsTheNearestFolderWithASettingsFile() throws {
  let folder = try TemporaryFolder([
    "colophon.toml": "", "shared.tex": "Shared", "paper/main.tex": "A \\input{../shared} B",
  ])
  let loaded = try LoadedManuscript.load(.file(folder.path + "/paper/main.tex"), configuration: Configuration())
  #expect(loaded.input.project.files.map(\.path) == ["main.tex", "../shared.tex"])
}
