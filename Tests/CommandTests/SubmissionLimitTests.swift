import Foundation
import Testing

@Test func `a check that takes too long ends with a sentence and writes nothing`() throws {
  let sentence = "We prompted GPT-4 and fine-tuned BERT to label each of the abstracts, for 3 epochs.\n\n"
  let folder = try TemporaryFolder(["s/paper.md": "# Methods\n\n" + String(repeating: sentence, count: 45_000)])
  let start = ContinuousClock.now
  let outcome = try Colophon.run(
    ["check-submission", "s", "--time-limit", "1", "--report", "out.html", "--letter", "out.md"], in: folder.path)
  #expect(outcome.status == 2)
  #expect(outcome.output == "")
  #expect(outcome.complaints.hasPrefix("colophon: 's' was not examined: "))
  #expect(outcome.complaints.hasSuffix(" took longer than 1 s\n"))
  #expect(ContinuousClock.now - start < .seconds(5))
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["s"])
}

@Test func `a limit that is none is refused`() throws {
  let outcome = try Colophon.run(["check-submission", "s", "--time-limit", "0"])
  #expect(outcome.status == 2)
  #expect(outcome.complaints.contains("'--time-limit' must be 1 or more, not 0"))
}

@Test func `a submission whose files include each other has a root, and the circle is reported`() throws {
  let folder = try TemporaryFolder([
    "s/main.tex":
      "\\documentclass{a}\n\\begin{document}\n\\section{Methods}\nWe prompted GPT-4.\n\\input{a}\n\\end{document}\n",
    "s/a.tex": "Text.\n\\input{main}\n",
  ])
  let outcome = try Colophon.run(["check-submission", "s"], in: folder.path)
  #expect(outcome.status == 1)
  #expect(outcome.output.contains("note: s/a.tex:2:1: 'main.tex' includes itself\n"))
  #expect(outcome.output.contains("manuscript: main.tex\nexamined:\n  main.tex: manuscript\n  a.tex: part\n"))
}

@Test func `chapters in numbered files are one manuscript`() throws {
  let chapters = [
    "01.abstract.md": "# Abstract\n\nWe label abstracts.\n",
    "02.methods.md": "# Methods\n\nWe prompted GPT-4 to label each abstract.\n", "metadata.yaml": "title: T\n",
  ]
  var files = ["README.md": "x", "s/README.md": "x", "s/supplement.md": "The temperature was 0.\n"]
  for (name, text) in chapters { (files["s/content/" + name], files["t/" + name]) = (text, text) }
  let folder = try TemporaryFolder(files)
  let outcome = try Colophon.run(["check-submission", "s"], in: folder.path)
  #expect(outcome.status == 1)
  #expect(outcome.output.contains("\n  --> s/content/02.methods.md:3:13\n"))
  #expect(
    outcome.output.contains(
      """
      manuscript: content
      examined:
        content/01.abstract.md: manuscript
        content/02.methods.md: manuscript
        README.md: supplement
        supplement.md: supplement
        content/metadata.yaml: code
      """))
  let named = try Colophon.run(["check-submission", "s", "--main", "content"], in: folder.path)
  #expect(named.output == outcome.output)
  #expect(try Colophon.run(["check-submission", "t"], in: folder.path).output.contains("manuscript: .\nexamined:\n  01"))
}

@Test(arguments: ["paper.md", "sub/paper.md", "sub/paper.ipynb", "sub/paper.tex"])
func `places in a single document have its own path`(path: String) throws {
  let sentence = "We prompted GPT-4 to label each abstract."
  let text =
    path.hasSuffix("md") ? "# Methods\n\n\(sentence)\n"
    : path.hasSuffix("tex") ? "\\documentclass{a}\\begin{document}\\section{Methods}\n\(sentence)\n\\end{document}\n"
    : "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"# Methods\\n\\n\(sentence)\"}]}"
  let folder = try TemporaryFolder([path: text])
  let outcome = try Colophon.run(["check-submission", path], in: folder.path)
  #expect(outcome.status == 1)
  #expect(outcome.output.contains("\n  --> \(path):"), "\(outcome.output)")
  #expect(!outcome.output.contains(path + "/"))
}
