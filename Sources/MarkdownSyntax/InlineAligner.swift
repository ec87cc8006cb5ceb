import Manuscripts

/// Finds the bytes of inline text by walking source and literal in step.
///
/// The parser's columns are wrong wherever an entity, an escape or a lazy line stands; the literals are right. A
/// literal
/// that cannot be found stands for the place where the search began.
struct InlineAligner {
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The text that is aligned to; changed between two ranges only.
  var masked = MaskedSource()
  private(set) var text = AlignedText()
  private(set) var captions: [Range<Int>] = []
  private var cursor = 0
  private var end = 0
  /// The literal of the address, and where the link begins in the text and in the source.
  private var links: [(url: Range<Int>, start: Int, source: Int)] = []
  private var imageStart: Int?
  /// Fillers and line ends of an element over several lines that the parser still gives, behind which the cursor is.
  private var owed = (fillers: 0, breaks: 0)
  private var ownLeaves = CommonMarkLeaves()

  /// How far a literal's next byte may be from where it is expected: markup between two words.
  private static let reach = 400

  /// Begins with the inlines of a range behind the text that is there.
  mutating func begin(_ range: Range<Int>) {
    text.beginPart()
    cursor = range.lowerBound
    end = range.upperBound
    links.removeAll(keepingCapacity: true)
    imageStart = nil
    owed = (0, 0)
  }

  /// Appends a range of inline Markdown that stands alone: a cell, a caption, a front matter value.
  mutating func appendAlone(_ range: Range<Int>) {
    let line = masked.bytes.firstOffset(of: 0x0A, from: range.lowerBound, to: range.upperBound)
    guard line < range.upperBound else { return appendAloneAsItIs(range) }
    // A copy of the text is made only for values of several lines.
    let before = masked
    masked.fillIndentation(range)
    appendAloneAsItIs(range)
    masked = before
  }

  private mutating func appendAloneAsItIs(_ range: Range<Int>) {
    begin(range)
    ownLeaves.removeAll()
    PlainLeaves.append(alone: range, of: masked.bytes, to: &ownLeaves)
    for leaf in ownLeaves.leaves { append(leaf, of: ownLeaves, isAlone: true) }
  }

  /// Begins another cell of a table's row.
  mutating func appendCellSeparator(at offset: Int) {
    text.beginPart()
    text.appendReplacement(RenderedText.cellSeparator, for: offset..<offset)
  }

  /// What was aligned; the next text begins empty.
  mutating func take() -> AlignedText.Result {
    captions.removeAll(keepingCapacity: true)
    return text.take()
  }

  /// Appends the inlines of a leaf.
  /// - Parameter isAlone: true where leaves of one text follow each other with a space between.
  mutating func append(_ leaf: CommonMarkLeaf, of leaves: CommonMarkLeaves, isAlone: Bool = false) {
    let bytes = masked.bytes
    bytes.withUnsafeBufferPointer { source in
      leaves.literals.withUnsafeBufferPointer { literals in
        for inline in leaves.inlines[leaf.inlines] { append(inline, of: leaves, literals, in: source) }
      }
      if isAlone { breakLine(in: source) }
    }
  }

  private mutating func append(
    _ inline: CommonMarkInline, of leaves: CommonMarkLeaves, _ literals: Bytes, in source: Bytes
  ) {
    switch inline {
    case .source(let range): appendLiteral(Bytes(rebasing: source[range]), in: source)
    case .text(let range): appendLiteral(Bytes(rebasing: literals[range]), in: source)
    case .code(let range):
      let start = text.count
      let from = cursor
      appendCode(Bytes(rebasing: literals[range]), in: source)
      text.mark(.code, from: start, source: from..<cursor)
    case .html(let range): skip(Bytes(rebasing: literals[range]), in: source)
    case .lineBreak: breakLine(in: source)
    case .openLink(let url): links.append((url, text.count, cursor))
    case .closeLink: closeLink(leaves, in: source)
    case .openImage: imageStart = text.count
    case .closeImage:
      if let start = imageStart, start < text.count { captions.append(start..<text.count) }
      imageStart = nil
      skipTarget(in: source)
    }
  }

  private mutating func appendLiteral(_ literal: Bytes, in source: Bytes) {
    var index = 0
    while index < literal.count {
      if literal[index] == MaskedSource.filler {
        index = appendElement(literal, at: index, in: source)
        continue
      }
      let run = plainRun(literal, at: index, in: source)
      if run > 0 {
        text.appendVerbatim(Bytes(rebasing: source[cursor..<(cursor + run)]), from: cursor)
        cursor += run
        index += run
        continue
      }
      let unit = characterLength(literal, at: index)
      appendCharacter(Bytes(rebasing: literal[index..<min(index + unit, literal.count)]), in: source)
      index += unit
    }
  }

  /// How many visible ASCII bytes, and single spaces between them, stand alike in the literal and at the cursor.
  private func plainRun(_ literal: Bytes, at index: Int, in source: Bytes) -> Int {
    let limit = min(literal.count - index, end - cursor)
    guard limit > 0 else { return 0 }
    let literal = Bytes(rebasing: literal[index..<(index + limit)])
    let source = Bytes(rebasing: source[cursor..<(cursor + limit)])
    var count = 0
    var run = 0
    while count + 8 <= limit {
      let word = source.word(at: count)
      let others = word | word.controlBytes | word.bytes(equalTo: 0x7F) | word.bytes(equalTo: 0x26)
      guard word == literal.word(at: count), (others | word.bytes(equalTo: 0x5C)) & UInt64(eight: 0x80) == 0 else {
        break
      }
      let spaces = word.bytes(justEqualTo: 0x20)
      // No space stands at the beginning or behind another one.
      guard spaces & (spaces << 8 | (count == 0 || count > run ? 0x80 : 0)) == 0 else { break }
      count += 8
      run = spaces >> 63 == 0 ? count : count - 1
    }
    while count < limit {
      let byte = literal[count]
      guard byte == source[count] else { break }
      if byte > 0x20, byte < 0x7F, byte != 0x26, byte != 0x5C {
        count += 1
        run = count
      } else if byte == 0x20, count == run, count > 0 {
        count += 1
      } else {
        break
      }
    }
    return run
  }

  private func characterLength(_ literal: Bytes, at index: Int) -> Int {
    let lead = literal[index]
    return lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }

  /// One character: found as it is, behind an escape, or as an entity.
  private mutating func appendCharacter(_ character: Bytes, in source: Bytes) {
    guard let first = character.first else { return }
    var position = cursor
    let bound = min(end, cursor + Self.reach)
    while position < bound {
      if source[position] == first, position + character.count <= end,
        source[position..<(position + character.count)].elementsEqual(character)
      {
        text.appendCharacter(character, for: position..<(position + character.count))
        cursor = position + character.count
        return
      }
      if source[position] == 0x26, let entity = Entity.length(in: source, at: position, end: end) {
        text.appendReplacement(character, for: position..<(position + entity))
        cursor = position + entity
        return
      }
      position += 1
    }
    text.appendReplacement(character, for: cursor..<min(cursor + 1, end))
  }

  /// Code is aligned as one piece: its bytes stand together behind the backticks.
  private mutating func appendCode(_ literal: Bytes, in source: Bytes) {
    for index in literal.indices where literal[index] != MaskedSource.filler {
      appendCharacter(Bytes(rebasing: literal[index...index]), in: source)
    }
    while cursor < end, source[cursor] == 0x60 { cursor += 1 }
  }

  /// Fillers: the element that stands at the cursor, if the source has one there.
  private mutating func appendElement(_ literal: Bytes, at index: Int, in source: Bytes) -> Int {
    var next = index
    while next < literal.count, literal[next] == MaskedSource.filler { next += 1 }
    let known = min(owed.fillers, next - index)
    owed.fillers -= known
    var count = next - index - known
    guard count > 0 else { return next }
    cursor = source.firstOffset(of: MaskedSource.filler, from: cursor, to: end)
    while count > 0, cursor < end {
      guard let element = masked.element(at: cursor) else {
        cursor += 1
        count -= 1
        continue
      }
      text.append(element)
      var (length, breaks) = (0, 0)
      let upper = min(element.range.upperBound, end)
      for byte in source[cursor..<upper] {
        if byte == MaskedSource.filler { length += 1 } else if byte == 0x0A { breaks += 1 }
      }
      if breaks > 0 { owed = (max(0, length - count), breaks) }
      count -= max(1, length)
      cursor = upper
    }
    return next
  }

  private mutating func breakLine(in source: Bytes) {
    if owed.breaks > 0 {
      owed.breaks -= 1
      return
    }
    var position = cursor
    while position < end, source[position] != 0x0A, position < cursor + 80 { position += 1 }
    guard position < end, source[position] == 0x0A else { return text.appendSpace(for: cursor..<min(cursor + 1, end)) }
    var next = position + 1
    while next < end, source[next] == 0x20 || source[next] == 0x09 || source[next] == 0x3E { next += 1 }
    text.appendSpace(for: position..<next)
    cursor = next
  }

  private mutating func skip(_ literal: Bytes, in source: Bytes) {
    var position = cursor
    let bound = min(end, cursor + Self.reach)
    while position < bound, source[position] != 0x3C { position += 1 }
    guard position < bound else { return }
    cursor = min(position + literal.count, end)
    if literal.starts(with: "<br".utf8) { text.appendSpace(for: position..<cursor) }
  }

  private mutating func closeLink(_ leaves: CommonMarkLeaves, in source: Bytes) {
    guard let link = links.popLast() else { return }
    if text.count > link.start {
      text.mark(
        .link(url: leaves.string(link.url)), from: link.start, source: link.source..<max(link.source, cursor))
    }
    skipTarget(in: source)
  }

  /// Moves behind `](address "title")` or `][label]`.
  private mutating func skipTarget(in source: Bytes) {
    guard cursor < end, source[cursor] == 0x5D || source[cursor] == 0x3E else { return }
    cursor += 1
    guard cursor < end, source[cursor - 1] == 0x5D, source[cursor] == 0x28 || source[cursor] == 0x5B else { return }
    let close: UInt8 = source[cursor] == 0x28 ? 0x29 : 0x5D
    var depth = 0
    var position = cursor
    while position < end {
      if source[position] == 0x5C {
        position += 1
      } else if source[position] == source[cursor] {
        depth += 1
      } else if source[position] == close {
        depth -= 1
        if depth == 0 {
          cursor = position + 1
          return
        }
      }
      position += 1
    }
  }
}
