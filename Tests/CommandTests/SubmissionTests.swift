import Foundation
import Testing

private let root = "\\documentclass{article}\n\\begin{document}\n\\input{sections/methods}\n\\end{document}\n"
private let methods = "\\section{Methods}\nWe prompted GPT-4 to label each abstract.\n"
private let supplement = """
  # Supplementary methods

  We used the snapshot gpt-4-0613 of GPT-4 at temperature 0, accessed in June 2024 through the OpenAI API.
  The full prompt was: "Label this abstract."
  """

/// The parts of a JSON report.
private struct Checked {
  let status: Int32
  let complaints: String
  let main: String
  /// "path as", with " through program".
  let examined: [String]
  /// "path: reason".
  let notExamined: [String]
  /// "code file:line:column".
  let asks: [String]
  let remarks: [String]

  init(_ arguments: [String], in folder: String) throws {
    let outcome = try Colophon.run(["check-submission", "--format", "json"] + arguments, in: folder)
    status = outcome.status
    complaints = outcome.complaints
    let object = (try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8))) as? [String: Any] ?? [:]
    func list(_ key: String) -> [[String: Any]] { object[key] as? [[String: Any]] ?? [] }
    main = object["main"] as? String ?? ""
    examined = list("examined").map { file in
      "\(file["path"] ?? "") \(file["as"] ?? "")" + ((file["through"] as? String).map { " through \($0)" } ?? "")
    }
    notExamined = list("notExamined").map { "\($0["path"] ?? ""): \($0["reason"] ?? "")" }
    remarks = object["remarks"] as? [String] ?? []
    asks = (list("manuscripts").first?["diagnostics"] as? [[String: Any]] ?? []).map { ask in
      "\(ask["code"] ?? "") \(ask["file"] ?? ""):\(ask["line"] ?? ""):\(ask["column"] ?? "")"
    }
  }

  func asks(_ code: String) -> Bool { asks.contains { $0.hasPrefix(code + " ") } }
}

/// Packs a folder's files as a user would.
private func zip(_ folder: TemporaryFolder, _ name: String) throws {
  let script = "import shutil, sys; shutil.make_archive(sys.argv[1], 'zip', sys.argv[2])"
  let python = Process()
  python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  python.arguments = ["python3", "-c", script, folder.path + "/" + name, folder.path + "/" + name]
  try python.run()
  python.waitUntilExit()
  #expect(python.terminationStatus == 0)
}

@Test func `a detail in a supplement is found, in a folder and in its archive`() throws {
  let folder = try TemporaryFolder([
    "s/main.tex": root, "s/sections/methods.tex": methods, "s/fig/a.png": "x", "s/unused.bib": "",
    "s/run.py": "x = 1\n",
    "s/requirements.txt": "torch==2.3.1\n",
  ])
  let bare = try Checked(["s"], in: folder.path)
  #expect(bare.status == 1)
  #expect(bare.asks("which-weights") && bare.asks("prompting"))
  #expect(bare.asks.allSatisfy { $0.hasSuffix(" sections/methods.tex:2:13") })
  #expect(
    bare.examined == ["main.tex manuscript", "sections/methods.tex part", "requirements.txt lockfile", "run.py code"])
  #expect(bare.notExamined == ["fig/a.png: a picture", "unused.bib: no file names it"])
  try folder.write(supplement, to: "s/supplement.md")
  try zip(folder, "s")
  for path in ["s", "s.zip"] {
    let whole = try Checked([path], in: folder.path)
    #expect(!whole.asks("which-weights") && !whole.asks("prompting"), "\(path): \(whole.asks)")
    #expect(whole.examined.contains("supplement.md supplement"))
    #expect(whole.status == 0)
  }
}

@Test func `what the submission says about being asked is not obeyed`() throws {
  let folder = try TemporaryFolder([
    "s/main.tex": root, "s/sections/methods.tex": "% colophon: ignore-file\n" + methods,
    "s/colophon.toml": "ignore = [\"prompting\"]\n",
    "journal.toml": "stage = \"submission\"\nignore = [\"which-weights\"]\n",
  ])
  let checked = try Checked(["s"], in: folder.path)
  #expect(checked.asks("prompting") && checked.asks("which-weights"))
  #expect(checked.remarks == ["1 'colophon:' comments in the submission were not obeyed"])
  let journal = try Checked(["s", "--config", "journal.toml"], in: folder.path)
  #expect(journal.asks("prompting") && !journal.asks("which-weights"))
}

@Test func `several manuscripts are listed and one can be chosen`() throws {
  let other = root.replacing("sections/methods", with: "x")
  let folder = try TemporaryFolder(["s/one.tex": root, "s/two.tex": other, "s/sections/methods.tex": methods])
  let several = try Checked(["s"], in: folder.path)
  #expect(several.status == 2)
  #expect(
    several.complaints == "colophon: 's' holds several manuscripts; name one with --main:\n  one.tex\n  two.tex\n")
  let chosen = try Checked(["s", "--main", "two.tex"], in: folder.path)
  #expect(chosen.main == "two.tex")
  let wrong = try Checked(["s", "--main", "on.tex"], in: folder.path)
  #expect(wrong.status == 2)
  #expect(wrong.complaints == "colophon: 's' holds no file 'on.tex' that can be read; did you mean 'one.tex'?\n")
  try folder.write(root, to: "s/paper.tex")
  #expect(try Checked(["s"], in: folder.path).main == "paper.tex")
  let text = try Colophon.run(["check-submission", "s", "--fail-on", "never"], in: folder.path).output
  #expect(text.contains("manuscript: paper.tex\nalso possible: one.tex, two.tex; --main names the manuscript\n"))
}

@Test func `a letter, a supplement and a read-me are no manuscripts`() throws {
  let folder = try TemporaryFolder([
    "s/final (2).tex": root, "s/cover_letter.tex": root, "s/Supplementary.tex": root, "s/README.md": "x",
    "s/response-to-reviewers.md": "x", "s/sections/methods.tex": methods, "s/analysis.ipynb": "{\"cells\": []}",
  ])
  #expect(try Checked(["s"], in: folder.path).main == "final (2).tex")
}

@Test func `a notebook is read with places of its own file`() throws {
  let notebook = """
    {
     "cells": [
      {"cell_type": "markdown", "source": ["# Methods\\n", "\\n", "We \\"prompted\\" \\u0047PT-4 here.\\n"]},
      {"cell_type": "code", "source": "model = 'gpt-4-0613'\\ntemperature = 0", "outputs": [{"text": "BERT"}]},
      {"cell_type": "markdown", "source": "## Results\\n\\nWe then used GPT-4 to label each abstract."}
     ],
     "metadata": {"kernelspec": {"language": "python"}}
    }
    """
  let folder = try TemporaryFolder(["s/paper.ipynb": notebook])
  let checked = try Checked(["s"], in: folder.path)
  #expect(checked.main == "paper.ipynb")
  #expect(checked.asks.contains("prompting paper.ipynb:3:78"), "\(checked.asks)")
  let line = notebook.split(separator: "\n", omittingEmptySubsequences: false)[2]
  #expect(line.dropFirst(77).hasPrefix("\\u0047PT-4"))
}

@Test func `a JATS article is read with places of its own file`() throws {
  let article = """
    <?xml version="1.0"?>
    <!DOCTYPE article PUBLIC "-//NLM//DTD JATS 1.2//EN" "x.dtd" [<!ENTITY e "GPT-4">]>
    <article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en">
    <front><article-meta><title-group><article-title>Birds &amp; bees</article-title></title-group>
    <contrib-group><contrib><name><surname>GPT-2</surname></name></contrib></contrib-group>
    <abstract><p>We label abstracts.</p></abstract></article-meta></front>
    <body><sec sec-type="methods"><title>What we did</title>
    <p>We <italic>prompted</italic> GPT&#x2011;4 <xref ref-type="bibr" rid="B1">[1]</xref> to label each abstract.</p>
    <table-wrap><caption><p>Settings of GPT-4</p></caption><table><tr><th>temperature</th><td>0</td></tr></table></table-wrap>
    </sec></body>
    <back><ref-list><ref id="B1"><element-citation publication-type="journal"><person-group><name><surname>OpenAI</surname></name></person-group>
    <article-title>GPT-4 technical report</article-title><year>2023</year><pub-id pub-id-type="doi">10.1/x</pub-id></element-citation></ref></ref-list></back>
    </article>
    """
  let folder = try TemporaryFolder(["s/article.xml": article, "s/other.xml": "<settings/>"])
  let checked = try Checked(["s"], in: folder.path)
  #expect(checked.main == "article.xml")
  #expect(checked.notExamined == ["other.xml: an XML file that is no JATS article"])
  #expect(checked.asks.contains("which-weights article.xml:8:33"), "\(checked.asks)")
  #expect(!checked.asks("cite-model"), "\(checked.asks)")
  let inventory = try Colophon.run(["check-submission", "s", "--format", "json"], in: folder.path).output
  #expect(!inventory.contains("gpt-2"))
}

/// True when a program is installed.
private func has(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/" + program)
  }
}

private func run(_ program: String, _ arguments: [String], in folder: String) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  try process.run()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
}

@Test(.enabled(if: has("pandoc"))) func `a Word file is read through pandoc`() throws {
  let folder = try TemporaryFolder([
    "m.md": "# Methods\n\nWe prompted GPT-4 to label each abstract.\n", "s.md": supplement,
  ])
  try folder.write("", to: "s/figure.png")
  try run("pandoc", ["m.md", "-o", "s/manuscript.docx"], in: folder.path)
  let bare = try Checked(["s"], in: folder.path)
  #expect(bare.examined == ["manuscript.docx manuscript through pandoc"])
  #expect(bare.asks("prompting"))
  try run("pandoc", ["s.md", "-o", "s/supplement.docx"], in: folder.path)
  let whole = try Checked(["s"], in: folder.path)
  #expect(whole.main == "manuscript.docx")
  #expect(!whole.asks("prompting"), "\(whole.asks)")
}

@Test(.enabled(if: has("pdftotext"))) func `a PDF file is read through pdftotext`() throws {
  let folder = try TemporaryFolder([
    "s/main.tex": root, "s/sections/methods.tex": methods, "s/main.pdf": "%PDF-1.4 nothing",
  ])
  let text =
    "Methods\nWe used the snapshot gpt-4-0613 of GPT-4 at temperature 0, accessed in June 2024 through the\nOpenAI API."
  let script = """
    import sys
    lines = sys.argv[2].split("\\n")
    stream = "BT /F1 9 Tf 40 750 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>", f"<</Length {len(stream)}>>stream\\n{stream}\\nendstream"]
    out, places = "%PDF-1.4\\n", []
    for number, text in enumerate(objects, 1):
      places.append(len(out))
      out += f"{number} 0 obj{text}endobj\\n"
    start = len(out)
    out += f"xref\\n0 {len(objects) + 1}\\n0000000000 65535 f \\n" + "".join(f"{p:010} 00000 n \\n" for p in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\\nstartxref\\n{start}\\n%%EOF\\n"
    open(sys.argv[1], "w").write(out)
    """
  try run("python3", ["-c", script, "s/supplement.pdf", text], in: folder.path)
  let checked = try Checked(["s"], in: folder.path)
  #expect(checked.examined.contains("supplement.pdf supplement through pdftotext"), "\(checked.notExamined)")
  #expect(checked.notExamined == ["main.pdf: taken for a picture, or a copy of the manuscript"])
  #expect(!checked.asks("which-weights"), "\(checked.asks)")
}

@Test func `without the programs such files are not examined and nothing passes`() throws {
  let folder = try TemporaryFolder(["only/manuscript.docx": "x", "s/main.tex": root, "s/sections/methods.tex": methods])
  // An empty Word file is an empty zip archive.
  let empty = Data([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
  for name in ["only/manuscript.docx", "s/supplement.docx"] {
    try empty.write(to: URL(fileURLWithPath: folder.path + "/" + name))
  }
  let path = ["PATH": "/nowhere"]
  let only = try Colophon.run(["check-submission", "only"], in: folder.path, environment: path)
  #expect(only.status == 2)
  #expect(
    only.complaints == """
      colophon: 'only' holds no manuscript that can be read
      colophon: 'manuscript.docx' was not examined: it needs pandoc, which is not installed

      """)
  let beside = try Colophon.run(["check-submission", "s", "--fail-on", "never"], in: folder.path, environment: path)
  #expect(beside.status == 0)
  #expect(beside.output.contains("not examined:\n  supplement.docx: it needs pandoc, which is not installed\n"))
}

@Test func `a program that hangs is ended`() throws {
  let folder = try TemporaryFolder(["bin/pandoc": "#!/bin/sh\nsleep 600\n", "s/main.tex": root])
  try Data([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)).write(
    to: URL(fileURLWithPath: folder.path + "/s/supplement.docx"))
  chmod(folder.path + "/bin/pandoc", 0o755)
  let outcome = try Colophon.run(
    ["check-submission", "s"], in: folder.path,
    environment: ["PATH": folder.path + "/bin:/usr/bin:/bin", "COLOPHON_TIME_LIMIT": "1"])
  #expect(outcome.status == 2)
  #expect(outcome.complaints == "colophon: 'supplement.docx' was not examined: pandoc took longer than 1 s\n")
}

@Test func `links in a folder are not followed`() throws {
  let folder = try TemporaryFolder(["s/main.tex": root, "secret.tex": methods, "deep/x.md": "x"])
  try FileManager.default.createSymbolicLink(
    atPath: folder.path + "/s/sections", withDestinationPath: folder.path + "/deep")
  try FileManager.default.createSymbolicLink(
    atPath: folder.path + "/s/a.tex", withDestinationPath: folder.path + "/secret.tex")
  let checked = try Checked(["s"], in: folder.path)
  #expect(checked.status == 2)
  #expect(checked.notExamined == ["a.tex: it is a link", "sections: it is a link"])
  #expect(checked.asks == [])
}

@Test func `the report fits its schema`() throws {
  let folder = try TemporaryFolder(["s/main.tex": root, "s/sections/methods.tex": methods, "s/a.png": ""])
  let json = try Colophon.run(["check-submission", "s", "--format", "json"], in: folder.path).output
  try folder.write(json, to: "out.json")
  let script = """
    import json, sys
    try:
      import jsonschema, referencing
    except ImportError:
      sys.exit(0)
    load = lambda name: json.load(open(f"{sys.argv[1]}/docs/schemas/{name}.schema.json"))
    lint = referencing.Resource.from_contents(load("lint-1"))
    registry = referencing.Registry().with_resource("lint-1.schema.json", lint)
    jsonschema.Draft202012Validator(load("submission-1"), registry=registry).validate(json.load(open("out.json")))
    """
  try run("python3", ["-c", script, Colophon.repository], in: folder.path)
}

@Test func `the report and the letter come from the same analysis and say what was not examined`() throws {
  let folder = try TemporaryFolder(["s/main.tex": root, "s/sections/methods.tex": methods, "s/a.png": ""])
  try Data([0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)).write(
    to: URL(fileURLWithPath: folder.path + "/s/supplement.docx"))
  let arguments = [
    "check-submission", "s", "--profile", "clinical-llm", "--report", "out.html", "--letter", "letter.md", "--fail-on",
    "never",
  ]
  let outcome = try Colophon.run(arguments, in: folder.path, environment: ["PATH": "/nowhere"])
  #expect(outcome.status == 0)
  let page = try folder.text(of: "out.html")
  let letter = try folder.text(of: "letter.md").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(page.contains("TRIPOD-LLM") && page.contains("sections/methods.tex:2"))
  #expect(page.contains("supplement.docx") && page.contains("it needs pandoc, which is not installed"))
  #expect(letter.contains("1. For GPT-4: "))
  #expect(letter.contains("'supplement.docx': it needs pandoc, which is not installed."))
  let again = try Colophon.run(arguments, in: folder.path)
  #expect(again.status == 2)
  #expect(again.complaints == "colophon: 'out.html' exists; give --force to replace it\n")
  let other = arguments + ["--force", "--standard", "acl"]
  #expect(try Colophon.run(other, in: folder.path, environment: ["PATH": "/nowhere"]).status == 0)
  #expect(try folder.text(of: "out.html").contains("ACL"))
  let wrong = try Colophon.run(["check-submission", "s", "--standard", "tripod"], in: folder.path)
  #expect(wrong.status == 2)
  #expect(wrong.complaints.contains("unknown standard 'tripod'"))
}

// MARK: Archives made to harm

private struct Attack: Decodable {
  let name: String
  /// The exit code that is wanted, nil for 0 or 2, and a part of what is to be complained of.
  let wanted: Int32?
  let says: String
  let status: Int32
  let seconds: Double
  let megabytes: Double
  let complaints: String
}

@Test func `archives made to harm end in a sentence, in time, in little memory and with nothing written`() throws {
  let folder = try TemporaryFolder(["work/kept.txt": "kept", "tmp/kept.txt": "kept", "archives/kept.txt": ""])
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [
    "python3", Colophon.repository + "/Tests/CommandTests/attack_archives.py", folder.path + "/archives",
    Colophon.program,
  ]
  process.currentDirectoryURL = URL(fileURLWithPath: folder.path + "/work")
  process.environment = ProcessInfo.processInfo.environment.merging(
    ["TMPDIR": folder.path + "/tmp", "HOME": folder.path + "/work"]) { _, new in new }
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let attacks = try JSONDecoder().decode([Attack].self, from: pipe.fileHandleForReading.readDataToEndOfFile())
  #expect(attacks.count > 60)
  for attack in attacks {
    let wanted: [Int32] = attack.wanted.map { [$0] } ?? [0, 2]
    #expect(wanted.contains(attack.status), "\(attack.name): \(attack.complaints)")
    let isSilent = attack.says.isEmpty || attack.wanted == nil && attack.status == 0
    #expect(isSilent || attack.complaints.contains(attack.says), "\(attack.name): \(attack.complaints)")
    #expect(
      attack.megabytes < 200 && attack.seconds < 10, "\(attack.name): \(attack.megabytes) MB, \(attack.seconds) s")
  }
  let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix(".zip") }
  #expect(Set(left) == ["archives", "archives/kept.txt", "tmp", "tmp/kept.txt", "work", "work/kept.txt"])
  #expect(!FileManager.default.fileExists(atPath: "/tmp/evil.tex"))
}
