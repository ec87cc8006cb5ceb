import Manuscripts

/// Finds the bytes of inline text by walking source and literal in step.
///
/// The parser's columns are wrong wherever an entity, an escape or a lazy line stands; the literals are right. A
/// literal
/// that cannot be found stands for the place where the search began.
struct InlineAligner {
  let masked: MaskedSource
  let file: Int
  private let elements: ElementIndex
  private(set) var text = RenderedText()
  private(set) var marks: [Mark] = []
  private(set) var footnotes: [(id: String, offset: Int)] = []
  private(set) var captions: [Range<Int>] = []
  private var cursor: Int
  private let end: Int
  private var links: [(url: String, start: Int, source: Int)] = []
  private var imageStart: Int?
  private var pendingSpace: Range<Int>?
  /// Fillers and line ends of an element over several lines that the parser still gives, behind which the cursor is.
  private var owed = (fillers: 0, breaks: 0)

  /// How far a literal's next byte may be from where it is expected: markup between two words.
  private static let reach = 400

  init(_ masked: MaskedSource, elements: ElementIndex, file: Int, range: Range<Int>) {
    self.masked = masked
    self.elements = elements
    self.file = file
    cursor = range.lowerBound
    end = range.upperBound
  }

  mutating func append(_ inlines: [CommonMarkInline]) {
    for inline in inlines {
      switch inline {
      case .text(let literal): appendLiteral(literal)
      case .code(let literal):
        let start = text.count
        let from = cursor
        appendCode(literal)
        mark(.code, from: start, source: from..<cursor)
      case .html(let literal): skip(literal)
      case .lineBreak: breakLine()
      case .openLink(let url): links.append((url, text.count, cursor))
      case .closeLink: closeLink()
      case .openImage: imageStart = text.count
      case .closeImage:
        if let start = imageStart, start < text.count { captions.append(start..<text.count) }
        imageStart = nil
        skipTarget()
      }
    }
  }

  private mutating func appendLiteral(_ literal: [UInt8]) {
    var index = 0
    while index < literal.count {
      if literal[index] == MaskedSource.filler {
        index = appendElement(literal, at: index)
        continue
      }
      let run = plainRun(literal, at: index)
      if run > 0 {
        flushSpace()
        text.appendVerbatim(masked.bytes[cursor..<(cursor + run)], from: cursor)
        cursor += run
        index += run
        continue
      }
      let unit = characterLength(literal, at: index)
      appendCharacter(literal[index..<min(index + unit, literal.count)])
      index += unit
    }
  }

  /// How many visible ASCII bytes, and single spaces between them, stand alike in the literal and at the cursor.
  private func plainRun(_ literal: [UInt8], at index: Int) -> Int {
    let limit = min(literal.count - index, end - cursor)
    return literal.withUnsafeBufferPointer { literal in
      masked.bytes.withUnsafeBufferPointer { source in
        func isPlain(_ count: Int) -> Bool {
          let byte = literal[index + count]
          return byte == source[cursor + count] && byte > 0x20 && byte < 0x7F && byte != 0x26 && byte != 0x5C
        }
        var count = 0
        while count < limit {
          if isPlain(count) {
            count += 1
          } else if count > 0, count + 1 < limit, literal[index + count] == 0x20, source[cursor + count] == 0x20,
            isPlain(count + 1)
          {
            count += 2
          } else {
            break
          }
        }
        return count
      }
    }
  }

  private func characterLength(_ literal: [UInt8], at index: Int) -> Int {
    let lead = literal[index]
    return lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }

  /// One character: found as it is, behind an escape, or as an entity.
  private mutating func appendCharacter(_ character: ArraySlice<UInt8>) {
    let source = masked.bytes
    guard let first = character.first else { return }
    var position = cursor
    let bound = min(end, cursor + Self.reach)
    while position < bound {
      if source[position] == first, position + character.count <= end,
        source[position..<(position + character.count)].elementsEqual(character)
      {
        emit(character, at: position..<(position + character.count))
        cursor = position + character.count
        return
      }
      if source[position] == 0x26, let entity = Entity.length(in: source, at: position, end: end) {
        emitReplacement(Array(character), for: position..<(position + entity))
        cursor = position + entity
        return
      }
      position += 1
    }
    emitReplacement(Array(character), for: cursor..<min(cursor + 1, end))
  }

  private mutating func emit(_ character: ArraySlice<UInt8>, at range: Range<Int>) {
    if character.count == 1, character.first == 0x20 || character.first == 0x09 { return space(at: range) }
    if character.count > 1 {
      switch SpecialCharacter.reading(character) {
      case .asIs: break
      case .space: return space(at: range)
      case .nothing: return
      case .text(let replacement): return emitReplacement(Array(replacement.utf8), for: range)
      }
    }
    flushSpace()
    text.appendVerbatim(character, from: range.lowerBound)
  }

  private mutating func emitReplacement(_ bytes: [UInt8], for range: Range<Int>) {
    flushSpace()
    text.appendReplacement(bytes, for: range)
  }

  private mutating func space(at range: Range<Int>) {
    if text.count > 0, pendingSpace == nil, text.bytes.last != 0x20 { pendingSpace = range }
  }

  private mutating func flushSpace() {
    guard let range = pendingSpace else { return }
    if range.count == 1 { text.appendSpace(at: range.lowerBound) } else { text.appendReplacement(0x20, for: range) }
    pendingSpace = nil
  }

  /// Code is aligned as one piece: its bytes stand together behind the backticks.
  private mutating func appendCode(_ literal: [UInt8]) {
    for byte in literal {
      if byte == MaskedSource.filler { continue }
      appendCharacter([byte])
    }
    while cursor < end, masked.bytes[cursor] == 0x60 { cursor += 1 }
  }

  /// Fillers: the element that stands at the cursor, if the source has one there.
  private mutating func appendElement(_ literal: [UInt8], at index: Int) -> Int {
    var next = index
    while next < literal.count, literal[next] == MaskedSource.filler { next += 1 }
    let known = min(owed.fillers, next - index)
    owed.fillers -= known
    var count = next - index - known
    guard count > 0 else { return next }
    let source = masked.bytes
    while cursor < end, source[cursor] != MaskedSource.filler { cursor += 1 }
    while count > 0, cursor < end {
      if let element = elements.element(at: cursor, in: masked) {
        emit(element)
        let masking = source[cursor..<min(element.range.upperBound, end)]
        let length = masking.filter { $0 == MaskedSource.filler }.count
        let breaks = masking.filter { $0 == 0x0A }.count
        if breaks > 0 { owed = (max(0, length - count), breaks) }
        count -= max(1, length)
        cursor = min(element.range.upperBound, end)
      } else {
        cursor += 1
        count -= 1
      }
    }
    return next
  }

  private mutating func emit(_ element: MaskedSource.Element) {
    let before = text.count
    switch element.kind {
    case .citation(let keys, let isTextual):
      flushSpace()
      text.appendReplacement(
        isTextual ? RenderedText.textualCitation : RenderedText.parentheticalCitation, for: element.range)
      mark(.citation(keys: keys), from: text.count - 1, source: element.range)
    case .formula:
      flushSpace()
      text.appendReplacement(RenderedText.formula, for: element.range)
      mark(.math, from: text.count - 1, source: element.range)
    case .simpleFormula(let bytes):
      emitReplacement(bytes, for: element.range)
      mark(.math, from: text.count > before ? text.count - bytes.count : before, source: element.range)
    case .footnoteReference(let id): footnotes.append((id, text.count))
    case .nothing: break
    case .space: space(at: element.range)
    }
  }

  private mutating func mark(_ kind: Mark.Kind, from start: Int, source: Range<Int>) {
    guard text.count > start else { return }
    marks.append(Mark(kind: kind, text: start..<text.count, source: source))
  }

  private mutating func breakLine() {
    if owed.breaks > 0 {
      owed.breaks -= 1
      return
    }
    let source = masked.bytes
    var position = cursor
    while position < end, source[position] != 0x0A, position < cursor + 80 { position += 1 }
    guard position < end, source[position] == 0x0A else { return space(at: cursor..<min(cursor + 1, end)) }
    var next = position + 1
    while next < end, source[next] == 0x20 || source[next] == 0x09 || source[next] == 0x3E { next += 1 }
    space(at: position..<next)
    cursor = next
  }

  private mutating func skip(_ literal: [UInt8]) {
    let source = masked.bytes
    var position = cursor
    let bound = min(end, cursor + Self.reach)
    while position < bound, source[position] != 0x3C { position += 1 }
    guard position < bound else { return }
    cursor = min(position + literal.count, end)
    if literal.starts(with: Array("<br".utf8)) { space(at: position..<cursor) }
  }

  private mutating func closeLink() {
    guard let link = links.popLast() else { return }
    if text.count > link.start {
      marks.append(
        Mark(kind: .link(url: link.url), text: link.start..<text.count, source: link.source..<max(link.source, cursor)))
    }
    skipTarget()
  }

  /// Moves behind `](address "title")` or `][label]`.
  private mutating func skipTarget() {
    let source = masked.bytes
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
