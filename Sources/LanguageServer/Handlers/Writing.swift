import LanguageServerWire
import ManuscriptAnalysis
import Manuscripts
import ReuseDetection

extension Session {
  /// Notes an edit: the sentence around it is being written, and one that was written elsewhere settles.
  mutating func write(in uri: String, at offset: Int) {
    if caret?.uri != uri { settle() }
    caret = (uri, offset)
  }

  /// What was being written is done: its document is shown anew.
  mutating func settle() {
    guard let uri = caret?.uri else { return }
    caret = nil
    guard let document = documents[uri] else { return }
    stale.insert(uri)
    markReaders(of: document.path)
  }

  /// The author's caret, as far as requests give it away: leaving the sentence that is being written settles it.
  ///
  /// Clients that never say where the caret is settle it by the next edit elsewhere or by saving.
  mutating func moveCaret(_ params: JSONValue) {
    guard let writing = caret, let uri = params[path: "textDocument", "uri"].string, let document = documents[uri],
      let offset = document.positions.offset(of: params["position"]), writing != (uri, offset)
    else { return }
    if writing.uri == uri, let project = project(of: uri), let file = project.file(at: document.path),
      let sentence = Self.sentence(at: writing.offset, in: file, project.analysis.reading),
      sentence == Self.sentence(at: offset, in: file, project.analysis.reading)
    {
      return
    }
    settle()
  }

  /// The sentence that is being written, in a project's own terms.
  func sentenceBeingWritten(_ project: LiveProject) -> SourceSpan? {
    guard let caret, let document = documents[caret.uri], let file = project.file(at: document.path) else { return nil }
    return Self.sentence(at: caret.offset, in: file, project.analysis.reading).map { SourceSpan(file: file, range: $0) }
  }

  /// True for a question that stands in the sentence: it stands where its models are said to be reused.
  static func concerns(_ sentence: SourceSpan, _ diagnostic: Diagnostic) -> Bool {
    let span = diagnostic.span
    return span.file == sentence.file && sentence.range.lowerBound <= span.range.lowerBound
      && span.range.lowerBound <= sentence.range.upperBound
  }

  /// The sentence that holds an offset, or that ends before it and has not come to its full stop.
  private static func sentence(at offset: Int, in file: Int, _ reading: ReadManuscript) -> Range<Int>? {
    let bytes = reading.manuscript.files[file].bytes
    var best: Range<Int>?
    for (index, block) in reading.manuscript.blocks.enumerated()
    where block.span.file == file && block.span.range.lowerBound <= offset
      && offset <= block.span.range.upperBound + gap
    {
      for sentence in reading.blockSentences[index] {
        let range = reading.span(ofSentence: sentence).range
        guard range.lowerBound <= offset,
          offset <= range.upperBound || isOpen(bytes, range.upperBound, offset),
          range.lowerBound >= best?.lowerBound ?? 0
        else { continue }
        best = range
      }
    }
    return best
  }

  /// Bytes between the end of a sentence's last word and the caret, at most.
  private static let gap = 80

  /// True when a sentence that ends at `end` goes on at the caret: no full stop and no blank line stands between, and
  /// behind a stop the caret has not moved on yet.
  private static func isOpen(_ bytes: [UInt8], _ end: Int, _ offset: Int) -> Bool {
    guard end <= offset, offset <= bytes.count, offset - end <= gap else { return false }
    let between = bytes[end..<offset]
    guard between.count(where: { $0 == 0x0A }) < 2 else { return false }
    guard let blank = between.firstIndex(where: { $0 <= 0x20 }) else { return true }
    let stops: Set<UInt8> = [0x2E, 0x21, 0x3F]
    return between[blank...].allSatisfy { $0 <= 0x20 }
      && !bytes[max(0, end - 1)..<blank].contains(where: stops.contains)
  }
}
