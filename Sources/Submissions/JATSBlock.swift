import Manuscripts

/// A block of an article while its text is collected.
struct JATSBlock {
  let kind: Block.Kind
  var section: Int
  /// True for a footnote that stands within another block.
  let isAttached: Bool
  private(set) var text = RenderedText()
  private(set) var end: Int
  private let float: Int?
  private let start: Int
  private var marks: [Mark] = []
  private var openMarks: [(kind: Mark.Kind, text: Int, source: Int)] = []
  private var pendingSpace: Int?

  init(kind: Block.Kind, section: Int, float: Int?, start: Int, isAttached: Bool) {
    self.kind = kind
    self.section = section
    self.float = float
    self.start = start
    self.isAttached = isAttached
    end = start
  }

  var isEmpty: Bool { text.count == 0 }

  var block: Block {
    Block(
      kind: kind, section: section, span: SourceSpan(file: 0, range: start..<max(start, end)), text: text, marks: marks,
      float: float)
  }

  /// Text that stands for a citation is not read: a sign stands for it.
  private var isInCitation: Bool {
    openMarks.contains { if case .citation = $0.kind { true } else { false } }
  }

  private var keepsSpace: Bool { if case .code = kind { true } else { false } }

  mutating func append(_ range: Range<Int>, of bytes: [UInt8], hasEntities: Bool) {
    guard !isInCitation else { return }
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0x26, hasEntities {
        position = appendEntity(at: position, of: bytes, before: range.upperBound)
      } else if byte <= 0x20, !keepsSpace {
        space(at: position)
        position += 1
      } else if byte < 0x80 {
        flushSpace()
        text.appendVerbatim(bytes[position..<(position + 1)], from: position)
        position += 1
      } else {
        flushSpace()
        position = text.appendCharacter(at: position, of: bytes, before: range.upperBound)
      }
      end = max(end, position)
    }
  }

  private mutating func appendEntity(at start: Int, of bytes: [UInt8], before limit: Int) -> Int {
    let name = bytes[(start + 1)..<limit].prefix(12).prefix { $0 != 0x3B }
    let stop = start + 1 + name.count
    guard stop < limit, bytes[stop] == 0x3B, let meant = XMLEntity.text(String(decoding: name, as: UTF8.self)) else {
      flushSpace()
      text.appendVerbatim(bytes[start..<(start + 1)], from: start)
      return start + 1
    }
    let encoded = Array(meant.utf8)
    switch SpecialCharacter.reading(encoded[...]) {
    case .space: space(at: start)
    case .asIs where encoded == [0x20]: space(at: start)
    case .asIs: replace(encoded, start..<(stop + 1))
    case .nothing: break
    case .text(let plain): replace(Array(plain.utf8), start..<(stop + 1))
    }
    return stop + 1
  }

  private mutating func replace(_ bytes: [UInt8], _ source: Range<Int>) {
    flushSpace()
    text.appendReplacement(bytes, for: source)
  }

  mutating func space(at offset: Int) { if !isEmpty, pendingSpace == nil { pendingSpace = offset } }

  private mutating func flushSpace() {
    if let offset = pendingSpace, text.bytes.last != RenderedText.cellSeparator { text.appendSpace(at: offset) }
    pendingSpace = nil
  }

  mutating func append(sign: UInt8, for range: Range<Int>) {
    guard !isInCitation else { return }
    if sign == RenderedText.cellSeparator { pendingSpace = nil } else { flushSpace() }
    text.appendReplacement(sign, for: range)
    end = max(end, range.upperBound)
  }

  mutating func beginMark(_ kind: Mark.Kind, at range: Range<Int>) {
    if case .citation = kind, !isInCitation {
      append(sign: RenderedText.parentheticalCitation, for: range)
    } else {
      flushSpace()
    }
    openMarks.append((kind, text.count, range.lowerBound))
  }

  mutating func endMark(at source: Int) {
    guard let mark = openMarks.popLast() else { return }
    var start = mark.text
    // The sign of a citation was appended before its mark was opened.
    if case .citation = mark.kind { start = max(0, start - 1) }
    guard start < text.count else { return }
    marks.append(Mark(kind: mark.kind, text: start..<text.count, source: mark.source..<max(mark.source, source)))
    end = max(end, source)
  }

  mutating func endMarks() { while !openMarks.isEmpty { endMark(at: end) } }
}

/// What an entity stands for.
enum XMLEntity {
  static func text(_ name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
    let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}

/// An entry of an article's list of references while it is read.
struct JATSReference {
  private let key: String
  private let start: Int
  private var type = ""
  /// The parts that are open, innermost last.
  private var open: [String] = []
  private var parts: [String: String] = [:]
  private var url = ""

  init(key: String, start: Int) {
    self.key = key
    self.start = start
  }

  mutating func begin(_ name: String, _ attributes: [String: String]) {
    var part = name
    if name.hasSuffix("-citation") || name == "citation" {
      type = attributes["publication-type"] ?? attributes["citation-type"] ?? ""
    }
    if name == "pub-id" { part = "pub-id " + (attributes["pub-id-type"] ?? "") }
    if name == "ext-link" || name == "uri", let address = attributes["xlink:href"] { url = address }
    if name == "name", parts["authors"] != nil { parts["authors", default: ""] += "; " }
    open.append(part)
  }

  mutating func end(_ name: String) {
    if let index = open.lastIndex(where: { $0 == name || $0.hasPrefix(name + " ") }) { open.removeSubrange(index...) }
  }

  mutating func add(_ text: ArraySlice<UInt8>, hasEntities: Bool) {
    let words = String(decoding: text, as: UTF8.self)
    parts["all", default: ""] += words
    guard let part = open.last else { return }
    if open.contains("name") || part == "string-name" || part == "collab" {
      parts["authors", default: ""] += (parts["authors"] == nil || words.first?.isWhitespace == true ? "" : " ") + words
    } else if open.contains("article-title") {
      parts["article-title", default: ""] += words
    } else {
      parts[part, default: ""] += words
    }
  }

  func work(end: Int) -> CitedWork? {
    guard !key.isEmpty else { return nil }
    func part(_ name: String) -> String { Self.collapsed(parts[name] ?? "") }
    let title = part("article-title").isEmpty ? part("source") : part("article-title")
    let doi = part("pub-id doi")
    let arXiv = part("pub-id arxiv").isEmpty ? part("pub-id arXiv") : part("pub-id arxiv")
    return CitedWork(
      key: key, type: type.lowercased(), title: title.isEmpty ? part("all") : title, authors: part("authors"),
      year: part("year"), doi: doi, arXiv: arXiv, url: url.isEmpty ? part("ext-link") : url, note: part("all"),
      container: part("article-title").isEmpty ? "" : part("source"),
      span: SourceSpan(file: 0, range: start..<max(start, end)))
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
