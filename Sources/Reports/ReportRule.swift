import ManuscriptAnalysis
import Manuscripts
import ReportingRules

/// What can stand as a diagnostic's code, with its page.
struct ReportRule: Sendable {
  let id: String
  /// The question in a few words.
  let summary: String
  let reason: String
  /// The page that `colophon explain` shows, in Markdown.
  let page: String
  let tags: [String]

  /// The questions, then the checks on the source itself; the order is part of the reports' format.
  static let all: [ReportRule] = AskName.allCases.map(ask) + checks

  private static func ask(_ ask: AskName) -> ReportRule {
    let rules = Rule.all.filter { $0.ask == ask }
    let reason = ask.why ?? rules.first?.why ?? ask.question
    return ReportRule(
      id: ask.rawValue, summary: ask.question, reason: reason, page: RulePage.markdown(ask),
      tags: ["reproducibility", "pre-trained-models"])
  }

  /// The code of what a file had wrong.
  static let unreadSource = "unreadable-source"
  /// The code of a manuscript that could not be read at all.
  static let unreadManuscript = "unreadable-manuscript"

  private static let checks = [
    check(
      "unknown-suppression", "A 'colophon:' comment that cannot be read.",
      "A comment that is not understood silences nothing. 'colophon rules' lists the names it may hold."),
    check(
      "unused-suppression", "A 'colophon:' comment that silences nothing.",
      "A comment that silences nothing hides a question that comes back later. Remove it."),
    check(
      unreadSource, "A part of the source that was not read as it was meant.",
      "A missing file, an unclosed group or a bound that was reached: what stands there is not known, so that a detail may be asked for that is stated."),
    check(
      unreadManuscript, "A manuscript that could not be read.",
      "Nothing is said of it: an empty report is no sign that nothing is missing."),
    check(
      "other-language", "A manuscript that is not in English.",
      "Models are listed, details are not judged. Say 'lang: en' in the front matter or load babel where the language was misjudged."),
  ]

  private static func check(_ id: String, _ summary: String, _ reason: String) -> ReportRule {
    ReportRule(
      id: id, summary: summary, reason: reason, page: "# \(id)\n\n\(summary)\n\n\(reason)\n", tags: ["manuscript"])
  }
}

/// A diagnostic in whole sentences.
enum ReportWords {
  /// The message, and what to write.
  static func sentence(_ diagnostic: Diagnostic) -> String {
    let head = diagnostic.message.hasSuffix("?") ? diagnostic.message : diagnostic.message + "."
    if let example = diagnostic.example { return head + " Write: " + example }
    return diagnostic.remedy.isEmpty ? head : head + " " + diagnostic.remedy
  }
}

/// A replacement of a fix in a report's lines and columns.
struct ReportEdit {
  /// Never absolute.
  let path: String
  let region: ReportRegion
  /// Gaps stand as `[TODO: …]`.
  let text: String

  /// The edits of a fix; none where it changes the settings file, which is no part of the manuscript.
  static func edits(of fix: Fix, _ regions: inout Regions, _ result: ManuscriptResult) -> [ReportEdit] {
    var edits: [ReportEdit] = []
    for edit in fix.edits {
      guard case .file(let file) = edit.target else { return [] }
      let span = SourceSpan(file: file, range: edit.range)
      edits.append(
        ReportEdit(
          path: result.reportPath(of: span), region: regions.region(of: span), text: edit.text.plain))
    }
    return edits
  }
}

/// Paths as references of RFC 3986.
enum URIReference {
  /// The path with every byte escaped that a reference's path may not hold.
  static func of(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: text.unicodeScalars.append(.init(byte))
      default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}

/// Numbers for what has the same fingerprint, so that two of them in one manuscript are told apart.
struct FingerprintCounter {
  private var seen: [String: Int] = [:]

  /// The fingerprint of a diagnostic with its number among those alike, from 1.
  mutating func numbered(_ diagnostic: Diagnostic, in analysis: Analysis) -> String {
    let fingerprint = analysis.gap(of: diagnostic).fingerprint
    let number = (seen[fingerprint] ?? 0) + 1
    seen[fingerprint] = number
    return "\(fingerprint):\(number)"
  }
}
