import Foundation
import Testing

private let fixtures = Colophon.fixtures

@Test func theInventoryHasExactlyTheContractsKeys() throws {
  let outcome = try Colophon.run(["inventory", fixtures + "/biology/main.tex", "--format", "json"])
  #expect(outcome.status == 0)
  let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  #expect(Set(object.keys) == ["version", "manuscript", "language", "files", "problems", "models"])
  #expect(object["version"] as? Int == 1)
  #expect(
    object["files"] as? [String] == ["main.tex", "references.bib", "sections/methods.tex", "sections/results.tex"]
      || Set(object["files"] as? [String] ?? []) == [
        "main.tex", "references.bib", "sections/methods.tex", "sections/results.tex",
      ])
  let models = try #require(object["models"] as? [[String: Any]])
  let keys: Set<String> = [
    "id", "name", "surfaces", "role", "patterns", "subLabel", "step", "confidence", "anchor", "evidence", "mentions",
    "details",
  ]
  for model in models { #expect(Set(model.keys) == keys) }
  let reused = models.filter { $0["role"] as? String == "reused" }.compactMap { $0["name"] as? String }
  #expect(Set(reused) == ["ESM-2 650M", "StarDist", "GPT-4"])
  #expect(!models.contains { $0["name"] as? String == "SAM" })
}

@Test(arguments: [
  ("inventory", ["inventory", fixtures + "/ecology/paper.qmd", "--format", "json"]),
  ("lint", ["lint", fixtures + "/ecology/paper.qmd", fixtures + "/biology/main.tex", "--format", "json"]),
  ("summary", ["lint", fixtures, fixtures + "/none", "--summary", "json"]),
]) func outputFitsItsSchema(name: String, arguments: [String]) throws {
  let python = Process()
  python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  let schema = Colophon.repository + "/docs/schemas/\(name)-1.schema.json"
  let json = try Colophon.run(arguments).output
  let script =
    "import json,sys\ntry:\n import jsonschema\nexcept ImportError:\n sys.exit(0)\njsonschema.validate(json.load(sys.stdin), json.load(open(sys.argv[1])))"
  python.arguments = ["python3", "-c", script, schema]
  let input = Pipe()
  python.standardInput = input
  try python.run()
  input.fileHandleForWriting.write(Data(json.utf8))
  input.fileHandleForWriting.closeFile()
  python.waitUntilExit()
  #expect(python.terminationStatus == 0)
}

@Test func theReadmeShowsWhatTheProgramPrints() throws {
  let outcome = try Colophon.run(
    ["lint", "Tests/Fixtures/manuscripts/biology/main.tex"], in: Colophon.repository)
  let readme = try String(contentsOfFile: Colophon.repository + "/README.md", encoding: .utf8)
  let parts = outcome.output.components(separatedBy: "\n\n").filter { !$0.isEmpty }
  #expect(readme.contains(parts[0]))
  #expect(readme.contains(parts[parts.count - 1].trimmingCharacters(in: .newlines)))
}

@Test func whyListsEveryMentionWithItsWeights() throws {
  let outcome = try Colophon.run(["inventory", fixtures + "/biology/main.tex", "--why", "gpt-4"])
  #expect(outcome.status == 0)
  #expect(outcome.output.hasPrefix("GPT-4: reused (deployment), high confidence\n"))
  #expect(outcome.output.contains("  sections/methods.tex:9:13  'GPT-4'  +3.8\n"))
  #expect(outcome.output.contains("    +3.0  own use in the first person\n"))
  let unknown = try Colophon.run(["inventory", fixtures + "/biology/main.tex", "--why", "Quux"])
  #expect(unknown.status == 2)
  #expect(unknown.complaints.contains("no model 'Quux'"))
}
