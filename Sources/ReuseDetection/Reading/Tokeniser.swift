import Manuscripts
import ModelCatalogue

/// Cuts a block's text into tokens.
enum Tokeniser {
  /// Appends the tokens of one block.
  /// - Complexity: linear in the block's text and marks.
  static func appendTokens(of block: Block, to tokens: inout [Token]) {
    let marked = MarkedOffsets(block.marks)
    block.text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = Scanner(bytes: bytes, marks: marked)
      while let token = scanner.next() { tokens.append(token) }
    }
  }

  /// The flags that marks give to the tokens under them, walked in step with the text.
  private struct MarkedOffsets {
    let ranges: [(range: Range<Int>, flag: Token.Flags)]

    init(_ marks: [Mark]) {
      ranges = marks.compactMap { mark in
        switch mark.kind {
        case .code: (mark.text, .isInCode)
        case .math: (mark.text, .isInMath)
        case .link: (mark.text, .isInLink)
        case .citation, .emphasis, .quotation: nil
        }
      }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let marks: MarkedOffsets
    var position = 0
    var firstOpenMark = 0
    var lastEnd = -1
    // Words are keyed here, not in `NameKey`: a call for each byte is slow.
    private let basis = NameKey.basis
    private let prime = NameKey.prime

    init(bytes: UnsafeBufferPointer<UInt8>, marks: MarkedOffsets) {
      self.bytes = bytes
      self.marks = marks
    }

    mutating func next() -> Token? {
      while position < bytes.count {
        let byte = bytes[position]
        switch byte {
        case 0x20, 0x0A, 0x0D:
          position += 1
        case RenderedText.cellSeparator: return single(.cellBorder)
        case RenderedText.parentheticalCitation: return single(.citation)
        case RenderedText.textualCitation: return single(.textualCitation)
        case RenderedText.formula: return single(.formula)
        case 0x30...0x39: return number()
        default:
          let signLength = signLength(at: position)
          if signLength > 0 { return sign(length: signLength) }
          if Self.isLetter(byte) { return word() }
          if Self.isConnector(byte) {
            position += 1
          } else {
            return single(.punctuation)
          }
        }
      }
      return nil
    }

    private mutating func single(_ kind: Token.Kind) -> Token {
      let start = position
      position += 1
      return token(kind, key: UInt64(bytes[start]), start: start, end: position, [])
    }

    /// A sign outside ASCII (quotation mark, dash, arrow), keyed by its code point's last two bytes.
    private mutating func sign(length: Int) -> Token {
      let start = position
      position += length
      let key = UInt64(bytes[position - 2]) << 8 | UInt64(bytes[position - 1])
      return token(.punctuation, key: key, start: start, end: position, [])
    }

    /// The length in bytes of the non-ASCII sign at an offset, 0 when a letter or an ASCII byte stands there.
    ///
    /// Signs are U+00A0–U+00BF, U+00D7, U+00F7, U+2000–U+2FFF, U+3000–U+303F and U+FFFD.
    private func signLength(at offset: Int) -> Int {
      let lead = bytes[offset]
      guard lead >= 0xC2, offset + 1 < bytes.count else { return 0 }
      let second = bytes[offset + 1]
      switch lead {
      case 0xC2: return 2
      case 0xC3: return second == 0x97 || second == 0xB7 ? 2 : 0
      case 0xE2: return offset + 2 < bytes.count ? 3 : 0
      case 0xE3: return second == 0x80 && offset + 2 < bytes.count ? 3 : 0
      case 0xEF: return second == 0xBF && offset + 2 < bytes.count ? 3 : 0
      default: return 0
      }
    }

    private mutating func word() -> Token {
      let start = position
      var key = basis
      var capitals = 0
      letters: while position < bytes.count {
        let byte = bytes[position]
        switch byte {
        case 0x61...0x7A, 0x2B: key = (key ^ UInt64(byte)) &* prime
        case 0x41...0x5A:
          capitals += 1
          key = (key ^ UInt64(byte | 0x20)) &* prime
        case 0x80...0xFF:
          if position > start, signLength(at: position) > 0 { break letters }
          key = (key ^ UInt64(byte)) &* prime
        default: break letters
        }
        position += 1
      }
      var flags: Token.Flags = []
      if (0x41...0x5A).contains(bytes[start]) { flags.insert(.isCapitalised) }
      if capitals == position - start { flags.insert(.isUpperCase) }
      return token(.word, key: key, start: start, end: position, flags)
    }

    /// A number with its decimal point, thousands separators and exponent: `4,210`, `0.9`, `1e-4`, `2x10^-5`.
    private mutating func number() -> Token {
      let start = position
      var key = NameKey()
      while position < bytes.count {
        let byte = bytes[position]
        if Self.isDigit(byte) {
          key.append(byte)
          position += 1
        } else if byte == 0x2E || byte == 0x2C, isDigit(at: position + 1) {
          position += 1
        } else {
          break
        }
      }
      if let exponentEnd = exponentEnd() { position = exponentEnd }
      return token(.number, key: key.hash, start: start, end: position, [])
    }

    /// The offset after `e-4` or `x10^-5` at the current position, if one stands there.
    private func exponentEnd() -> Int? {
      guard position < bytes.count else { return nil }
      var end = position
      if bytes[end] | 0x20 == 0x65 {
        end += 1
        if end < bytes.count, bytes[end] == 0x2D || bytes[end] == 0x2B { end += 1 }
      } else if bytes[end] == 0x78, isDigit(at: end + 1), isDigit(at: end + 2), end + 3 < bytes.count,
        bytes[end + 1] == 0x31, bytes[end + 2] == 0x30, bytes[end + 3] == 0x5E
      {
        end += 4
        if end < bytes.count, bytes[end] == 0x2D { end += 1 }
      } else {
        return nil
      }
      guard isDigit(at: end) else { return nil }
      while isDigit(at: end) { end += 1 }
      if end < bytes.count, Self.isLetter(bytes[end]) { return nil }
      return end
    }

    private mutating func token(_ kind: Token.Kind, key: UInt64, start: Int, end: Int, _ flags: Token.Flags) -> Token {
      var flags = flags
      if start == lastEnd {
        flags.insert(.isJoined)
      } else if start == lastEnd + 1, lastEnd >= 0, Self.isConnector(bytes[lastEnd]) {
        flags.insert(.isHyphenated)
      }
      while firstOpenMark < marks.ranges.count, marks.ranges[firstOpenMark].range.upperBound <= start {
        firstOpenMark += 1
      }
      var mark = firstOpenMark
      while mark < marks.ranges.count, marks.ranges[mark].range.lowerBound < end {
        if marks.ranges[mark].range.upperBound > start { flags.insert(marks.ranges[mark].flag) }
        mark += 1
      }
      lastEnd = end
      return Token(key: key, start: Int32(start), end: Int32(end), kind: kind, flags: flags)
    }

    private func isDigit(at offset: Int) -> Bool { offset < bytes.count && Self.isDigit(bytes[offset]) }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// ASCII letters, `+` (as in U-Net++) and every byte of a non-ASCII character.
    static func isLetter(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 || byte >= 0x80 || byte == 0x2B
    }

    /// Signs that join the parts of a name without being a word: `-`, `_`, `/` and an apostrophe.
    static func isConnector(_ byte: UInt8) -> Bool {
      byte == 0x2D || byte == 0x5F || byte == 0x2F || byte == 0x27
    }
  }
}
