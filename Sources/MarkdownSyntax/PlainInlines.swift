import Manuscripts

/// Reads lines whose inlines can be told without CommonMark's parser: words, code, brackets and links, and emphasis
/// that is not nested. Of emphasis nothing is left but the gaps where its signs stood.
///
/// The rules are those of the CommonMark specification, version 0.30, sections 6.1 to 6.3.
struct PlainInlines {
  private let bytes: [UInt8]
  private let start: Int
  private let end: Int
  /// True where a bracket may refer to a link definition.
  private let hasDefinitions: Bool
  /// The number of signs that opened the emphasis that goes on, else 0.
  private var emphasis = 0
  /// The link that goes on: its closing bracket, its end, and the emphasis around it.
  private var link: (close: Int, end: Int, emphasis: Int)?
  /// False where the parser replaces bytes.
  private(set) lazy var isUTF8 = UTF8Check.firstInvalidOffset(in: bytes, start..<end) == nil

  private enum Sign {
    /// No markup but text, up to an offset.
    case text(Int)
    /// Signs of emphasis, up to an offset.
    case emphasis(Int)
    case code(Range<Int>, end: Int)
    case openLink(address: Range<Int>)
    case closeLink(end: Int)
  }

  init(_ bytes: [UInt8], _ range: Range<Int>, hasDefinitions: Bool) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    self.hasDefinitions = hasDefinitions
  }

  /// Begins a paragraph; false where an emphasis of the last one is open.
  mutating func begin() -> Bool {
    defer { emphasis = 0 }
    return emphasis == 0
  }

  /// Appends the inlines of a line and gives the offset of its end; nil where there is more to it.
  mutating func append(lineFrom start: Int, to leaves: inout CommonMarkLeaves) -> Int? {
    var text = start
    var index = start
    link = nil
    while true {
      index = bytes.withUnsafeBufferPointer { Self.signs.firstOffset(in: $0, from: index, to: end) }
      if index == end || bytes[index] == 0x0A { break }
      guard isUTF8, let sign = sign(at: index, lineStart: start) else { return nil }
      if case .text(let next) = sign {
        index = next
        continue
      }
      if text < index { leaves.append(.source(text..<index)) }
      switch sign {
      case .text: break
      case .emphasis(let next): text = next
      case .code(let code, let next):
        leaves.append(.code(leaves.literal(bytes[code])))
        text = next
      case .openLink(let address):
        leaves.append(.openLink(leaves.literal(bytes[address])))
        text = index + 1
      case .closeLink(let next):
        leaves.append(.closeLink)
        text = next
      }
      index = text
    }
    var last = index
    while last > text, bytes[last - 1] == 0x20 { last -= 1 }
    guard link == nil, last == index || isUTF8 else { return nil }
    if text < last { leaves.append(.source(text..<last)) }
    return index
  }

  /// Line ends, signs of inline markup and white space that the parser may drop.
  private static let signs = ByteSet { byte in
    switch byte {
    case 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x5D, 0x5F, 0x60: true
    case 0x20...0xFF, MaskedSource.filler: false
    default: true
    }
  }

  private mutating func sign(at index: Int, lineStart: Int) -> Sign? {
    switch bytes[index] {
    case 0x2A: emphasisSign(at: index, lineStart)
    case 0x5B: openingBracket(at: index, lineStart)
    case 0x5D: closingBracket(at: index)
    case 0x5F: underscores(at: index, lineStart)
    case 0x60: code(at: index)
    default: nil
    }
  }

  private func endOfRun(_ index: Int) -> Int {
    var next = index
    while next < end, bytes[next] == bytes[index] { next += 1 }
    return next
  }

  /// Stars that only open or only close, or do neither.
  private mutating func emphasisSign(at index: Int, _ lineStart: Int) -> Sign? {
    let next = endOfRun(index)
    let before = index > lineStart ? bytes[index - 1] : 0x0A
    let after = next < end ? bytes[next] : 0x0A
    // Others may be white space or punctuation.
    guard next - index <= 2, Self.isTold(before), Self.isTold(after) else { return nil }
    let opens = after > 0x20 && (!Self.isPunctuation(after) || before <= 0x20 || Self.isPunctuation(before))
    let closes = before > 0x20 && (!Self.isPunctuation(before) || after <= 0x20 || Self.isPunctuation(after))
    guard opens || closes else { return .text(next) }
    guard opens != closes, emphasis == (opens ? 0 : next - index) else { return nil }
    emphasis = opens ? next - index : 0
    return .emphasis(next)
  }

  private static func isTold(_ byte: UInt8) -> Bool { byte == 0x0A || byte >= 0x20 && byte < 0x7F }

  private static func isPunctuation(_ byte: UInt8) -> Bool { byte > 0x20 && !isLetterOrDigit(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || (0x30...0x39).contains(byte)
  }

  /// Underscores within a word are text.
  private func underscores(at index: Int, _ lineStart: Int) -> Sign? {
    let next = endOfRun(index)
    guard index > lineStart, next < end else { return nil }
    return Self.isLetterOrDigit(bytes[index - 1]) && Self.isLetterOrDigit(bytes[next]) ? .text(next) : nil
  }

  /// Code that ends on its line, with no space at its ends.
  private func code(at index: Int) -> Sign? {
    let start = endOfRun(index)
    // Three may begin a fence.
    guard start - index <= 2 else { return nil }
    var close = start
    while true {
      close = bytes.withUnsafeBufferPointer { Self.codeEnds.firstOffset(in: $0, from: close, to: end) }
      guard close < end, bytes[close] == 0x60 else { return nil }
      let next = endOfRun(close)
      if next - close == start - index {
        return bytes[start] == 0x20 || bytes[close - 1] == 0x20 ? nil : .code(start..<close, end: next)
      }
      close = next
    }
  }

  private static let codeEnds = ByteSet("`\n")

  /// A bracket that closes on its line without others in it: that of a link with its address, else text.
  private mutating func openingBracket(at index: Int, _ lineStart: Int) -> Sign? {
    guard !hasDefinitions, link == nil, index == lineStart || bytes[index - 1] != 0x21 else { return nil }
    let address = bytes.withUnsafeBufferPointer { bytes -> Range<Int>? in
      let close = Self.bracketEnds.firstOffset(in: bytes, from: index + 1, to: end)
      guard close < end, bytes[close] == 0x5D else { return nil }
      guard close + 1 < end, bytes[close + 1] == 0x28 else { return close..<close }
      let last = Self.addressEnds.firstOffset(in: bytes, from: close + 2, to: end)
      return last < end && bytes[last] == 0x29 && last > close + 2 ? (close + 2)..<last : nil
    }
    guard let address else { return nil }
    guard !address.isEmpty else { return .text(index + 1) }
    link = (address.lowerBound - 2, address.upperBound + 1, emphasis)
    emphasis = 0
    return .openLink(address: address)
  }

  private static let bracketEnds = ByteSet("[]`<\\\n")

  /// What ends an address, or is more than a byte of it.
  private static let addressEnds = ByteSet { byte in byte <= 0x20 || byte == 0x7F || "()<>\\&`".utf8.contains(byte) }

  private mutating func closingBracket(at index: Int) -> Sign? {
    if let link, link.close == index {
      guard emphasis == 0 else { return nil }
      emphasis = link.emphasis
      self.link = nil
      return .closeLink(end: link.end)
    }
    return hasDefinitions || index + 1 < end && bytes[index + 1] == 0x28 ? nil : .text(index + 1)
  }
}
