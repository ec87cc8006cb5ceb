import Testing

private let question = "# Methods\n\nWe prompted GPT-4 to label each abstract.\n"

private func project() throws -> TemporaryFolder {
  try TemporaryFolder([
    ".git/HEAD": "", "README.md": question, "essay.md": question,
    "paper/main.tex": #"""
    \documentclass{article}
    \begin{document}
    \input{methods}
    \bibliography{references}
    \end{document}
    """#,
    "paper/methods.tex": "\\section{Methods}\nWe prompted GPT-4 to label each abstract.\n",
    "paper/references.bib": "@misc{a, title={A}}\n", "paper/figure.py": "", "paper/requirements.txt": "torch==2.1\n",
    "paper/colophon.toml": "extend = \"../colophon.toml\"\n", "colophon.toml": "exclude = [\"old/**\"]\n",
    "old/first.md": question, "colophon-baseline.toml": "version = 1\n",
  ])
}

@Test(
  arguments: [
    (["paper/methods.tex", "paper/main.tex", "paper/references.bib"], ["paper/main.tex"]),
    (["paper/references.bib"], ["paper/main.tex"]),
    (["paper/requirements.txt"], ["paper/main.tex"]),
    (["./paper/../paper/methods.tex"], ["paper/main.tex"]),
    (["essay.md", "paper/methods.tex"], ["essay.md", "paper/main.tex"]),
    (["paper"], ["paper/main.tex"]),
    (["paper/colophon.toml"], ["paper/main.tex"]),
    (["colophon.toml"], ["essay.md", "paper/main.tex"]),
    (["colophon-baseline.toml"], ["essay.md", "paper/main.tex"]),
    (["README.md", "paper/figure.py", "gone.md", "no/such/folder/gone.md"], []),
    (["old/first.md"], []),
  ])
func `changed files stand for the manuscripts that read them`(files: [String], manuscripts: [String]) throws {
  let folder = try project()
  let outcome = try Colophon.run(
    ["lint", "--affected", "--summary", "csv", "--fail-on", "never"] + files, in: folder.path)
  let found = outcome.output.split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[1]) }
  #expect(found == manuscripts)
  #expect(outcome.status == 0)
  #expect(outcome.complaints == "")
}

@Test func `a file that a manuscript names and that is gone stands for it too`() throws {
  let folder = try project()
  try folder.write("\\documentclass{article}\\begin{document}\\input{lost}\\end{document}", to: "paper/main.tex")
  let outcome = try Colophon.run(
    ["lint", "--affected", "--summary", "csv", "--fail-on", "never", "paper/lost.tex"], in: folder.path)
  #expect(outcome.output.contains("paper/main.tex"))
}

@Test func `without manuscripts nothing is affected`() throws {
  let folder = try TemporaryFolder(["README.md": question])
  let outcome = try Colophon.run(["lint", "--affected", "README.md"], in: folder.path)
  #expect(outcome.status == 0)
  #expect(outcome.complaints == "")
}
