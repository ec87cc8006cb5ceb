import ManuscriptAnalysis
import Manuscripts
import ReportingRules
import ReuseDetection

/// Lays out the text report.
struct LintPrinter {
  private(set) var text = ""
  private let style: TextStyle

  init(_ style: TextStyle) { self.style = style }

  mutating func add(_ result: ManuscriptResult) {
    let places = Places(result.analysis)
    for diagnostic in result.analysis.diagnostics { add(diagnostic, result, places) }
    for problem in result.analysis.problems { add(problem, result, places) }
    if !result.analysis.problems.isEmpty { text += "\n" }
    if result.analysis.hiddenAskCount > 0 {
      let count = Counting.plural(result.analysis.hiddenAskCount, "more question")
      text += "\(count) about \(result.shownName): see 'colophon inventory \(result.shownName)'\n\n"
    }
  }

  private mutating func add(_ diagnostic: Diagnostic, _ result: ManuscriptResult, _ places: Places) {
    let start = places.start(diagnostic.span)
    text +=
      colour(diagnostic.severity, "\(diagnostic.severity.rawValue)[\(diagnostic.code)]")
      + bold(": \(VisibleText.line(diagnostic.message))") + "\n"
    text += dim("  --> ") + "\(result.shownPath(of: diagnostic.span)):\(start.line):\(start.column)\n"
    addExcerpt(diagnostic, places, line: start.line)
    addPlaces(diagnostic.related, result, places)
    addNote("why", diagnostic.why)
    addNote("asked by", Self.few(diagnostic.askedBy))
    addNote("write", diagnostic.example.map { "\($0)" } ?? diagnostic.remedy)
    text += "\n"
  }

  /// Four standards say enough on a screen; JSON and 'explain' have all.
  private static func few(_ standards: [String]) -> String {
    let more = standards.count - 4
    return standards.prefix(4).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
  }

  /// The line with the place underlined; a long line is cut to the words around it.
  private mutating func addExcerpt(_ diagnostic: Diagnostic, _ places: Places, line: Int) {
    guard let source = places.line(of: diagnostic.span) else { return }
    let room = max(40, style.width - 10)
    let excerpt = Excerpt(source.bytes, marked: source.marked, room: room)
    let number = String(line)
    let margin = String(repeating: " ", count: number.count)
    text += dim(" \(number) | ") + excerpt.text + "\n"
    text +=
      dim(" \(margin) | ") + String(repeating: " ", count: excerpt.indent)
      + colour(diagnostic.severity, String(repeating: "^", count: max(1, excerpt.width))) + "\n"
  }

  private mutating func addPlaces(_ related: [Diagnostic.RelatedPlace], _ result: ManuscriptResult, _ places: Places) {
    for place in related.prefix(4) {
      let start = places.start(place.span)
      text +=
        dim("   = ") + "\(place.message) at \(result.shownPath(of: place.span)):\(start.line):\(start.column)\n"
    }
    if related.count > 4 { text += dim("   = ") + "and \(related.count - 4) more\n" }
  }

  private mutating func addNote(_ label: String, _ note: String) {
    guard !note.isEmpty else { return }
    let head = "   = \(label): "
    let indent = String(repeating: " ", count: head.count)
    var line = ""
    var isFirst = true
    for word in note.split(separator: " ") {
      if !line.isEmpty, head.count + line.count + word.count + 1 > style.width {
        text += (isFirst ? dim(head) : indent) + line + "\n"
        isFirst = false
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    text += (isFirst ? dim(head) : indent) + line + "\n"
  }

  private mutating func add(_ problem: Problem, _ result: ManuscriptResult, _ places: Places) {
    var place = ""
    if let span = problem.span {
      let start = places.start(span)
      place = "\(result.shownPath(of: span)):\(start.line):\(start.column): "
    }
    text += "note: \(place)\(VisibleText.line(problem.message))\n"
  }

  /// The counts of the whole run, and what became of baselines.
  mutating func addSummary(_ tally: LintTally) {
    addCounts(tally)
    for remark in tally.baseline.remarks { text += remark + "\n" }
  }

  private mutating func addCounts(_ tally: LintTally) {
    guard tally.manuscripts > 0 else {
      let excluded = tally.excluded > 0 ? ": the settings exclude \(Counting.plural(tally.excluded, "manuscript"))" : ""
      text += "no manuscript was linted\(excluded)\n"
      return
    }
    let read = tally.read
    if tally.count(from: .reportOnly) == 0 {
      let models =
        tally.reused == 0
        ? "no reuse of a pre-trained model found" : "\(Counting.plural(tally.reused, "model")) reused, nothing \(tally.baseline.isInUse ? "new " : "")to ask"
      text += "\(models) \(read)\n"
      return
    }
    let counts = tally.severities { colour($0, $1) }
    text +=
      bold("\(Counting.plural(tally.reused, "model")) reused") + " · " + counts + " \(read)\n"
  }

  private func colour(_ severity: Severity, _ text: String) -> String {
    guard style.isColoured else { return text }
    let code =
      switch severity {
      case .error: "1;31"
      case .warning: "1;33"
      case .hint, .reportOnly: "1;36"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func bold(_ text: String) -> String { style.isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { style.isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
