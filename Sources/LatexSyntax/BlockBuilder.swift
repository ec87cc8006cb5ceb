import Manuscripts

/// A block while its text is being collected.
struct BlockBuilder {
  var kind: Block.Kind
  let section: Int
  let float: Int?
  private(set) var text = RenderedText()
  var marks: [Mark] = []
  /// Footnotes that hang on the block, in order.
  var footnotes: [BlockBuilder] = []
  private(set) var file: Int?
  private var start = Int.max
  private var stop = 0
  /// White space that becomes one space when more text follows.
  private var pendingSpace: Range<Int>?

  init(kind: Block.Kind, section: Int, float: Int?) {
    self.kind = kind
    self.section = section
    self.float = float
  }

  /// A copy that belongs to another section.
  init(copying other: BlockBuilder, section: Int) {
    kind = other.kind
    self.section = section
    float = other.float
    text = other.text
    marks = other.marks
    footnotes = other.footnotes
    file = other.file
    start = other.start
    stop = other.stop
  }

  var isEmpty: Bool { text.count == 0 }

  /// The span from the first to the last byte that gave text; nil while empty.
  var span: SourceSpan? {
    guard let file, start <= stop else { return nil }
    return SourceSpan(file: file, range: start..<stop)
  }

  /// Appends bytes of a file as they are.
  mutating func append(_ bytes: ArraySlice<UInt8>, file: Int) {
    open(file, at: bytes.startIndex..<bytes.endIndex)
    text.appendVerbatim(bytes, from: bytes.startIndex)
  }

  /// Appends words of a file with single blanks or line ends between them.
  mutating func append(words: ArraySlice<UInt8>, file: Int) {
    open(file, at: words.startIndex..<words.endIndex)
    text.appendWords(words, from: words.startIndex)
  }

  /// Appends text that stands for a place in a file.
  mutating func append(_ replacement: some Collection<UInt8>, for place: SourceSpan) {
    guard !replacement.isEmpty else { return }
    open(place.file, at: place.range)
    text.appendReplacement(replacement, for: place.range)
  }

  /// Appends a sign (citation, formula, cell border) that stands for a place in a file.
  mutating func append(sign: UInt8, for place: SourceSpan) {
    if sign == RenderedText.cellSeparator { pendingSpace = nil }
    open(place.file, at: place.range)
    text.appendReplacement(sign, for: place.range)
  }

  /// Notes white space: one space if text stands before and after it.
  mutating func space(at place: SourceSpan) {
    guard !isEmpty, pendingSpace == nil, text.bytes.last != 0x20, text.bytes.last != RenderedText.cellSeparator else {
      return
    }
    pendingSpace = place.range
  }

  private mutating func open(_ file: Int, at range: Range<Int>) {
    if self.file == nil { self.file = file }
    start = min(start, range.lowerBound)
    stop = max(stop, range.upperBound)
    if let space = pendingSpace {
      if space.count == 1 { text.appendSpace(at: space.lowerBound) } else { text.appendReplacement(0x20, for: space) }
      pendingSpace = nil
    }
  }
}
