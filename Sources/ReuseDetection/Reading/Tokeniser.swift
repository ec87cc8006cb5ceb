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
        let scanner = Scanner(bytes: bytes, room: room)
        let count = scanner.scan(MarkedStretches(block.marks))
        body(UnsafeBufferPointer(rebasing: room[..<count]))
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

  /// A token without what depends on those before it.
  private struct Piece {
    let kind: Token.Kind
    let end: Int
    let key: UInt64
    var flags: Token.Flags = []
    var marks: WordMarks = []
  }

  /// Cuts a text; what changes from token to token is kept in variables of one loop, so that it stays in registers.
  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let room: UnsafeMutableBufferPointer<Token>
    private let wordMarks = WordMarkTable.standard
    // Words are keyed here, not in `NameKey`: a call for each byte is slow.
    private let basis = NameKey.basis
    private let prime = NameKey.prime

    init(bytes: UnsafeBufferPointer<UInt8>, room: UnsafeMutableBufferPointer<Token>) {
      self.bytes = bytes
      self.room = room
    }

    /// Fills the room with the text's tokens and answers how many they are.
    func scan(_ marks: MarkedStretches) -> Int {
      var marked = marks
      var count = 0
      var start = 0
      var lastEnd = -1
      while start < bytes.count {
        let byte = bytes[start]
        // Most bytes are those of words, with a space between them.
        if byte == 0x20 {
          start &+= 1
          continue
        }
        let isWord = Self.isASCIILetter(byte) || beginsOtherWord(byte, at: start)
        guard let piece = isWord ? word(from: start) : other(byte, from: start) else {
          start &+= 1
          continue
        }
        var flags = piece.flags
        if marked.next < piece.end { flags.formUnion(marked.flags(from: start, to: piece.end)) }
        if start == lastEnd {
          flags.insert(.isJoined)
        } else if start > 0, start &- 1 == lastEnd, Self.isConnector(bytes[lastEnd]) {
          flags.insert(.isHyphenated)
        }
        lastEnd = piece.end
        // No beginning lies behind its end.
        let token = Token(
          key: piece.key, start: Int32(truncatingIfNeeded: start), end: Int32(lastEnd), kind: piece.kind, flags: flags,
          marks: piece.marks)
        room.initializeElement(at: count, to: token)
        count &+= 1
        start = lastEnd
      }
      return count
    }

    /// A plus, as in U-Net++, or a letter outside ASCII.
    private func beginsOtherWord(_ byte: UInt8, at offset: Int) -> Bool {
      byte == 0x2B || byte >= 0x80 && signLength(at: offset) == 0
    }

    /// The token that is no word; nil for white space and signs that join words.
    private func other(_ byte: UInt8, from start: Int) -> Piece? {
      if Self.isDigit(byte) { return number(from: start) }
      if byte < 0x20 { return Self.kind(ofControl: byte).map { Piece(kind: $0, end: start + 1, key: UInt64(byte)) } }
      if byte < 0x80 {
        return Self.isConnector(byte) ? nil : Piece(kind: .punctuation, end: start + 1, key: UInt64(byte))
      }
      // A sign outside ASCII (quotation mark, dash, arrow) is keyed by its code point's last two bytes.
      let end = start + signLength(at: start)
      return Piece(kind: .punctuation, end: end, key: UInt64(bytes[end - 2]) << 8 | UInt64(bytes[end - 1]))
    }

    private static func kind(ofControl byte: UInt8) -> Token.Kind? {
      switch byte {
      case 0x0A, 0x0D: nil
      case RenderedText.cellSeparator: .cellBorder
      case RenderedText.parentheticalCitation: .citation
      case RenderedText.textualCitation: .textualCitation
      case RenderedText.formula: .formula
      default: .punctuation
      }
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

    @inline(__always)
    private func word(from start: Int) -> Piece {
      let prime = prime
      var end = start
      var key = basis
      // All small letters have the bit that capitals lack.
      var common: UInt8 = 0x20
      while true {
        while end < bytes.count, Self.isASCIILetter(bytes[end]) {
          key = (key ^ UInt64(bytes[end] | 0x20)) &* prime
          common &= bytes[end]
          end &+= 1
        }
        guard end < bytes.count, bytes[end] == 0x2B || bytes[end] >= 0x80, end == start || signLength(at: end) == 0
        else { break }
        key = (key ^ UInt64(bytes[end])) &* prime
        common &= bytes[end]
        end &+= 1
      }
      let flags = common == 0 ? Self.capitals(in: bytes[start..<end]) : []
      return Piece(kind: .word, end: end, key: key, flags: flags, marks: wordMarks[word: key])
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
    private func number(from start: Int) -> Piece {
      var end = start
      var key = basis
      while end < bytes.count {
        let byte = bytes[end]
        if Self.isDigit(byte) {
          key = (key ^ UInt64(byte)) &* prime
          end += 1
        } else if byte == 0x2E || byte == 0x2C, isDigit(at: end + 1) {
          end += 1
        } else {
          break
        }
      }
      return Piece(kind: .number, end: exponentEnd(from: end) ?? end, key: key, marks: wordMarks[number: key])
    }

    /// The offset after `e-4` or `x10^-5` at an offset, if one stands there.
    private func exponentEnd(from start: Int) -> Int? {
      guard start < bytes.count else { return nil }
      var end = start
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
