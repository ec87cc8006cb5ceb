import ReportingRules

/// The letter to the authors: at most six numbered questions, ready to send.
package enum ReportLetter {
  /// How many questions a letter has at most: what an author answers in one sitting.
  package static let limit = 6
  /// How many files a letter names that could not be read.
  private static let namedFiles = 3
  /// Columns of a line.
  private static let width = 76

  package static func text(_ report: FilledChecklist) -> String {
    let asked = report.questions.prefix(limit)
    var paragraphs = ["Dear authors,", opening(report, asked.count)]
    paragraphs += asked.enumerated().map { "\($0 + 1). \($1.text)" + ($1.place.map { " (\($0.words))" } ?? "") }
    if !asked.isEmpty {
      paragraphs.append(
        "It may be that an answer stands in the manuscript and was overlooked; a note of the place is then all we need."
      )
    }
    let more = report.questions.count - asked.count
    if more > 0 {
      paragraphs.append("The enclosed report has \(Counting.plural(more, "more question")), of less weight.")
    }
    if !report.input.unread.isEmpty {
      paragraphs.append(
        "We could not read every file that the manuscript names, and an answer may stand there: " + unread(report) + "."
      )
    }
    paragraphs += ["With kind regards,", "The editors"]
    return paragraphs.map(wrapped).joined(separator: "\n\n") + "\n"
  }

  /// The first files that could not be read, each once, and how many more there are.
  private static func unread(_ report: FilledChecklist) -> String {
    var seen: Set<String> = []
    let messages = report.input.unread.map(\.message).filter { seen.insert($0).inserted }
    let more = messages.count - namedFiles
    return messages.prefix(namedFiles).joined(separator: "; ")
      + (more > 0 ? "; and \(more) more, which the report lists" : "")
  }

  private static func opening(_ report: FilledChecklist, _ count: Int) -> String {
    let work = report.title.map { "\"\($0)\"" } ?? "your manuscript (\(report.manuscript))"
    let thanks = "Thank you for sending us \(work)."
    guard report.isJudged || report.isEmpty else {
      return thanks + " It is not in English (language code '\(report.language)'), so that we could not judge what it"
        + " says of the pre-trained models that it uses. That this letter asks nothing does not mean that nothing is open."
    }
    guard count > 0 else {
      return thanks
        + (report.models.isEmpty
          ? " We found no reuse of a pre-trained model in it, and have no questions about one."
          : " We have no questions about the pre-trained models that it uses.")
    }
    let asker = report.checklist.standard.map { ", which follow \($0.rawValue) (\($0.identifier))" } ?? ""
    let questions = count == 1 ? "the question below" : "the \(count) questions below"
    return thanks
      + " So that readers can repeat your work, we would be grateful if the manuscript answered \(questions) about the"
      + " pre-trained models that it uses\(count == 1 ? "" : asker)."
  }

  /// A paragraph broken into lines; those of a numbered question hang.
  private static func wrapped(_ paragraph: String) -> String {
    let indent = paragraph.first?.isNumber == true ? "   " : ""
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > width {
        lines.append(line)
        line = indent + word
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
