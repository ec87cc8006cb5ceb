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
      text += "\(count) about \(result.name): see 'colophon inventory \(result.name)'\n\n"
    }
  }

  private mutating func add(_ diagnostic: Diagnostic, _ result: ManuscriptResult, _ places: Places) {
    let start = places.start(diagnostic.span)
    text +=
      colour(diagnostic.severity, "\(diagnostic.severity.rawValue)[\(diagnostic.code)]")
      + bold(": \(diagnostic.message)") + "\n"
    text += dim("  --> ") + "\(result.folder)\(places.path(diagnostic.span)):\(start.line):\(start.column)\n"
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
        dim("   = ") + "\(place.message) at \(result.folder)\(places.path(place.span)):\(start.line):\(start.column)\n"
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
      place = "\(result.folder)\(places.path(span)):\(start.line):\(start.column): "
    }
    text += "note: \(place)\(problem.message)\n"
  }

  mutating func addSummary(_ tally: LintTally) {
    let read = "in \(Counting.plural(tally.files, "file")) of \(Counting.plural(tally.manuscripts, "manuscript"))"
    if tally.count(from: .reportOnly) == 0 {
      let models =
        tally.reused == 0
        ? "no reuse of a pre-trained model found" : "\(Counting.plural(tally.reused, "model")) reused, nothing to ask"
      text += "\(models) \(read)\n"
      return
    }
    let counts = [Severity.error, .warning, .hint].compactMap { severity -> String? in
      let count = tally.count(severity)
      return count == 0 ? nil : colour(severity, Counting.plural(count, severity.rawValue))
    }
    text +=
      bold("\(Counting.plural(tally.reused, "model")) reused") + " · " + counts.joined(separator: ", ") + " \(read)\n"
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

/// A piece of a line that fits on the screen, with the place of what is marked in it.
struct Excerpt {
  let text: String
  /// Columns before the marked part.
  let indent: Int
  /// Columns of the marked part.
  let width: Int

  /// - Parameters:
  ///   - marked: offsets in the same array as `line`.
  ///   - room: columns that the text may take.
  init(_ line: ArraySlice<UInt8>, marked: Range<Int>, room: Int) {
    let before = Self.shown(line[line.startIndex..<marked.lowerBound])
    let middle = Self.shown(line[marked])
    let after = Self.shown(line[marked.upperBound..<line.endIndex])
    let middleWidth = min(Self.width(middle), room)
    let side = max(0, room - middleWidth)
    let left = Self.suffix(
      before, columns: Self.width(before) + Self.width(middle) + Self.width(after) <= room ? room : side / 2)
    let right = Self.prefix(after, columns: max(0, room - Self.width(left) - middleWidth))
    text = left + middle + right
    indent = Self.width(left)
    width = middleWidth
  }

  /// Tabs as spaces, control characters as nothing.
  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        text += "  "
      } else if scalar.value >= 0x20, scalar.value != 0x7F {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func prefix(_ text: String, columns: Int) -> String {
    guard width(text) > columns else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += width(character)
      if used > columns { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private static func suffix(_ text: String, columns: Int) -> String {
    guard width(text) > columns else { return text }
    var kept: [Character] = []
    var used = 1
    for character in text.reversed() {
      used += width(character)
      if used > columns { break }
      kept.append(character)
    }
    return "…" + String(kept.reversed())
  }

  private static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

  /// Terminal columns: 2 for East Asian wide characters and emoji, else 1.
  private static func width(_ character: Character) -> Int {
    guard let value = character.unicodeScalars.first?.value else { return 0 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
