import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import Submissions

/// A checked submission: the questions about its manuscript, and what of it was looked at.
package struct SubmissionReport: Sendable {
  /// The submission as the user named it.
  private let name: String
  private let root: String
  /// Other files that could have been the manuscript.
  private let others: [String]
  private let remarks: [String]
  private let profile: Profile
  private let reading: SubmissionReading
  package let result: ManuscriptResult

  package init(
    name: String, root: SubmissionRoot.Choice, remarks: [String], profile: Profile, reading: SubmissionReading,
    result: ManuscriptResult
  ) {
    self.name = name
    if case .found(let root, let others) = root {
      (self.root, self.others) = (root.path, others)
    } else {
      (self.root, others) = ("", [])
    }
    self.remarks = remarks
    self.profile = profile
    self.reading = reading
    self.result = result
  }

  /// True when something is wrong with the submission, so that a part of it was not looked at.
  package var hasRefused: Bool { reading.notExamined.contains(where: \.isRefused) }

  /// The files that were not examined and may hold an answer: texts, not pictures or data.
  package var unexamined: [String] {
    reading.notExamined.filter { file in
      switch SubmissionKind(path: file.path) {
      case .latex, .markdown, .notebook, .word, .pdf, .plainText: true
      case .jats, .code, .bibliography, .lockfile, .unread: file.isRefused
      }
    }
    .map { "'\($0.path)': \($0.reason)" }
  }

  /// The report a person reads.
  package func text(_ style: TextStyle) -> String {
    let format = TextFormat(style)
    var lines = ["manuscript: \(root)"]
    if !others.isEmpty { lines.append("also possible: \(others.joined(separator: ", ")); --main names the manuscript") }
    lines.append("examined:")
    lines += reading.examined.map { file in
      "  \(file.path): \(file.part.rawValue)\(file.program.map { ", through \($0)" } ?? "")"
    }
    if !reading.notExamined.isEmpty { lines.append("not examined:") }
    lines += reading.notExamined.map { "  \($0.path): \($0.reason)" }
    lines += remarks.map { "note: \($0)" }
    return (format.part(of: result) ?? "") + lines.map(VisibleText.line).joined(separator: "\n") + "\n\n" + format.closing(LintTally(result))
  }

  /// Version 1; its schema is `docs/schemas/submission-1.schema.json`.
  package func json() -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.value("version", 1)
      writer.value("submission", name)
      writer.value("profile", profile.rawValue)
      writer.value("main", root)
      writer.strings("otherCandidates", others)
      writer.array("examined") { writer in
        for file in reading.examined {
          writer.object { writer in
            writer.value("path", file.path)
            writer.value("as", file.part.rawValue)
            writer.optional("through", file.program)
          }
        }
      }
      writer.array("notExamined") { writer in
        for file in reading.notExamined {
          writer.object { writer in
            writer.value("path", file.path)
            writer.value("reason", file.reason)
            writer.value("refused", file.isRefused)
          }
        }
      }
      writer.strings("remarks", remarks)
      writer.array("manuscripts") { JSONFormat.write(result, &$0) }
    }
    return writer.text + "\n"
  }
}
