import Manuscripts

/// A block while its text is being collected.
///
/// A class, because a block that another interrupts is put aside and gone on with, and because the memory for a text
/// serves one block after the other.
final class BlockBuilder {
  var kind: Block.Kind
  var section: Int
  private(set) var float: Int?
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

  /// Begins another block; what was collected is forgotten.
  func begin(_ kind: Block.Kind, section: Int, float: Int?) {
    self.kind = kind
    self.section = section
    self.float = float
    if !isEmpty { text = RenderedText() }
    if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
    if !footnotes.isEmpty { footnotes.removeAll() }
    file = nil
    (start, stop) = (.max, 0)
    pendingSpace = nil
  }

  var isEmpty: Bool { text.count == 0 }

  /// The text without the signs of citations, formulae and cells.
  var plainText: String {
    let hasSigns = text.bytes.contains { $0 < 0x20 }
    return String(decoding: hasSigns ? text.bytes.filter { $0 >= 0x20 } : text.bytes, as: UTF8.self)
  }

  /// Gives the block away, without its footnotes; nil while empty.
  ///
  /// - Parameter parent: the block that it hangs on.
  func takeBlock(attachedTo parent: Int?) -> Block? {
    guard !isEmpty, let file, start <= stop else { return nil }
    return Block(
      kind: kind, section: section, span: SourceSpan(file: file, range: start..<stop), text: text.take(),
      marks: marks.withUnsafeBufferPointer { Array($0) }, float: float, attachedTo: parent)
  }

  /// Appends the bytes from an offset of a file on as they are.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, file: Int) {
    open(file, at: offset..<(offset + bytes.count))
    text.appendVerbatim(bytes, from: offset)
  }

  /// Appends words from an offset of a file on, with single blanks or line ends between them.
  func append(lines: UnsafeBufferPointer<UInt8>, at offset: Int, file: Int) {
    open(file, at: offset..<(offset + lines.count))
    text.appendWords(lines, from: offset)
  }

  /// Appends text that stands for a place in a file.
  func append(_ replacement: UnsafeBufferPointer<UInt8>, for place: SourceSpan) {
    guard !replacement.isEmpty else { return }
    open(place.file, at: place.range)
    text.appendReplacement(replacement, for: place.range)
  }

  /// Appends a sign (citation, formula, cell border) that stands for a place in a file.
  func append(sign: UInt8, for place: SourceSpan) {
    if sign == RenderedText.cellSeparator { pendingSpace = nil }
    open(place.file, at: place.range)
    text.appendReplacement(sign, for: place.range)
  }

  /// Notes white space: one space if text stands before and after it.
  func space(at place: SourceSpan) {
    guard pendingSpace == nil, let last = text.bytes.last, last != 0x20, last != RenderedText.cellSeparator else {
      return
    }
    pendingSpace = place.range
  }

  private func open(_ file: Int, at range: Range<Int>) {
    if self.file == nil { self.file = file }
    start = min(start, range.lowerBound)
    stop = max(stop, range.upperBound)
    if let space = pendingSpace {
      if space.count == 1 { text.appendSpace(at: space.lowerBound) } else { text.appendReplacement(0x20, for: space) }
      pendingSpace = nil
    }
  }
}
