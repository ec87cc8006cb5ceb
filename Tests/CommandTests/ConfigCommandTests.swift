import Foundation
import Testing

private let used = "# Methods\n\nWe prompted GPT-4 to label each abstract.\n"

/// What a command complains of in a folder of files.
private func complaints(_ files: [String: String], _ arguments: [String] = ["lint", "paper.md"]) throws -> String {
  let folder = try TemporaryFolder(files.merging(["paper.md": used]) { first, _ in first })
  let outcome = try Colophon.run(arguments, in: folder.path)
  #expect(outcome.status == 2)
  return outcome.complaints
}

@Test func `settings are found beside, in dot config, by variable and by option`() throws {
  let folder = try TemporaryFolder([
    "paper.md": used, ".config/colophon.toml": "stage = \"submission\"\n", "named.toml": "profile = \"ml@1\"\n",
    "inner/colophon.toml": "profile = \"clinical-llm@1\"\n", "inner/paper.md": used,
  ])
  func shown(_ arguments: String..., variable: String = "") throws -> [String] {
    let outcome = try Colophon.run(
      ["config", "show"] + arguments, in: folder.path, environment: ["COLOPHON_CONFIG": variable])
    return outcome.output.split(separator: "\n").prefix(3).map(String.init)
  }
  #expect(
    try shown("paper.md") == [
      "# Settings for 'paper.md' from .config/colophon.toml.", "profile = \"science@1\"  # default",
      "stage = \"submission\"  # .config/colophon.toml:1",
    ])
  #expect(try shown("inner/paper.md")[1] == "profile = \"clinical-llm@1\"  # colophon.toml:1")
  #expect(try shown("inner/paper.md", variable: "named.toml")[1] == "profile = \"ml@1\"  # named.toml:1")
  #expect(try shown("--config", "inner/colophon.toml", variable: "named.toml")[1].hasSuffix("inner/colophon.toml:1"))
  #expect(try shown("--profile", "ml@1", "paper.md")[1] == "profile = \"ml@1\"  # command line")
  let gone = try Colophon.run(["lint", "paper.md"], in: folder.path, environment: ["COLOPHON_CONFIG": "gone.toml"])
  #expect(gone.status == 2)
  #expect(gone.complaints == "colophon: cannot read 'gone.toml': it does not exist\n")
}

@Test func `config show joins what extended files say and can be read again`() throws {
  let folder = try TemporaryFolder([
    ".git/HEAD": "",
    "base.toml": "stage = \"submission\"\ndiscussed = [\"BERT\"]\nignore = [\"seed\"]\n[severity]\nseed = \"off\"\n",
    "a/colophon.toml":
      "extend = \"../base.toml\"\n\ndiscussed = [\"GPT-4\"]\nignore = [\"cite-model\"]\nexclude = [\"old/*\"]\n[severity]\nmodel-version = \"hint\"\n[macros]\n\"my macro\" = [\"skip\"]\n[[overrides]]\nfiles = [\"x/*\"]\nignore = [\"seed\"]\n",
    "a/paper.md": used,
  ])
  let outcome = try Colophon.run(["config", "show", "a/paper.md"], in: folder.path)
  #expect(
    outcome.output == """
      # Settings for 'a/paper.md' from colophon.toml, which extends ../base.toml.
      profile = "science@1"  # default
      stage = "submission"  # ../base.toml:1
      require-reason = false  # default
      select = []  # default
      ignore = ["cite-model"]  # colophon.toml:4
      exclude = ["old/*"]  # colophon.toml:5
      discussed = ["BERT", "GPT-4"]  # colophon.toml:3, ../base.toml:2
      not-models = []  # default
      extra-models = []  # default
      severity = { model-version = "hint", seed = "report-only" }  # colophon.toml:6, ../base.toml:4
      macros = { "my macro" = ["skip"] }  # colophon.toml:8
      overrides = [{ files = ["x/*"], ignore = ["seed"] }]  # colophon.toml:10

      """)
  try folder.write(outcome.output, to: "b/colophon.toml")
  try folder.write(used, to: "b/paper.md")
  let again = try Colophon.run(["config", "show", "b/paper.md"], in: folder.path).output
  func values(_ text: String) -> [String] {
    text.split(separator: "\n").dropFirst().map { $0.components(separatedBy: "  # ")[0] }
  }
  #expect(values(again) == values(outcome.output))
}

@Test func `config show has a form for programs`() throws {
  let folder = try TemporaryFolder(["colophon.toml": "stage = \"submission\"\n", "paper.md": used])
  let text = try Colophon.run(["config", "show", "--format", "json", "--ignore", "seed"], in: folder.path).output
  let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  #expect(object["version"] as? Int == 1)
  #expect(object["files"] as? [String] == ["colophon.toml"])
  let settings = try #require(object["settings"] as? [[String: Any]])
  let stage = try #require(settings.first { $0["key"] as? String == "stage" })
  #expect(stage["value"] as? String == "submission")
  #expect(stage["sources"] as? [String] == ["colophon.toml:1"])
  let ignore = try #require(settings.first { $0["key"] as? String == "ignore" })
  #expect(ignore["value"] as? [String] == ["seed"])
  #expect(ignore["sources"] as? [String] == ["command line"])
}

@Test func `extend that leads nowhere is reported where it stands`() throws {
  #expect(
    try complaints(["colophon.toml": "\nextend = \"bas.toml\"\n", "base.toml": ""])
      == "colophon: colophon.toml:2:1: 'extend' names 'bas.toml', which does not exist; did you mean 'base.toml'?\n")
  #expect(
    try complaints(["colophon.toml": "extend = \"/etc/passwd\"\n"])
      == "colophon: colophon.toml:1:1: 'extend' names '/etc/passwd', which lies outside the project\n")
  #expect(
    try complaints([
      "colophon.toml": "extend = \"a.toml\"\n", "a.toml": "stage = \"draft\"\nextend = \"b.toml\"\n",
      "b.toml": "extend = \"a.toml\"\n",
    ])
      == "colophon: b.toml:1:1: 'extend' leads in a circle: a.toml -> b.toml -> a.toml\n")
  #expect(
    try complaints(["colophon.toml": "extend = \"colophon.toml\"\n"])
      == "colophon: colophon.toml:1:1: 'extend' leads in a circle: colophon.toml -> colophon.toml\n")
  #expect(
    try complaints(["colophon.toml": "extend = \"sub/base.toml\"\n", "sub/base.toml": "stag = 1\n"])
      == "colophon: sub/base.toml:1:1: unknown key 'stag'; did you mean 'stage'?\n")
  #expect(
    try complaints(["colophon.toml": "extend = 3\n"])
      == "colophon: colophon.toml:1:1: 'extend' must be the path of a settings file\n")
  var chain = ["colophon.toml": "extend = \"c0.toml\"\n"]
  for index in 0..<20 { chain["c\(index).toml"] = "extend = \"c\(index + 1).toml\"\n" }
  #expect(try complaints(chain) == "colophon: c14.toml:1:1: more than 16 files extend each other\n")
}

@Test func `a link out of the project cannot be extended`() throws {
  let outside = try TemporaryFolder(["secret.toml": "stage = \"submission\"\n"])
  let folder = try TemporaryFolder(["colophon.toml": "extend = \"link.toml\"\n", "paper.md": used])
  try FileManager.default.createSymbolicLink(
    atPath: folder.path + "/link.toml", withDestinationPath: outside.path + "/secret.toml")
  let outcome = try Colophon.run(["lint", "paper.md"], in: folder.path)
  #expect(
    outcome.complaints == "colophon: colophon.toml:1:1: 'extend' names 'link.toml', which lies outside the project\n")
}

@Test func `every mistake is named with file, line and nearest name`() throws {
  let text = """
    ignore = [
      "seed",
      "cite-modle",
    ]
    require-reason = "yes"
    exclude = "old"
    extra-models = [{ nam = "x" }]
    [severity]
    seed = "hnt"
    [[overrides]]
    files = ["a"]
    ignore = ["seed"]
    [[overrides]]
    file = ["b"]
    ignore = ["sed"]
    """
  #expect(
    try complaints(["colophon.toml": text]) == """
      colophon: colophon.toml:3:3: unknown ask or detail 'cite-modle'; did you mean 'cite-model'?
      colophon: colophon.toml:5:1: 'require-reason' must be true or false
      colophon: colophon.toml:6:1: 'exclude' must be a list of strings
      colophon: colophon.toml:7:1: unknown key 'nam' in 'extra-models'; did you mean 'name'?
      colophon: colophon.toml:7:1: each of 'extra-models' needs a 'name'
      colophon: colophon.toml:9:1: 'seed' must be one of error, warning, hint, report-only, off, not 'hnt'; did you mean 'hint'?
      colophon: colophon.toml:13:3: each of 'overrides' needs 'files'
      colophon: colophon.toml:14:1: unknown key 'file' in 'overrides'; did you mean 'files'?

      """)
  #expect(
    try complaints(["colophon.toml": ""], ["lint", "--config", "none.toml", "paper.md"])
      == "colophon: cannot read 'none.toml': it does not exist\n")
}

@Test func `excluded manuscripts are left out, also when they are named`() throws {
  let folder = try TemporaryFolder([
    "colophon.toml": "exclude = [\"old/**\", \"sub/draft*.md\"]\n", "paper.md": "# Methods\n\nBirds.\n",
    "old/a.md": used, "sub/draft1.md": used, "sub/deep/draft2.md": "# Methods\n\nBirds.\n",
  ])
  func linted(_ arguments: [String], in place: String = "") throws -> [Substring] {
    let outcome = try Colophon.run(["lint", "--summary", "csv"] + arguments, in: folder.path + place)
    return outcome.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
  }
  #expect(try linted([]) == ["paper.md", "sub/deep/draft2.md"])
  #expect(try linted(["old/a.md", "sub/draft1.md", "paper.md"]) == ["paper.md"])
  #expect(try linted(["draft1.md"], in: "/sub") == [])
  let excluded = try Colophon.run(["lint", "old/a.md"], in: folder.path)
  #expect(excluded.status == 0)
  #expect(excluded.output == "no manuscript was linted: the settings exclude 1 manuscript\n")
  #expect(try Colophon.run(["inventory", "old/a.md"], in: folder.path).output.contains("GPT-4"))
}

@Test func `patterns of overrides are relative to the settings file`() throws {
  let folder = try TemporaryFolder([
    "colophon.toml": "[[overrides]]\nfiles = [\"one/*\"]\nignore = [\"prompting\"]\n", "one/paper.md": used,
    "two/paper.md": used,
  ])
  func asks(_ path: String) throws -> Bool {
    try Colophon.run(["lint", path], in: folder.path).output.contains("[prompting]")
  }
  #expect(try !asks("one/paper.md"))
  #expect(try asks("two/paper.md"))
}

@Test func `suppressions without a reason are reported where reasons are required`() throws {
  let text =
    "<!-- colophon: ignore prompting -->\n" + used
    + "\n<!-- colophon: discussed BERT -- --><!-- colophon: ignore-file cite-model -- cited in the supplement -->\n"
  let folder = try TemporaryFolder(["colophon.toml": "require-reason = true\n", "paper.md": text])
  let outcome = try Colophon.run(["lint", "paper.md"], in: folder.path)
  let found = outcome.output.split(separator: "\n").filter { $0.contains("suppression-without-reason") }
  #expect(
    found == [
      "warning[suppression-without-reason]: 'colophon: ignore prompting' does not say why",
      "warning[suppression-without-reason]: 'colophon: discussed BERT --' does not say why",
    ])
  try folder.write("", to: "colophon.toml")
  #expect(try !Colophon.run(["lint", "paper.md"], in: folder.path).output.contains("suppression-without-reason"))
}

@Test func `init writes settings that hold and never replaces a file by itself`() throws {
  let folder = try TemporaryFolder(["paper.md": used])
  let first = try Colophon.run(["init"], in: folder.path)
  #expect(first.status == 0)
  #expect(first.output.hasPrefix("wrote colophon.toml\nnext: "))
  #expect(
    try Colophon.run(["config", "show"], in: folder.path).output.contains("profile = \"science@1\"  # colophon.toml:"))
  // Every example that it gives is understood.
  let bare = try folder.text(of: "colophon.toml").split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.contains(" = ") || line.hasPrefix("# [") ? line.replacing("# ", with: "", maxReplacements: 1) : line
  }
  try folder.write(bare.joined(separator: "\n").replacing("extend = ", with: "# extend = "), to: "bare/colophon.toml")
  let shown = try Colophon.run(["config", "show", "bare"], in: folder.path)
  #expect(shown.complaints == "")
  #expect(!shown.output.contains("# default"))
  try folder.write("stage = \"submission\"\n", to: "colophon.toml")
  let second = try Colophon.run(["init"], in: folder.path)
  #expect(second.status == 2)
  #expect(second.complaints == "colophon: 'colophon.toml' exists; give --force to replace it\n")
  #expect(try folder.text(of: "colophon.toml") == "stage = \"submission\"\n")
  #expect(try Colophon.run(["init", "--force"], in: folder.path).status == 0)
  #expect(try folder.text(of: "colophon.toml").contains("profile = \"science\""))
}

@Test(arguments: [
  ("github", ".github/workflows/colophon.yml"), ("gitlab", ".gitlab-ci.yml"), ("pre-commit", ".pre-commit-config.yaml"),
]) func `init sets up CI and prints the lines where a file is there`(ci: String, file: String) throws {
  let folder = try TemporaryFolder(["colophon.toml": "# mine\n"])
  let first = try Colophon.run(["init", "--ci", ci], in: folder.path)
  #expect(first.status == 0)
  #expect(first.output == "wrote \(file)\n")
  #expect(try folder.text(of: "colophon.toml") == "# mine\n")
  let written = try folder.text(of: file)
  try folder.write("mine: true\n", to: file)
  let second = try Colophon.run(["init", "--ci", ci], in: folder.path)
  #expect(second.output == "'\(file)' exists; add to it:\n\n\(written)")
  #expect(try folder.text(of: file) == "mine: true\n")
}

@Test func `the schema takes what the program takes and refuses what it refuses`() throws {
  let folder = try TemporaryFolder([
    "good.toml":
      "extend = \"x.toml\"\nprofile = \"ml\"\nrequire-reason = true\nselect = [\"which-weights\"]\nexclude = [\"a\"]\nextra-models = [{ name = \"A\", aliases = [\"b\"] }]\n[severity]\nseed = \"off\"\n[macros]\nm = [\"skip\"]\n[[overrides]]\nfiles = [\"a\"]\nignore = [\"seed\"]\n",
    "bad1.toml": "profil = \"ml\"\n", "bad2.toml": "profile = \"mll\"\n", "bad3.toml": "select = [\"seeed\"]\n",
    "bad4.toml": "[severity]\nseed = \"loud\"\n", "bad5.toml": "[[overrides]]\nignore = [\"seed\"]\n",
    "bad6.toml": "[severity]\nseeed = \"hint\"\n", "bad7.toml": "extra-models = [{ aliases = [\"b\"] }]\n",
    "bad8.toml": "[[overrides]]\nfiles = [\"a\"]\n", "bad9.toml": "extend = \"\"\n", "x.toml": "", "a.md": used,
    "schema.json": try Colophon.run(["config", "schema"]).output,
  ])
  let script = """
    import glob, json, sys, tomllib
    try:
      import jsonschema
    except ImportError:
      sys.exit(0)
    schema = json.load(open("schema.json"))
    jsonschema.Draft7Validator.check_schema(schema)
    taken = [p for p in sorted(glob.glob("*[d1-9].toml")) if jsonschema.Draft7Validator(schema).is_valid(tomllib.load(open(p, "rb")))]
    sys.exit(f"takes {taken}" if taken != ["good.toml"] else 0)
    """
  let python = Process()
  python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  python.arguments = ["python3", "-c", script]
  python.currentDirectoryURL = URL(fileURLWithPath: folder.path)
  try python.run()
  python.waitUntilExit()
  #expect(python.terminationStatus == 0)
  #expect(try Colophon.run(["lint", "a.md", "--config", "good.toml", "--fail-on", "never"], in: folder.path).status == 0)
  for number in 1...9 {
    let outcome = try Colophon.run(["lint", "a.md", "--config", "bad\(number).toml"], in: folder.path)
    #expect(outcome.status == 2 && outcome.complaints.hasPrefix("colophon: bad\(number).toml:"), "\(number)")
  }
}

@Test func `every problem of the settings stands on a line of its own, with its place`() throws {
  #expect(
    try complaints(["colophon.toml": "stag = 1\n\n[[overrides]]\nfiles = [\"a\"]\n\n[[overrides]]\n"]) == """
      colophon: colophon.toml:1:1: unknown key 'stag'; did you mean 'stage'?
      colophon: colophon.toml:3:3: each of 'overrides' needs 'ignore'
      colophon: colophon.toml:6:3: each of 'overrides' needs 'files'
      colophon: colophon.toml:6:3: each of 'overrides' needs 'ignore'

      """)
}
