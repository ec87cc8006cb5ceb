import Foundation
import Testing

private let secret =
  "The unpublished enzyme zylotrase of Dr Quillfeather (quill@lab.example, https://lab.example/zylo) melted at 73.9 degrees."

private let manuscript = """
  \\documentclass{article}
  \\begin{document}
  \\section{Methods}
  \(secret)
  We prompted GPT-4 to label each abstract on tropical frogs of the Kerguelen herbarium.
  Samples of 4821 frogs were weighed by Marbury.
  \\end{document}

  """

private func withManuscript(_ text: String, _ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("colophon-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try text.write(to: folder.appendingPathComponent("paper.tex"), atomically: true, encoding: .utf8)
  try body(folder.path)
}

/// The words of a text that say something.
private func contentWords(_ text: String) -> Set<String> {
  let little: Set<String> = ["the", "of", "at", "was", "were", "by", "we", "to", "on", "each", "dr", "in", "https"]
  return Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(little)
}

@Test func anExcerptLeadsToTheDecisionAndGivesNothingElseAway() throws {
  try withManuscript(manuscript) { folder in
    let report = try Colophon.run(["report-bug", "paper.tex:5:13:prompting"], in: folder)
    #expect(report.status == 0 && report.complaints.isEmpty)
    #expect(report.output.hasPrefix("### Wrong decision: `prompting`\n"))
    for line in ["| profile | science |", "| reproduced | yes, by the excerpt below |", "GPT-4", "\\section{Methods}"] {
      #expect(report.output.contains(line), "\(report.output)")
    }
    let excerpt = try #require(report.output.components(separatedBy: "```").dropFirst().first)
    #expect(contentWords(excerpt).isDisjoint(with: contentWords(secret)), "\(excerpt)")
    for word in ["frogs", "kerguelen", "herbarium", "tropical", "4821", "marbury"] {
      #expect(!excerpt.lowercased().contains(word), "\(excerpt)")
    }
  }
}

@Test func theExcerptAsksTheSameQuestionWhenItIsLinted() throws {
  try withManuscript(manuscript) { folder in
    let report = try Colophon.run(["report-bug", "paper.tex:5:13:which-weights"], in: folder).output
    let parts = report.components(separatedBy: "```latex\n")
    let excerpt = try #require(parts.last?.components(separatedBy: "```").first)
    try excerpt.write(toFile: folder + "/excerpt.tex", atomically: true, encoding: .utf8)
    let lint = try Colophon.run(["lint", "excerpt.tex", "--fail-on", "never"], in: folder).output
    #expect(lint.contains("[which-weights]: 'GPT-4': no version or snapshot"))
  }
}

@Test func aKeptParagraphIsPrintedAsItStands() throws {
  try withManuscript(manuscript + "") { folder in
    let report = try Colophon.run(["report-bug", "paper.tex:5:13:prompting", "--keep", "6"], in: folder)
    #expect(report.output.contains("4821 frogs"))
  }
}

@Test func aFindingIsNamedByPlaceOrFingerprint() throws {
  try withManuscript(manuscript) { folder in
    let several = try Colophon.run(["report-bug", "paper.tex:5:13"], in: folder)
    #expect(several.status == 2)
    #expect(several.complaints.contains("more than one finding; say which: paper.tex:5:13:"))
    let near = try Colophon.run(["report-bug", "paper.tex:5:12:prompting"], in: folder)
    #expect(near.status == 2)
    #expect(near.complaints.contains("did you mean 'paper.tex:5:13:prompting'?"))
    #expect(try Colophon.run(["report-bug", "nonsense"], in: folder).status == 2)
    let json = try Colophon.run(["lint", "paper.tex", "--format", "json", "--fail-on", "never"], in: folder).output
    let print = try #require(json.firstMatch(of: /"fingerprint": "([0-9a-f]{16}:[0-9]+)"/)).1
    let report = try Colophon.run(["report-bug", String(print), "paper.tex"], in: folder)
    #expect(report.status == 0 && report.output.contains("| reproduced | yes"))
  }
}

@Test(arguments: ["biology/main.tex", "ecology/paper.qmd"])
func everyFindingOfTheExamplesIsReproduced(path: String) throws {
  let main = Colophon.fixtures + "/" + path
  let text = try Colophon.run(["lint", main, "--format", "json", "--fail-on", "never"]).output
  let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  let manuscripts = object["manuscripts"] as? [[String: Any]] ?? []
  let found = manuscripts.flatMap { $0["diagnostics"] as? [[String: Any]] ?? [] }
  #expect(found.count > 4)
  // A remark on a comment is no decision on a model.
  for diagnostic in found where diagnostic["code"] as? String != "unused-suppression" {
    let print = try #require(diagnostic["fingerprint"] as? String)
    let report = try Colophon.run(["report-bug", print, main])
    #expect(report.output.contains("| reproduced | yes"), "\(report.output)")
  }
}

@Test func aLineBeyondTheFileCannotBeKept() throws {
  try withManuscript(manuscript) { folder in
    let report = try Colophon.run(["report-bug", "paper.tex:5:13:prompting", "--keep", "31"], in: folder)
    #expect(report.status == 2 && report.output.isEmpty)
    #expect(report.complaints == "colophon: 'paper.tex' has no line 31 to keep\n")
  }
}
