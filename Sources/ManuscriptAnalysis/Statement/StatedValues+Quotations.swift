import Manuscripts
import ReportingRules
import ReuseDetection

/// What is said in sentences more often than in a value: the value where there is one, else the manuscript's own words
/// with their place.
extension StatedValues {
  /// When the model was queried.
  var accessDate: Statement.Fact? {
    told(.accessDate, as: "date of access") { span in
      sentence(at: span).flatMap { DateWords.date(in: reading.text(ofSentence: $0)) }
        .map { Statement.Fact(.accessDate, "accessed", $0) }
    }
  }

  /// How the data were split: shares or counts, "80/10/10", "80% for training", else the sentence.
  var split: Statement.Fact? {
    told(.trainingDataSplit, as: "split") { _ in
      guard let value = value(.trainingDataSplit), value.contains(where: \.isNumber),
        value.contains("/") || value.contains(":") || value.contains("%") || value.contains("fold")
      else { return nil }
      return Statement.Fact(.trainingDataSplit, "split", value)
    }
  }

  private func told(
    _ detail: Detail, as noun: String, value: (SourceSpan) -> Statement.Fact?
  ) -> Statement.Fact? {
    guard let found = details[detail] else { return nil }
    switch found.state {
    case .present:
      guard let span = found.span else { return nil }
      return value(span)
        ?? quotation(at: span, around: found.value).map { Statement.Fact(detail, noun + ":", $0, .quotation(span)) }
    case .delegated: return Statement.Fact(detail, "", noun + " in the supplement or repository")
    case .declaredUnavailable: return Statement.Fact(detail, "", noun + " said not to be available")
    case .missing, .notApplicable: return nil
    }
  }

  /// Characters of a quotation: two lines.
  private static let quotationLimit = 160

  /// The sentence at a place, cut at words where it is long; nil for a table's row, code and what is no running text.
  private func quotation(at span: SourceSpan, around words: String?) -> String? {
    guard let index = sentence(at: span) else { return nil }
    switch reading.block(ofSentence: index).kind {
    case .paragraph, .listItem, .footnote, .quotation, .caption: break
    case .heading, .title, .metadata, .tableRow, .code: return nil
    }
    let text = reading.text(ofSentence: index).split { $0.isWhitespace }.joined(separator: " ")
    guard !text.isEmpty, !text.contains(where: { "|{}\\$".contains($0) }) else { return nil }
    guard text.count > Self.quotationLimit else { return text.hasSuffix(".") ? String(text.dropLast()) : text }
    let center = words.flatMap { text.firstRange(of: $0)?.lowerBound } ?? text.startIndex
    let from = text.index(center, offsetBy: -Self.quotationLimit / 3, limitedBy: text.startIndex) ?? text.startIndex
    let to = text.index(from, offsetBy: Self.quotationLimit, limitedBy: text.endIndex) ?? text.endIndex
    var part = text[from..<to]
    if from > text.startIndex { part = part.drop { $0 != " " }.dropFirst() }
    if to < text.endIndex, let space = part.lastIndex(of: " ") { part = part[..<space] }
    return (from > text.startIndex ? "… " : "") + part + (to < text.endIndex ? " …" : "")
  }
}

/// Dates in running text.
enum DateWords {
  /// The first date with its year: "May 2024", "3 May 2024", "between March and May 2024", "2024-05-03"; nil for none.
  static func date(in text: String) -> String? {
    let words = text.split { $0.isWhitespace }.map(bare)
    guard let anchor = words.firstIndex(where: { isMonth($0) || isDay($0) }) else { return nil }
    var from = anchor
    while from > 0, isPart(words[from - 1]) || isLink(words[from - 1]) { from -= 1 }
    while from < anchor, isLink(words[from]), words[from] != "between" { from += 1 }
    var end = anchor + 1
    while end < words.count, isPart(words[end]) || isLink(words[end]) { end += 1 }
    while end > anchor + 1, isLink(words[end - 1]) { end -= 1 }
    let date = words[from..<end]
    return date.contains { isYear($0) || isDay($0) } ? date.joined(separator: " ") : nil
  }

  private static func bare(_ word: Substring) -> String {
    let signs: (Character) -> Bool = { ".,;:()[]".contains($0) }
    let tail = word.drop(while: signs)
    return tail.lastIndex { !signs($0) }.map { String(tail[...$0]) } ?? ""
  }

  private static func isPart(_ word: String) -> Bool { isMonth(word) || isYear(word) || isDay(word) || isOfMonth(word) }

  private static func isMonth(_ word: String) -> Bool { months.contains(word) }

  /// "3", "3rd".
  private static func isOfMonth(_ word: String) -> Bool {
    let digits = word.prefix(while: \.isNumber)
    return (1...2).contains(digits.count) && ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
  }

  private static func isYear(_ word: String) -> Bool {
    word.count == 4 && word.allSatisfy(\.isNumber) && (word.hasPrefix("19") || word.hasPrefix("20"))
  }

  /// "2024-05-03".
  private static func isDay(_ word: String) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && isYear(String(parts[0])) && parts[1...].allSatisfy { isOfMonth(String($0)) }
  }

  private static func isLink(_ word: String) -> Bool { ["between", "and", "to", "through", "until", "of", "–"].contains(word) }

  private static let months: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
  ]
}
