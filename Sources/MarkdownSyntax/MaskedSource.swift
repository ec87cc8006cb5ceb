import Manuscripts

/// Syntax that CommonMark does not know, taken out of the way of its parser.
///
/// `bytes` has the length of the source; what is not CommonMark is filled with `filler`, and `elements` says what stood
/// there. The parser passes fillers through as text, and alignment puts the elements back.
struct MaskedSource {
  /// A byte that no text holds (SUB); those in the source become spaces.
  static let filler: UInt8 = 0x1A

  struct Element {
    enum Kind {
      case citation(keys: [String], isTextual: Bool)
      case formula
      case simpleFormula([UInt8])
      case footnoteReference(String)
      case nothing, space
    }

    let range: Range<Int>
    let kind: Kind
  }

  private(set) var source: [UInt8] = []
  private(set) var bytes: [UInt8] = []
  private(set) var elements: [Element] = []
  private(set) var includes: [(range: Range<Int>, path: String)] = []
  private(set) var directives: [Range<Int>] = []
  /// Lines `[^id]: …` by the offset of their first byte.
  private(set) var footnoteDefinitions: [Int: String] = [:]

  /// Takes another source, read from an offset on, in the place of the last.
  /// - Complexity: linear in the source.
  mutating func read(_ source: [UInt8], from start: Int) {
    self.source = source
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: source)
    elements.removeAll(keepingCapacity: true)
    includes.removeAll()
    directives.removeAll()
    footnoteDefinitions.removeAll()
    boundedAt = nil
    replaceControls()
    for index in 0..<start where bytes[index] != 0x0A { bytes[index] = 0x20 }
    var scanner = MaskScanner(source: source, position: start)
    while let found = scanner.next() { apply(found) }
    boundNesting(from: start)
  }

  /// Makes spaces of control characters that are no white space.
  private mutating func replaceControls() {
    bytes.withUnsafeMutableBufferPointer { bytes in
      func replace(_ range: Range<Int>) {
        for index in range where bytes[index] < 0x20 {
          if bytes[index] != 0x0A, bytes[index] != 0x0D, bytes[index] != 0x09 { bytes[index] = 0x20 }
        }
      }
      var index = 0
      while index + 8 <= bytes.count {
        if UnsafeBufferPointer(bytes).word(at: index).controlBytes != 0 { replace(index..<(index + 8)) }
        index += 8
      }
      replace(index..<bytes.count)
    }
  }

  /// The element that begins at an offset.
  /// - Complexity: logarithmic in the number of elements.
  func element(at offset: Int) -> Element? {
    // Ascending, as elements are found in the order of the source.
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if elements[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && elements[low - 1].range.lowerBound == offset ? elements[low - 1] : nil
  }

  private mutating func apply(_ found: MaskScanner.Found) {
    switch found {
    case .element(let element):
      fill(element.range)
      elements.append(element)
    case .blank(let range): blank(range)
    case .include(let range, let path):
      blank(range)
      includes.append((range, path))
    case .comment(let range):
      fill(range)
      elements.append(Element(range: range, kind: .nothing))
      directives.append(range)
    case .footnote(let range, let id):
      // Spaces would make the note's text indented code.
      fill(range)
      elements.append(Element(range: range, kind: .nothing))
      footnoteDefinitions[range.lowerBound] = id
    }
  }

  /// Fillers keep line ends, so that block structure stays as it is.
  private mutating func fill(_ range: Range<Int>) {
    for index in range where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = Self.filler }
  }

  mutating func blank(_ range: Range<Int>) {
    for index in range where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
  }

  /// Indentation that is layout, not code.
  mutating func fillIndentation(_ range: Range<Int>) {
    var isLineStart = true
    for index in range {
      if bytes[index] == 0x0A {
        isLineStart = true
      } else if isLineStart, bytes[index] == 0x20 || bytes[index] == 0x09 {
        bytes[index] = Self.filler
      } else {
        isLineStart = false
      }
    }
  }

  /// Nesting beyond this, and brackets or stars beyond these numbers in a paragraph, make the parser slow and mean
  /// nothing.
  private static let deepestNesting = 24
  private static let mostSignsInParagraph = 4_000

  private(set) var boundedAt: Int?

  private mutating func boundNesting(from start: Int) {
    var lineStart = start
    var signs = 0
    // A text with fewer bytes has fewer signs, too.
    let mayHaveMany = bytes.count - start > Self.mostSignsInParagraph
    while lineStart < bytes.count {
      var index = lineStart
      var quotes = 0
      var indentation = 0
      while index < bytes.count,
        bytes[index] == 0x3E || bytes[index] == 0x20 || bytes[index] == 0x09 || isNestedBullet(index)
      {
        if bytes[index] == 0x20 || bytes[index] == 0x09 { indentation += 1 } else { quotes += 1 }
        if quotes > Self.deepestNesting || indentation > 3 * Self.deepestNesting {
          bytes[index] = 0x20
          if boundedAt == nil { boundedAt = index }
        }
        index += 1
      }
      if index < bytes.count, bytes[index] == 0x0A { signs = 0 }
      if indentation > 3 * Self.deepestNesting { fillIndentation(lineStart..<index) }
      if !mayHaveMany {
        lineStart = bytes.firstOffset(of: 0x0A, from: index) + 1
        continue
      }
      while index < bytes.count, bytes[index] != 0x0A {
        if bytes[index] == 0x5B || bytes[index] == 0x2A || bytes[index] == 0x5F || bytes[index] == 0x60
          || bytes[index] == 0x3C
        {
          signs += 1
          if signs > Self.mostSignsInParagraph {
            bytes[index] = 0x20
            if boundedAt == nil { boundedAt = index }
          }
        }
        index += 1
      }
      lineStart = index + 1
    }
  }

  /// `- - - text`: list markers in a row.
  private func isNestedBullet(_ index: Int) -> Bool {
    guard bytes[index] == 0x2D || bytes[index] == 0x2A || bytes[index] == 0x2B, index + 1 < bytes.count else {
      return false
    }
    return bytes[index + 1] == 0x20
  }
}
