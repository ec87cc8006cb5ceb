import Foundation
import Manuscripts
import TestSupport
import Testing

@testable import ManuscriptAnalysis

/// A program that turns manuscripts into pages.
private struct Compiler {
  let path: String
  let arguments: [String]

  static let pdflatex = Compiler("pdflatex", ["-draftmode", "-interaction=nonstopmode", "-halt-on-error"])
  static let pandoc = Compiler("pandoc", ["--from=markdown", "--to=plain", "--wrap=none"])

  private init?(_ name: String, _ arguments: [String]) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = folders.map { "\($0)/\(name)" }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else { return nil }
    self.path = path
    self.arguments = arguments
  }

  /// What the program prints, and whether it did without complaint.
  func run(_ project: EditableProject) throws -> (isGood: Bool, output: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("colophon-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in project.files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments + [project.main]
    process.currentDirectoryURL = folder
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus == 0 && !text.contains("[WARNING]"), text)
  }
}

/// The fixes to compile: each one that adds text, and all comments at once.
private func trials(_ project: EditableProject) -> [Fix] {
  let analysis = project.analysis()
  let fixes = project.fixes(of: analysis)
  var trials: [Fix] = fixes.statement().map { [$0] } ?? []
  var comments: [FixEdit] = []
  for fix in analysis.diagnostics.flatMap({ fixes.fixes(for: $0) }) {
    if fix.kind == .silence || fix.id == "supplement" || fix.id == "repository" {
      comments += fix.edits.filter { !comments.contains($0) }
    } else if !trials.contains(where: { $0.edits == fix.edits }) {
      trials.append(fix)
    }
  }
  return trials
    + (comments.isEmpty ? [] : [Fix(id: "comments", title: "all comments", kind: .silence, edits: comments)])
}

@Test(.enabled(if: Compiler.pdflatex != nil), arguments: ["biology/main.tex", "complete-latex/main.tex"])
func fixesOfTheExamplesCompileWithPdflatex(path: String) throws {
  try checkLatex(try FixtureProject.project(path))
}

@Test(.enabled(if: Compiler.pdflatex != nil), arguments: 0..<6)
func fixesOfMadeUpManuscriptsCompileWithPdflatex(seed: Int) throws {
  var maker = MadeUpManuscript(seed: UInt64(seed))
  try checkLatex(maker.latex())
}

private func checkLatex(_ project: EditableProject) throws {
  let pdflatex = try #require(Compiler.pdflatex)
  let before = try pdflatex.run(project)
  #expect(before.isGood, "\(before.output.suffix(600))")
  let analysis = project.analysis()
  for fix in trials(project) {
    let (isGood, output) = try pdflatex.run(project.applying(fix, of: analysis))
    #expect(isGood, "\(fix.title): \(output.suffix(600))")
  }
}

@Test(.enabled(if: Compiler.pandoc != nil), arguments: ["ecology/paper.qmd", "complete-markdown/paper.md"])
func fixesOfTheExamplesKeepTheirTextInPandoc(path: String) throws {
  try checkMarkdown(try FixtureProject.project(path))
}

@Test(.enabled(if: Compiler.pandoc != nil), arguments: 0..<12)
func fixesOfMadeUpManuscriptsKeepTheirTextInPandoc(seed: Int) throws {
  var maker = MadeUpManuscript(seed: UInt64(seed))
  try checkMarkdown(maker.markdown())
}

/// All signs stay, in their order; a comment adds none.
private func checkMarkdown(_ project: EditableProject) throws {
  let pandoc = try #require(Compiler.pandoc)
  let before = try pandoc.run(project)
  let analysis = project.analysis()
  for fix in trials(project) {
    let after = try pandoc.run(project.applying(fix, of: analysis))
    #expect(after.isGood == before.isGood, "\(fix.title): \(after.output.suffix(600))")
    let signs = [before, after].map { $0.output.filter { !$0.isWhitespace } }
    #expect(isSubsequence(signs[0], of: signs[1]), "\(project.main): \(fix.title)\n\(fix.edits.map(\.text.plain))")
    if fix.id == "comments" { #expect(signs[0] == signs[1], "\(project.main)") }
  }
}

private func isSubsequence(_ part: String, of whole: String) -> Bool {
  var rest = whole[...]
  for sign in part {
    guard let found = rest.firstIndex(of: sign) else { return false }
    rest = rest[rest.index(after: found)...]
  }
  return true
}

/// The examples' statements in both markups, whatever they are written in themselves.
private let statementSources = [
  "biology/main.tex", "ecology/paper.qmd", "complete-latex/main.tex", "complete-markdown/paper.md",
]

@Test(.enabled(if: Compiler.pdflatex != nil), arguments: statementSources, StatementText.Layout.allCases)
func statementsCompileWithPdflatex(path: String, layout: StatementText.Layout) throws {
  let pdflatex = try #require(Compiler.pdflatex)
  let text = StatementText(try FixtureProject.project(path).analysis(), in: .latex).text(layout).plain
  let head = "\\documentclass{article}\n\\usepackage{natbib}\n\\usepackage{hyperref}\n\\begin{document}\n"
  let project = EditableProject(["main.tex": head + "Text.\n\n" + text + "\n\\end{document}\n"], main: "main.tex")
  let (isGood, output) = try pdflatex.run(project)
  #expect(isGood, "\(text)\n\(output.suffix(600))")
}

@Test(.enabled(if: Compiler.pandoc != nil), arguments: statementSources, StatementText.Layout.allCases)
func statementsPassThroughPandoc(path: String, layout: StatementText.Layout) throws {
  let pandoc = try #require(Compiler.pandoc)
  let analysis = try FixtureProject.project(path).analysis()
  let text = StatementText(analysis, in: .markdown).text(layout).plain
  let (isGood, output) = try pandoc.run(EditableProject(["paper.md": "Text.\n\n" + text + "\n"], main: "paper.md"))
  #expect(isGood)
  for model in analysis.models where model.role == .reused { #expect(output.contains(model.name), "\(output)") }
}
