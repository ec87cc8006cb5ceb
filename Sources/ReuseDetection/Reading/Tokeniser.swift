import Manuscripts
import ModelCatalogue

/// Cuts a block's text into tokens.
enum Tokeniser {
  /// Hands the tokens of one block to a body, where they lie as long as it runs.
  /// - Complexity: linear in the block's text and marks.
  static func withTokens(of block: BlockText, _ body: (UnsafeBufferPointer<Token>) -> Void) {
    block.bytes.withUnsafeBufferPointer { bytes in
      // A token takes a byte at least, so there is always room for one more.
      withUnsafeTemporaryAllocation(of: Token.self, capacity: bytes.count) { room in
        var scanner = Scanner(bytes, block.marks, room)
        scanner.scan()
        body(UnsafeBufferPointer(rebasing: room[..<scanner.count]))
      }
    }
  }

  /// The stretches of a text whose marks are flags of the tokens under them, walked in step with the text.
  private struct MarkedStretches {
    /// In the order of their beginnings.
    private var stretches: [(range: Range<Int>, flag: Token.Flags)] = []
    private var firstOpen = 0
    /// Where the next stretch begins that may hold a token: most tokens end before it.
    private(set) var next = Int.max

    init(_ marks: [Mark]) {
      for mark in marks {
        switch mark.kind {
        case .code: stretches.append((mark.text, .isInCode))
        case .math: stretches.append((mark.text, .isInMath))
        case .link: stretches.append((mark.text, .isInLink))
        case .citation, .emphasis, .quotation: break
        }
      }
      if stretches.count > 1 { stretches.sort { $0.range.lowerBound < $1.range.lowerBound } }
      next = stretches.first?.range.lowerBound ?? .max
    }

    /// The flags of the stretches that a token lies in; tokens are asked for in the text's order.
    mutating func flags(from start: Int, to end: Int) -> Token.Flags {
      var flags: Token.Flags = []
      while firstOpen < stretches.count, stretches[firstOpen].range.upperBound <= start { firstOpen += 1 }
      next = firstOpen < stretches.count ? stretches[firstOpen].range.lowerBound : .max
      var index = firstOpen
      while index < stretches.count, stretches[index].range.lowerBound < end {
        if stretches[index].range.upperBound > start { flags.insert(stretches[index].flag) }
        index += 1
      }
      return flags
    }
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let room: UnsafeMutableBufferPointer<Token>
    /// How many tokens are in the room.
    private(set) var count = 0
    private var position = 0
    private var lastEnd = -1
    private var marked: MarkedStretches
    private let wordMarks = WordMarkTable.standard
    // Words are keyed here, not in `NameKey`: a call for each byte is slow.
    private let basis = NameKey.basis
    private let prime = NameKey.prime

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ marks: [Mark], _ room: UnsafeMutableBufferPointer<Token>) {
      self.bytes = bytes
      self.room = room
      marked = MarkedStretches(marks)
    }

    mutating func scan() {
      while position < bytes.count {
        let byte = bytes[position]
        // Most bytes are those of words, with a space between them.
        if byte == 0x20 {
          position += 1
        } else if Self.isASCIILetter(byte) || beginsOtherWord(byte) {
          word()
        } else if byte < 0x20 {
          scanControl(byte)
        } else if Self.isDigit(byte) {
          number()
        } else if byte >= 0x80 {
          sign(length: signLength(at: position))
        } else if Self.isConnector(byte) {
          position += 1
        } else {
          single(.punctuation)
        }
      }
    }

    /// A plus, as in U-Net++, or a letter outside ASCII.
    private func beginsOtherWord(_ byte: UInt8) -> Bool {
      byte == 0x2B || byte >= 0x80 && signLength(at: position) == 0
    }

    private mutating func scanControl(_ byte: UInt8) {
      switch byte {
      case 0x0A, 0x0D: position += 1
      case RenderedText.cellSeparator: single(.cellBorder)
      case RenderedText.parentheticalCitation: single(.citation)
      case RenderedText.textualCitation: single(.textualCitation)
      case RenderedText.formula: single(.formula)
      default: single(.punctuation)
      }
    }

    private mutating func single(_ kind: Token.Kind) {
      position += 1
      append(kind, key: UInt64(bytes[position - 1]), from: position - 1)
    }

    /// A sign outside ASCII (quotation mark, dash, arrow), keyed by its code point's last two bytes.
    private mutating func sign(length: Int) {
      let start = position
      position += length
      append(.punctuation, key: UInt64(bytes[position - 2]) << 8 | UInt64(bytes[position - 1]), from: start)
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

    // In line where it is called, so that what is at hand stays in registers.
    @inline(__always)
    private mutating func word() {
      let start = position
      var end = start
      let prime = prime
      var key = basis
      // All small letters have the bit that capitals lack.
      var common: UInt8 = 0x20
      while end < bytes.count {
        let byte = bytes[end]
        if Self.isASCIILetter(byte) {
          key = (key ^ UInt64(byte | 0x20)) &* prime
        } else if byte == 0x2B || byte >= 0x80 && (end == start || signLength(at: end) == 0) {
          key = (key ^ UInt64(byte)) &* prime
        } else {
          break
        }
        common &= byte
        end &+= 1
      }
      position = end
      let flags = common == 0 ? Self.capitals(in: bytes[start..<end]) : []
      append(.word, key: key, from: start, flags, wordMarks[word: key])
    }

    /// The flags of a word that may have capitals.
    private static func capitals(in word: Slice<UnsafeBufferPointer<UInt8>>) -> Token.Flags {
      let count = word.count { (0x41...0x5A).contains($0) }
      var flags: Token.Flags = []
      if let first = word.first, (0x41...0x5A).contains(first) { flags.insert(.isCapitalised) }
      if count == word.count { flags.insert(.isUpperCase) }
      if count > 1 { flags.insert(.hasCapitals) }
      return flags
    }

    /// A number with its decimal point, thousands separators and exponent: `4,210`, `0.9`, `1e-4`, `2x10^-5`.
    private mutating func number() {
      let start = position
      var key = basis
      while position < bytes.count {
        let byte = bytes[position]
        if Self.isDigit(byte) {
          key = (key ^ UInt64(byte)) &* prime
          position += 1
        } else if byte == 0x2E || byte == 0x2C, isDigit(at: position + 1) {
          position += 1
        } else {
          break
        }
      }
      if let exponentEnd = exponentEnd() { position = exponentEnd }
      append(.number, key: key, from: start, [], wordMarks[number: key])
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

    /// Appends the token that ends at the current position.
    @inline(__always)
    private mutating func append(
      _ kind: Token.Kind, key: UInt64, from start: Int, _ flags: Token.Flags = [], _ marks: WordMarks = []
    ) {
      var flags = flags
      if marked.next < position { flags.formUnion(marked.flags(from: start, to: position)) }
      if start == lastEnd {
        flags.insert(.isJoined)
      } else if start > 0, start &- 1 == lastEnd, Self.isConnector(bytes[lastEnd]) {
        flags.insert(.isHyphenated)
      }
      lastEnd = position
      room.initializeElement(
        at: count,
        to: Token(
          // No beginning lies behind its end.
          key: key, start: Int32(truncatingIfNeeded: start), end: Int32(position), kind: kind, flags: flags,
          marks: marks))
      count += 1
    }

    private func isDigit(at offset: Int) -> Bool { offset < bytes.count && Self.isDigit(bytes[offset]) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// ASCII letters, `+` (as in U-Net++) and every byte of a non-ASCII character.
    private static func isLetter(_ byte: UInt8) -> Bool { isASCIILetter(byte) || byte >= 0x80 || byte == 0x2B }

    /// Signs that join the parts of a name without being a word: `-`, `_`, `/` and an apostrophe.
    private static func isConnector(_ byte: UInt8) -> Bool {
      byte == 0x2D || byte == 0x5F || byte == 0x2F || byte == 0x27
    }
  }
}
