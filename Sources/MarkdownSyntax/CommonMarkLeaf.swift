/// A leaf block of a parsed text.
struct CommonMarkLeaf {
  enum Kind: Equatable {
    case heading(Int)
    case paragraph
    /// With the literal of what stands behind the fence.
    case code(Range<Int>)
    case html
  }

  let kind: Kind
  /// 1-based first and last line.
  let lines: ClosedRange<Int>
  let isInList: Bool
  let isFirstInItem: Bool
  let isQuoted: Bool
  /// The leaf's part of `CommonMarkLeaves.inlines`.
  let inlines: Range<Int>
}

/// An inline event. What it says is a range of `CommonMarkLeaves.literals`.
enum CommonMarkInline {
  /// Text that stands in the parsed bytes as it is, at these offsets.
  case source(Range<Int>)
  case text(Range<Int>)
  case code(Range<Int>)
  case html(Range<Int>)
  case lineBreak
  case openLink(Range<Int>)
  case closeLink
  case openImage, closeImage
}

/// The leaf blocks of a text in order.
///
/// What they consist of lies in lists that they share and that the next text uses again: most leaves are small.
struct CommonMarkLeaves {
  private(set) var leaves: [CommonMarkLeaf] = []
  private(set) var inlines: [CommonMarkInline] = []
  private(set) var literals: [UInt8] = []
  /// Where the inline events of the next leaf begin.
  private var firstInline = 0

  mutating func removeAll() {
    leaves.removeAll(keepingCapacity: true)
    inlines.removeAll(keepingCapacity: true)
    literals.removeAll(keepingCapacity: true)
    firstInline = 0
  }

  /// Takes back the leaves behind so many, and the inline events of a leaf that is not finished.
  mutating func removeLeaves(from count: Int) {
    if leaves.count > count {
      firstInline = leaves[count].inlines.lowerBound
      leaves.removeLast(leaves.count - count)
    }
    inlines.removeLast(inlines.count - firstInline)
  }

  mutating func append(_ inline: CommonMarkInline) { inlines.append(inline) }

  /// Finishes a leaf of the inline events since the last one.
  mutating func finish(
    _ kind: CommonMarkLeaf.Kind, _ lines: ClosedRange<Int>, isInList: Bool = false, isFirstInItem: Bool = false,
    isQuoted: Bool = false
  ) {
    leaves.append(
      CommonMarkLeaf(
        kind: kind, lines: lines, isInList: isInList, isFirstInItem: isFirstInItem, isQuoted: isQuoted,
        inlines: firstInline..<inlines.count))
    firstInline = inlines.count
  }

  /// The bytes of a text that ends with zero, as a range of the literals; what is not UTF-8 in them is replaced.
  mutating func literal(_ text: UnsafePointer<CChar>?) -> Range<Int> {
    let start = literals.count
    guard let text else { return start..<start }
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    var (length, isASCII) = (0, true)
    while bytes[length] != 0 {
      if bytes[length] >= 0x80 { isASCII = false }
      length += 1
    }
    if isASCII {
      literals.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
    } else {
      literals.append(contentsOf: String(cString: text).utf8)
    }
    return start..<literals.count
  }

  /// A copy of bytes, as a range of the literals.
  mutating func literal(_ bytes: ArraySlice<UInt8>) -> Range<Int> {
    literals.append(contentsOf: bytes)
    return (literals.count - bytes.count)..<literals.count
  }

  func string(_ literal: Range<Int>) -> String { String(decoding: literals[literal], as: UTF8.self) }
}
