import Foundation
import Testing

private let prompted = "We prompted GPT-4 to label each abstract.\n"
private let paper = "# Methods\n\n\(prompted)\nWe counted [TODO: number] birds.\n"

/// A project with one manuscript and a baseline of what it lacks.
private func project(_ text: String = paper) throws -> TemporaryFolder {
  let folder = try TemporaryFolder(["colophon.toml": "", "text/paper.md": text])
  let written = try Colophon.run(["baseline"], in: folder.path)
  #expect(written.status == 0)
  #expect(written.output.hasPrefix("wrote colophon-baseline.toml: "))
  return folder
}

private func lint(_ folder: TemporaryFolder, _ options: String...) throws -> Colophon.Outcome {
  try Colophon.run(["lint", "--fail-on", "hint"] + options, in: folder.path)
}

@Test func `what stands in a baseline does not fail`() throws {
  let folder = try TemporaryFolder(["text/paper.md": paper])
  #expect(try lint(folder).status == 1)
  #expect(try Colophon.run(["baseline"], in: folder.path).output == "wrote colophon-baseline.toml: 7 gaps of 1 manuscript\n")
  #expect(
    try folder.text(of: "colophon-baseline.toml") == """
      # What stood when this was written: 'colophon lint' fails only on what is new. See docs/baseline.md.
      version = 1

      [[manuscript]]
      path = "text/paper.md"
      gaps = [
        "access-date gpt-4 e9f6d1c577be68dd",
        "api-or-local gpt-4 e9f6d1c577be68dd",
        "decoding-parameters gpt-4 e9f6d1c577be68dd",
        "model-citation gpt-4 e9f6d1c577be68dd",
        "model-version gpt-4 e9f6d1c577be68dd",
        "placeholder-left 187c25db6273a6a6",
        "prompt-text gpt-4 e9f6d1c577be68dd",
      ]

      """)
  let outcome = try lint(folder)
  #expect(outcome.status == 0)
  #expect(
    outcome.output
      == "1 model reused, nothing new to ask in 1 file of 1 manuscript\n7 known gaps held back by the baseline\n")
  #expect(try lint(folder, "--no-baseline").status == 1)
}

@Test func `moved lines, other line ends and another wrapping keep their entries`() throws {
  let texts = [
    "# Introduction\n\nBirds sing.\n\n" + paper, paper.replacingOccurrences(of: "\n", with: "\r\n"),
    paper.replacingOccurrences(of: "GPT-4 to", with: "**GPT-4**\nto"),
    "# Methods\n\nWe counted [TODO: number] birds.\n\n\(prompted)",
    paper.replacingOccurrences(of: "# Methods\n\n", with: "# Methods\n\nGPT-4 is a language model.\n\n"),
  ]
  let folder = try project()
  for text in texts {
    try folder.write(text, to: "text/paper.md")
    let outcome = try lint(folder)
    #expect(outcome.status == 0, "\(text)\n\(outcome.output)")
  }
}

@Test func `a renamed file keeps its entries`() throws {
  let folder = try project()
  try FileManager.default.moveItem(atPath: folder.path + "/text/paper.md", toPath: folder.path + "/text/article.md")
  #expect(try lint(folder).status == 0)
  #expect(try lint(folder, "--prune").output.hasSuffix("0 gaps taken out of colophon-baseline.toml\n"))
  #expect(try folder.text(of: "colophon-baseline.toml").contains("path = \"text/article.md\""))
  #expect(try !folder.text(of: "colophon-baseline.toml").contains("path = \"text/paper.md\""))
  #expect(try lint(folder).status == 0)
}

@Test func `what is new fails`() throws {
  let folder = try project()
  try folder.write(paper + "\nWe fine-tuned BERT on our data.\n", to: "text/paper.md")
  let outcome = try lint(folder, "--format", "json")
  #expect(outcome.status == 1)
  #expect(!outcome.output.contains("'GPT-4'"))
  #expect(outcome.output.contains("'BERT'"))
  #expect(outcome.output.contains("\"inBaseline\": 7"))
}

@Test func `another manuscript with the same sentence is new`() throws {
  let folder = try project()
  try folder.write(paper, to: "text/second.md")
  #expect(try lint(folder, "text/paper.md").status == 0)
  #expect(try lint(folder, "text/second.md").status == 1)
}

@Test func `a changed sentence is asked about anew`() throws {
  let folder = try project()
  try folder.write(paper.replacingOccurrences(of: "each", with: "every third"), to: "text/paper.md")
  let outcome = try lint(folder)
  #expect(outcome.status == 1)
  #expect(outcome.output.contains("asked anew because the sentence has changed: 6 known gaps\n"))
  #expect(outcome.output.hasSuffix("'colophon lint --prune' takes them out of the baseline\n"))
}

@Test func `sentences that stand twice are counted`() throws {
  let line = "It has [TODO: number] items.\n"
  let folder = try project("# Methods\n\n\(line)\n\(line)")
  try folder.write("# Methods\n\n\(line)\n\(line)\nBirds sing.\n", to: "text/paper.md")
  #expect(try lint(folder).status == 0)
}

@Test func `what is resolved is said and pruned`() throws {
  let folder = try project()
  try folder.write(
    paper.replacingOccurrences(of: "[TODO: number]", with: "40").replacingOccurrences(
      of: "each abstract.", with: "each abstract. GPT-4 was sampled with temperature 0."), to: "text/paper.md")
  let outcome = try lint(folder)
  #expect(outcome.status == 0)
  #expect(
    outcome.output.hasSuffix(
      """
      5 known gaps held back by the baseline
      resolved since the baseline: decoding-parameters of gpt-4, placeholder-left
      'colophon lint --prune' takes them out of the baseline

      """))
  #expect(try lint(folder, "--prune").output.hasSuffix("2 gaps taken out of colophon-baseline.toml\n"))
  #expect(try lint(folder).output.hasSuffix("5 known gaps held back by the baseline\n"))
  #expect(try !folder.text(of: "colophon-baseline.toml").contains("decoding-parameters"))
}

@Test func `questions that options or comments keep quiet are not resolved`() throws {
  let folder = try project()
  #expect(try !lint(folder, "--ignore", "prompting,placeholder-left").output.contains("resolved"))
  #expect(try !lint(folder, "--select", "cite-model").output.contains("resolved"))
  try folder.write(
    paper.replacingOccurrences(of: "We prompted", with: "<!-- colophon: ignore prompting -- later -->\nWe prompted"),
    to: "text/paper.md")
  #expect(try !lint(folder).output.contains("resolved"))
}

@Test(arguments: [
  ("version = 1\n\n[[manuscript]\npath = 1\n", "colophon-baseline.toml:3:"),
  ("version = 1\n<<<<<<< ours\n", "colophon-baseline.toml:2:1: not valid TOML"),
  ("version = 1\n\n[[manuscript]]\npath = \"a\"\ngaps = [\n  \"model-version gpt-4\",\n]\n", "colophon-baseline.toml:6:1: 'model-version gpt-4' is no gap"),
  ("# 2\nversion = 2\n", "colophon-baseline.toml:2:1: version 2 is of a newer Colophon; this one reads version 1"),
  ("gaps = []\n", "colophon-baseline.toml:1:1: a baseline begins with 'version = 1'"),
])
func `a baseline that cannot be used is said with its line`(text: String, complaint: String) throws {
  let folder = try project()
  try folder.write(text, to: "colophon-baseline.toml")
  for command in [["lint"], ["lint", "--prune"], ["baseline"]] {
    let outcome = try Colophon.run(command, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.complaints.contains("colophon: " + complaint), "\(outcome.complaints)")
    #expect(try folder.text(of: "colophon-baseline.toml") == text)
  }
  #expect(try lint(folder, "--no-baseline").status == 1)
}

@Test func `each project has its own baseline`() throws {
  let folder = try TemporaryFolder([
    "one/colophon.toml": "", "one/paper.md": paper, "two/colophon.toml": "", "two/paper.md": paper,
  ])
  let written = try Colophon.run(["baseline", "--jobs", "2"], in: folder.path)
  #expect(
    written.output == """
      wrote one/colophon-baseline.toml: 7 gaps of 1 manuscript
      wrote two/colophon-baseline.toml: 7 gaps of 1 manuscript

      """)
  try folder.write("broken = [\n", to: "one/colophon-baseline.toml")
  let outcome = try lint(folder)
  #expect(outcome.status == 2)
  #expect(outcome.output.contains("7 known gaps held back"))
}

@Test func `a part of a project leaves the entries of the rest`() throws {
  let folder = try TemporaryFolder(["colophon.toml": "", "a.md": paper, "b.md": paper])
  _ = try Colophon.run(["baseline"], in: folder.path)
  try folder.write(paper + "\nWe fine-tuned BERT on our data.\n", to: "b.md")
  _ = try Colophon.run(["baseline", "b.md"], in: folder.path)
  #expect(try lint(folder).status == 0)
  try FileManager.default.removeItem(atPath: folder.path + "/a.md")
  _ = try Colophon.run(["baseline"], in: folder.path)
  #expect(try !folder.text(of: "colophon-baseline.toml").contains("\"a.md\""))
}

@Test func `a named baseline may lie anywhere`() throws {
  let folder = try TemporaryFolder(["p/paper.md": paper, "q/x": ""])
  _ = try Colophon.run(["baseline", "p", "--baseline", "q/known.toml"], in: folder.path)
  #expect(try folder.text(of: "q/known.toml").contains("path = \"../p/paper.md\""))
  #expect(try lint(folder, "p").status == 1)
  #expect(try lint(folder, "p", "--baseline", "q/known.toml").status == 0)
  let missing = try lint(folder, "p", "--baseline", "q/none.toml")
  #expect(missing.status == 2)
  #expect(missing.complaints == "colophon: cannot read 'q/none.toml': it does not exist\n")
}

@Test func `pruning without a baseline cannot be done`() throws {
  let outcome = try lint(try TemporaryFolder(["paper.md": paper]), "--prune")
  #expect(outcome.status == 2)
  #expect(outcome.complaints == "colophon: no colophon-baseline.toml to prune was found\n")
}

@Test func `the first failing run suggests a baseline, in CI too`() throws {
  let folder = try TemporaryFolder(["paper.md": paper])
  let hint = "colophon: to fail only on what is new from here on, write down what stands today: colophon baseline\n"
  for format in ["text", "sarif", "github"] {
    let outcome = try Colophon.run(["lint", "--format", format], in: folder.path, environment: ["CI": "true"])
    #expect(outcome.status == 1 && outcome.complaints == hint && !outcome.output.contains("colophon baseline"))
  }
  #expect(try Terminal.run([Colophon.program, "lint", folder.path + "/paper.md"]).shown.contains("colophon baseline"))
  // Who passes, or has said what to compare with, is not told.
  for options in [["--fail-on", "never"], ["--no-baseline"], ["--summary", "csv"]] {
    #expect(try Colophon.run(["lint"] + options, in: folder.path).complaints == "")
  }
  _ = try Colophon.run(["baseline"], in: folder.path)
  try folder.write(paper + "\nWe fine-tuned BERT on our data.\n", to: "paper.md")
  #expect(try lint(folder).complaints == "")
}
