import Manuscripts

/// The text of a block while its inlines are aligned: white space between two pieces is one space.
struct AlignedText {
  private(set) var text = RenderedText()
  private var marks: [Mark] = []
  /// The identifiers of the notes that the text refers to.
  private var footnotes: [String] = []
  /// Where the part begins that is appended to now.
  private var start = 0
  private var pendingSpace: Range<Int>?

  struct Result {
    let text: RenderedText
    let marks: [Mark]
    let footnotes: [String]
  }

  var count: Int { text.count }

  /// Begins a part behind the text that is there; white space between the two is none of it.
  mutating func beginPart() {
    start = text.count
    pendingSpace = nil
  }

  /// The whole text; the next one begins empty.
  mutating func take() -> Result {
    defer {
      marks = []
      footnotes = []
    }
    return Result(text: text.take(), marks: marks, footnotes: footnotes)
  }

  mutating func appendVerbatim(_ source: UnsafeBufferPointer<UInt8>, from offset: Int) {
    flushSpace()
    text.appendVerbatim(source, from: offset)
  }

  mutating func appendReplacement(_ bytes: some Collection<UInt8>, for range: Range<Int>) {
    flushSpace()
    text.appendReplacement(bytes, for: range)
  }

  mutating func appendReplacement(_ byte: UInt8, for range: Range<Int>) {
    flushSpace()
    text.appendReplacement(byte, for: range)
  }

  mutating func appendSpace(for range: Range<Int>) {
    if text.count > start, pendingSpace == nil, text.bytes.last != 0x20 { pendingSpace = range }
  }

  /// Appends one character that stands at a place of the source.
  mutating func appendCharacter(_ character: UnsafeBufferPointer<UInt8>, for range: Range<Int>) {
    if character.count == 1, character.first == 0x20 || character.first == 0x09 { return appendSpace(for: range) }
    if character.count > 1 {
      switch SpecialCharacter.reading(character) {
      case .asIs: break
      case .space: return appendSpace(for: range)
      case .nothing: return
      case .text(let replacement): return appendReplacement(replacement.utf8, for: range)
      }
    }
    appendVerbatim(character, from: range.lowerBound)
  }

  mutating func append(_ element: MaskedSource.Element) {
    let range = element.range
    switch element.kind {
    case .citation(let keys, let isTextual):
      appendReplacement(isTextual ? RenderedText.textualCitation : RenderedText.parentheticalCitation, for: range)
      mark(.citation(keys: keys), from: text.count - 1, source: range)
    case .formula:
      appendReplacement(RenderedText.formula, for: range)
      mark(.math, from: text.count - 1, source: range)
    case .simpleFormula(let bytes):
      appendReplacement(bytes, for: range)
      mark(.math, from: text.count - bytes.count, source: range)
    case .footnoteReference(let id): footnotes.append(id)
    case .nothing: break
    case .space: appendSpace(for: range)
    }
  }

  /// Marks the text from an offset on, unless there is none.
  mutating func mark(_ kind: Mark.Kind, from start: Int, source: Range<Int>) {
    guard text.count > start else { return }
    marks.append(Mark(kind: kind, text: start..<text.count, source: source))
  }

  private mutating func flushSpace() {
    guard let range = pendingSpace else { return }
    if range.count == 1 { text.appendSpace(at: range.lowerBound) } else { text.appendReplacement(0x20, for: range) }
    pendingSpace = nil
  }
}
