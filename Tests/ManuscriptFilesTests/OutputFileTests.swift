import Foundation
import ManuscriptFiles
import Testing

@Test func `writes a new file and nothing beside it`() throws {
  let folder = try TemporaryFolder(["paper.tex": ""])
  try OutputFile.write("whole\n", to: folder.path + "/report.html", replacing: false, sparing: ReadFiles())
  #expect(try text(folder, "report.html") == "whole\n")
  #expect(FileSystem.names(in: folder.path) == ["paper.tex", "report.html"])
}

@Test func `leaves a file alone unless told to replace it`() throws {
  let folder = try TemporaryFolder(["report.html": "old"])
  let path = folder.path + "/report.html"
  #expect(throws: OutputFileError.exists(path: path)) { try OutputFile.write("new", to: path, replacing: false, sparing: ReadFiles()) }
  #expect(try text(folder, "report.html") == "old")
  chmod(path, 0o640)
  try OutputFile.write("new", to: path, replacing: true, sparing: ReadFiles())
  #expect(try text(folder, "report.html") == "new")
  var status = stat()
  #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
  #expect(FileSystem.names(in: folder.path) == ["report.html"])
}

@Test func `follows a link to the file it names`() throws {
  let folder = try TemporaryFolder(["there.html": "old"])
  #expect(symlink("there.html", folder.path + "/here.html") == 0)
  try OutputFile.write("new", to: folder.path + "/here.html", replacing: true, sparing: ReadFiles())
  #expect(try text(folder, "there.html") == "new")
}

@Test(arguments: ["", "/none/report.html"])
func `says why a place cannot be written`(name: String) throws {
  let folder = try TemporaryFolder(["paper.tex": ""])
  #expect(throws: OutputFileError.self) {
    try OutputFile.write("new", to: folder.path + name, replacing: true, sparing: ReadFiles())
  }
  #expect(FileSystem.names(in: folder.path) == ["paper.tex"])
}

@Test func `writes to a device directly`() throws {
  try OutputFile.write("new", to: "/dev/null", replacing: false, sparing: ReadFiles())
  #expect(FileSystem.kind(of: "/dev/null") == .other)
}

private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
  try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
}
