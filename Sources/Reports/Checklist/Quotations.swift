import ManuscriptAnalysis
import Manuscripts
import ReuseDetection

/// Finds the words of a manuscript that stand at a place.
struct Quotations {
  /// Characters of a quotation: two or three lines.
  private static let limit = 280

  private let reading: ReadManuscript
  private let places: Places
  /// For each file its sentences by where they begin.
  private let sentences: [[(start: Int, end: Int, sentence: Int)]]

  /// - Complexity: sorts the sentences.
  init(_ analysis: Analysis, _ places: Places) {
    reading = analysis.reading
    self.places = places
    var sentences = Array(
      repeating: [] as [(start: Int, end: Int, sentence: Int)], count: reading.manuscript.files.count)
    for index in reading.sentences.indices {
      let span = reading.span(ofSentence: index)
      sentences[span.file].append((span.range.lowerBound, span.range.upperBound, index))
    }
    self.sentences = sentences.map { $0.sorted { ($0.start, $0.end) < ($1.start, $1.end) } }
  }

  func place(_ span: SourceSpan) -> TextPlace {
    let start = places.start(span)
    return TextPlace(file: places.path(span), line: start.line, column: start.column)
  }

  /// The words of the file at a place; nil where there are none.
  func words(at span: SourceSpan) -> String? {
    let words = Self.tidy(String(decoding: reading.manuscript.files[span.file].bytes[span.range], as: UTF8.self))
    return words.isEmpty ? nil : words
  }

  /// A cited work by its key, as a reader knows it: "Lin et al. 2023, Evolutionary-scale prediction".
  func work(_ key: String) -> String? {
    guard let work = reading.works[key], !work.title.isEmpty else { return nil }
    let authors = work.authors.split(separator: " and ", omittingEmptySubsequences: true).map(String.init)
    let first = authors.first.map { $0.split(separator: ",").first.map(String.init) ?? $0 } ?? ""
    let head = [first + (authors.count > 1 ? " et al." : ""), work.year].filter { !$0.isEmpty }.joined(separator: " ")
    return Self.tidy([head, work.title].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// The sentence at a place with some words marked; else the line of the file.
  func quotation(at span: SourceSpan, marking words: [String]) -> Quotation? {
    if let sentence = sentence(at: span) ?? firstSentence(in: span) { return marked(text(sentence), words) }
    guard let line = places.line(of: span) else { return nil }
    let text = Self.tidy(String(decoding: line.bytes, as: UTF8.self))
    return text.isEmpty ? nil : marked(text, words)
  }

  /// A piece of evidence with the sentences around it.
  func evidence(_ evidence: Evidence, of model: DetectedModel) -> ReportedEvidence {
    let names = [model.name] + model.surfaces
    let index = sentence(at: evidence.span)
    return ReportedEvidence(
      place: place(evidence.span), cue: evidence.cue, before: index.map { neighbour(of: $0, by: -1) } ?? "",
      sentence: marked(index.map(text) ?? Self.tidy(evidence.text), names),
      after: index.map { neighbour(of: $0, by: 1) } ?? "")
  }

  private func text(_ sentence: Int) -> String { Self.tidy(reading.text(ofSentence: sentence)) }

  /// A neighbour in the same paragraph, shortened.
  private func neighbour(of sentence: Int, by step: Int) -> String {
    let block = reading.blockSentences[reading.sentences[sentence].block]
    guard block.contains(sentence + step) else { return "" }
    let text = text(sentence + step)
    guard text.count > Self.limit / 2 else { return text }
    return step < 0 ? "…" + text.suffix(Self.limit / 2) : text.prefix(Self.limit / 2) + "…"
  }

  private func sentence(at span: SourceSpan) -> Int? {
    guard sentences.indices.contains(span.file) else { return nil }
    let row = sentences[span.file]
    var low = 0
    var high = row.count
    while low < high {
      let middle = (low + high) / 2
      if row[middle].start <= span.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    // A footnote stands inside the sentence that it hangs on: the innermost one is meant.
    return row[max(0, low - 8)..<low].reversed().first { $0.end > span.range.lowerBound }?.sentence
  }

  /// The first sentence of a place that begins before any, such as a listing with its fence.
  private func firstSentence(in span: SourceSpan) -> Int? {
    guard sentences.indices.contains(span.file) else { return nil }
    return sentences[span.file].first { span.range.contains($0.start) && text($0.sentence).contains { $0.isLetter } }?
      .sentence
  }

  /// A text cut around the first of some words that it holds.
  private func marked(_ text: String, _ words: [String]) -> Quotation {
    let found = words.lazy.filter { !$0.isEmpty }.compactMap { Self.place(of: $0, in: text) }.first
    guard let found else {
      return Quotation(before: Self.cut(text[...], keepingEnd: false, Self.limit), marked: "", after: "")
    }
    let room = max(40, Self.limit - text[found].count)
    let after = text[found.upperBound...]
    let before = text[..<found.lowerBound]
    let ahead = min(before.count, max(room / 2, room - after.count))
    return Quotation(
      before: Self.cut(before, keepingEnd: true, ahead), marked: Self.cut(text[found], keepingEnd: false, Self.limit),
      after: Self.cut(after, keepingEnd: false, room - ahead))
  }

  /// The first place of some words that is no part of a longer word, else the first one.
  private static func place(of words: String, in text: String) -> Range<String.Index>? {
    let places = text.ranges(of: words)
    return places.first { place in
      let before = place.lowerBound == text.startIndex ? nil : text[text.index(before: place.lowerBound)]
      let after = place.upperBound == text.endIndex ? nil : text[place.upperBound]
      return ![before, after].contains { $0?.isLetter == true || $0?.isNumber == true }
    } ?? places.first
  }

  /// At most so many characters of a text, cut between words.
  private static func cut(_ text: Substring, keepingEnd: Bool, _ limit: Int) -> String {
    guard text.count > limit else { return String(text) }
    if keepingEnd {
      let kept = text.suffix(limit)
      return "…" + (kept.firstIndex(of: " ").map { kept[$0...] } ?? kept)
    }
    let kept = text.prefix(limit)
    return (kept.lastIndex(of: " ").map { kept[...$0] } ?? kept) + "…"
  }

  /// White space run together, and none left before a sign that followed a citation.
  static func tidy(_ text: String) -> String {
    var tidied = ""
    let words = text.split(whereSeparator: \.isWhitespace)
    for word in words {
      let isSign = word.allSatisfy { ".,;:)?!".contains($0) }
      if !tidied.isEmpty, !isSign { tidied.append(" ") }
      tidied += word
    }
    return tidied
  }
}
