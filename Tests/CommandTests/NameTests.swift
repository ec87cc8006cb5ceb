import Foundation
import Testing

/// A name with an override of the direction of letters, a terminal's command and a line that looks like a command.
private let name = "b\u{202E}a\u{1B}[31m\n::error::x.md"
private let shown = "b\\u{202E}a\\u{1B}[31m\\u{A}::error::x.md"
private let question = "# Methods\n\nWe prompted GPT-4 to label each abstract.\n\n{{< include gone\u{1B}.md >}}\n"

private func isPlain(_ text: String) -> Bool {
  !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" }
}

@Test(arguments: ["text", "concise", "github", "markdown"])
func `reports for people show names without what is not seen`(format: String) throws {
  let folder = try TemporaryFolder([name: question])
  let outcome = try Colophon.run(["lint", name, "--format", format, "--fail-on", "hint"], in: folder.path)
  #expect(outcome.status == 1)
  #expect(isPlain(outcome.output), "\(outcome.output.debugDescription)")
  let line = outcome.output.split(separator: "\n").first { $0.contains("202E") } ?? ""
  #expect(line.contains("\\u{202E}") && line.contains("\\u{1B}"), "\(line)")
  // Nothing in the name begins a line.
  #expect(!outcome.output.split(separator: "\n").contains { $0.hasPrefix("::error::x") })
}

@Test func `inventories and complaints show names without what is not seen`() throws {
  let folder = try TemporaryFolder([name: question, "s/main.md": question, "s/c\u{202E}fdp.png": ""])
  let inventory = try Colophon.run(["inventory", name], in: folder.path).output
  #expect(isPlain(inventory) && inventory.hasPrefix(shown + ": 1 model"), "\(inventory)")
  for arguments in [["lint"], ["report"], ["statement"], ["check-submission"], ["baseline"]] {
    let outcome = try Colophon.run(arguments + ["gone-" + name], in: folder.path)
    #expect(outcome.complaints == "colophon: cannot read 'gone-\(shown)': it does not exist\n", "\(arguments)")
    #expect(outcome.status == 2)
  }
  let several = try Colophon.run(["inventory", "."], in: folder.path)
  #expect(several.complaints == "colophon: '.' holds several manuscripts; name one of them:\n  \(shown)\n  s/main.md\n")
  let submission = try Colophon.run(["check-submission", "s", "--fail-on", "never"], in: folder.path)
  #expect(isPlain(submission.output))
  #expect(submission.output.contains("\n  c\\u{202E}fdp.png: a picture\n"))
}

@Test func `no report for programs holds the absolute path of what could not be read`() throws {
  let folder = try TemporaryFolder()
  for format in ["json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"] {
    let outcome = try Colophon.run(["lint", folder.path + "/" + name, "--format", format], in: "/")
    #expect(outcome.status == 2 && !outcome.output.contains(folder.path), "\(format)")
  }
}

@Test func `reports for programs have names as they are`() throws {
  let folder = try TemporaryFolder([name: question])
  let json = try Colophon.run(["lint", "--format", "json"], in: folder.path).output
  let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
  let manuscripts = object?["manuscripts"] as? [[String: Any]]
  #expect(manuscripts?.first?["manuscript"] as? String == name)
}
