import Foundation
import Testing

private let used = "# Methods\n\nWe prompted GPT-4 to label each abstract.\n"
private let clean = "\u{1B}[H\u{1B}[2J\u{1B}[3J"

@Test func `watch lints again on a clean screen when a file is saved, and Ctrl-C ends it`() throws {
  let folder = try TemporaryFolder(["paper.md": "# Methods\n\nWe counted birds.\n"])
  let outcome = try Terminal.run(
    [Colophon.program, "lint", "--watch", "--color", "never", folder.path],
    steps: [
      "Ctrl-C ends=>append \(folder.path)/paper.md=\nWe prompted GPT-4 to label each abstract.", "Ctrl-C ends=>type ^C",
    ])
  #expect(outcome.status == 0)
  let screens = outcome.shown.components(separatedBy: clean)
  #expect(screens.count == 3)
  #expect(screens[0] == "")
  #expect(screens[1].contains("no reuse of a pre-trained model found in 1 file of 1 manuscript"))
  #expect(screens[2].contains("error[prompting]: 'GPT-4'"))
  #expect(screens[2].contains("watching 1 file; Ctrl-C ends"))
}

@Test func `watch sees included files, settings and new manuscripts`() throws {
  let folder = try TemporaryFolder([
    "main.tex": "\\documentclass{a}\\begin{document}\\section{Methods}\\input{part}\\input{late}\\end{document}",
    "part.tex": "We counted birds.\n", "colophon.toml": "",
  ])
  let outcome = try Terminal.run(
    [Colophon.program, "lint", "--watch", "--color", "never", "--format", "concise", folder.path],
    steps: [
      "Ctrl-C ends=>append \(folder.path)/part.tex=We prompted GPT-4 to label each abstract.",
      "Ctrl-C ends=>append \(folder.path)/late.tex=We prompted Llama 3 to label each abstract.",
      "Ctrl-C ends=>append \(folder.path)/new.md=# Methods\n\nWe prompted Claude 3 to label each abstract.",
      "Ctrl-C ends=>append \(folder.path)/colophon.toml=stag = 1", "Ctrl-C ends=>type ^C",
    ])
  #expect(outcome.status == 0)
  let screens = outcome.shown.components(separatedBy: clean).dropFirst()
  #expect(screens.count >= 5)
  #expect(outcome.shown.contains("GPT-4"))
  #expect(outcome.shown.contains("Llama 3"))
  #expect(outcome.shown.contains("Claude 3"))
  #expect(screens.last?.contains("unknown key 'stag'; did you mean 'stage'?") == true)
}

@Test func `watch goes on where a manuscript is missing and refuses standard input`() throws {
  let folder = try TemporaryFolder(["kept.txt": ""])
  let outcome = try Terminal.run(
    [Colophon.program, "lint", "--watch", folder.path + "/paper.md"],
    steps: [
      "Ctrl-C ends=>append \(folder.path)/paper.md=# Methods\n\nWe counted birds.", "Ctrl-C ends=>type ^C",
    ])
  #expect(outcome.status == 0)
  #expect(outcome.shown.contains("it does not exist"))
  #expect(outcome.shown.contains("no reuse of a pre-trained model found in 1 file"))
  #expect(try Colophon.run(["lint", "--watch", "-"]).status == 2)
  #expect(try Colophon.run(["lint", "--watch", "--files-from", "-"]).status == 2)
}
