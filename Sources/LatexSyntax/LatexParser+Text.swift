import Manuscripts

/// What bytes are to plain text.
enum PlainText {
  /// Of each byte: a letter or sign that stands for itself, a blank or line end that may part two words, or anything
  /// else: markup, other white space, quotation marks, and the leads of characters to be mended.
  private static let kinds: [UInt8] = (0...255).map { byte in
    switch byte {
    case 0x20: blank
    case 0x0A: blank | lineEnd
    case 0x5C, 0x25, 0x24, 0x7B, 0x7D, 0x7E, 0x26, 0x23, 0x60, 0x27, 0x5E, 0x5F, 0x0D, 0x09, 0xC2, 0xE2, 0xEF,
      0x00...0x08:
      special
    default: letter
    }
  }

  private static let letter: UInt8 = 0
  private static let blank: UInt8 = 1
  private static let special: UInt8 = 2
  private static let lineEnd: UInt8 = 0x40
  /// The bits of the sum of two neighbours' kinds that tell the end of words: a second blank ends them as any other
  /// sign does.
  private static let ends: UInt8 = 6

  /// Where the word ends that begins at an offset; there, if none does.
  static func endOfWord(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      kinds.withUnsafeBufferPointer { kinds in
        var index = start
        while index < end, kinds[Int(bytes[index])] == letter { index += 1 }
        return index
      }
    }
  }

  /// Where the words end that begin at an offset, with one blank or line end between two; there, if none begins.
  ///
  /// Without line ends between them, none is seen; one may be seen that stands behind them.
  static func endOfWords(in bytes: [UInt8], from start: Int, to end: Int) -> (offset: Int, seesLineEnd: Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      kinds.withUnsafeBufferPointer { kinds in
        var index = start
        var before = blank
        var seen = letter
        while index + 4 <= end {
          let (one, two) = (kinds[Int(bytes[index])], kinds[Int(bytes[index + 1])])
          let (three, four) = (kinds[Int(bytes[index + 2])], kinds[Int(bytes[index + 3])])
          let sums = (before &+ one) | (one &+ two) | (two &+ three) | (three &+ four)
          if sums & ends != 0 { break }
          seen |= sums
          before = four
          index += 4
        }
        while index < end {
          let kind = kinds[Int(bytes[index])]
          if (before &+ kind) & ends != 0 { break }
          seen |= kind
          before = kind
          index += 1
        }
        // A blank that ends them is no part of them.
        let isBehind = before & blank != 0 && index > start
        return (isBehind ? index - 1 : index, seen & lineEnd != 0)
      }
    }
  }
}

extension LatexParser {
  /// Appends everything up to the next byte that means something, from one on that means nothing; in a file, words with
  /// single blanks between them.
  func readPlain(_ input: inout LatexInput) {
    let start = input.position
    guard case .file(let file) = input.origin else {
      input.position = PlainText.endOfWord(in: input.bytes, from: start, to: input.end)
      return append(input, start..<input.position)
    }
    let end = PlainText.endOfWords(in: input.bytes, from: start, to: input.end)
    input.position = end.offset
    guard collectsText else { return }
    enter(file)
    input.bytes.withUnsafeBufferPointer { bytes in
      let words = UnsafeBufferPointer(rebasing: bytes[start..<end.offset])
      if end.seesLineEnd {
        builder.append(lines: words, at: start, file: file)
      } else {
        builder.append(words, at: start, file: file)
      }
    }
  }

  /// Appends bytes that stand for themselves.
  func emit(_ input: inout LatexInput, length: Int) {
    append(input, input.position..<(input.position + length))
    input.position += length
  }

  /// Notes a byte that stands for a space.
  func space(_ input: inout LatexInput) {
    if collectsText { builder.space(at: input.span(input.position..<(input.position + 1))) }
    input.position += 1
  }

  /// White space: one space, or the paragraph's end after a blank line. Control bytes vanish.
  func readSpace(_ input: inout LatexInput) {
    let start = input.position
    guard LatexInput.isSpace(input.current) else {
      input.position += 1
      return
    }
    var lineEnds = 0
    while !input.isAtEnd, LatexInput.isSpace(input.current) {
      if input.current == 0x0A || input.current == 0x0D && input.peek(1) != 0x0A { lineEnds += 1 }
      input.position += 1
    }
    if lineEnds > 1, !isInTable {
      flush()
      hasEndedParagraph = depth == 0
    } else if collectsText {
      builder.space(at: input.span(start..<input.position))
    }
  }

  /// ``` `` ''``` are quotation marks; single signs stand as they are.
  func readQuotes(_ input: inout LatexInput) {
    let byte = input.current
    guard input.peek(1) == byte else {
      if byte == 0x60 {
        append("'", for: input.position..<(input.position + 1), in: input)
        input.position += 1
      } else {
        emit(&input, length: 1)
      }
      return
    }
    append("\"", for: input.position..<(input.position + 2), in: input)
    input.position += 2
  }

  /// No-break spaces, zero-width characters, Unicode hyphens and ligatures become what they look like.
  func readSpecialCharacter(_ input: inout LatexInput) {
    let start = input.position
    let end = min(input.endOfCharacter(at: start), input.end)
    input.position = end
    switch SpecialCharacter.reading(input.bytes[start..<end]) {
    case .asIs: append(input, start..<end)
    case .space: if collectsText { builder.space(at: input.span(start..<end)) }
    case .nothing: break
    case .text(let text): append(text, for: start..<end, in: input)
    }
  }
}
