import Manuscripts

/// A caret at an id that may be half written: in typewriter text, a code span, an address, or in prose.
struct IdentifierPlace: Equatable {
  enum Surroundings: Equatable {
    /// Typewriter text or a code span; `isRaw` where LaTeX's special signs stand for themselves.
    case code(isRaw: Bool)
    case prose
  }

  let surroundings: Surroundings
  /// What stands in the place of the id.
  let range: Range<Int>
  /// The text from its beginning to the caret, without LaTeX's backslashes.
  let typed: String
  private let markup: Markup

  /// Bytes before the caret that are searched for an open brace: an id is near it.
  private static let reach = 300

  init(in bytes: [UInt8], at offset: Int, markup: Markup) {
    var start = offset
    while start > 0, Self.belongs(bytes, start - 1, markup) { start -= 1 }
    var end = offset
    while end < bytes.count, Self.belongs(bytes, end, markup) { end += 1 }
    // An address of Hugging Face ends in an id.
    let host = Array("huggingface.co/".utf8)
    if let found = (start..<offset).last(where: { bytes[$0..<offset].starts(with: host) }) {
      start = found + host.count
    }
    range = start..<end
    typed = String(decoding: bytes[start..<offset].filter { $0 != 0x5C }, as: UTF8.self)
    self.markup = markup
    switch markup {
    case .latex: surroundings = Self.latexSurroundings(bytes, start)
    case .markdown: surroundings = Self.markdownSurroundings(bytes, start)
    }
  }

  /// An id as the text has to write it.
  func written(_ id: String) -> String {
    guard markup == .latex, surroundings != .code(isRaw: true) else { return id }
    return id.map { ["_", "&", "%", "#", "$"].contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private static func belongs(_ bytes: [UInt8], _ index: Int, _ markup: Markup) -> Bool {
    let byte = bytes[index]
    if byte == 0x5C { return markup == .latex && index + 1 < bytes.count && bytes[index + 1] == 0x5F }
    return NameBytes.isName(byte) || [0x2E, 0x2F, 0x3A, 0x40, 0x2B].contains(byte)
  }

  private static let escapingCommands: Set<String> = ["texttt", "textsf", "code", "model"]
  private static let rawCommands: Set<String> = ["url", "path", "nolinkurl", "href", "lstinline", "mintinline", "verb"]

  private static func latexSurroundings(_ bytes: [UInt8], _ start: Int) -> Surroundings {
    if isInVerb(bytes, start) { return .code(isRaw: true) }
    var depth = 0
    var index = start
    let bound = max(0, start - reach)
    while index > bound {
      index -= 1
      let byte = bytes[index]
      // A blank line ends a paragraph, and with it every argument of the commands in question.
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0A { return .prose }
      if byte == 0x7D { depth += 1 }
      guard byte == 0x7B else { continue }
      if depth > 0 {
        depth -= 1
        continue
      }
      var name = index
      while name > 0, (0x61...0x7A).contains(bytes[name - 1] | 0x20) { name -= 1 }
      guard name > 0, bytes[name - 1] == 0x5C else { return .prose }
      let command = String(decoding: bytes[name..<index], as: UTF8.self)
      if rawCommands.contains(command) { return .code(isRaw: true) }
      return escapingCommands.contains(command) ? .code(isRaw: false) : .prose
    }
    return .prose
  }

  /// True behind `\verb|` or `\lstinline|` on the same line.
  private static func isInVerb(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    while index > 0, bytes[index - 1] != 0x0A {
      index -= 1
      guard bytes[index] == 0x5C else { continue }
      for command in ["\\verb", "\\lstinline"] where bytes[index..<start].starts(with: Array(command.utf8)) {
        let sign = index + command.utf8.count
        guard sign < start, bytes[sign] != 0x7B, bytes[sign] != 0x2A, !NameBytes.isName(bytes[sign]) else { continue }
        return !bytes[(sign + 1)..<start].contains(bytes[sign])
      }
    }
    return false
  }

  /// A code span is open where the back-ticks of its line before it come to an odd number.
  private static func markdownSurroundings(_ bytes: [UInt8], _ start: Int) -> Surroundings {
    var index = start
    var ticks = 0
    while index > 0, bytes[index - 1] != 0x0A {
      index -= 1
      if bytes[index] == 0x60 { ticks += 1 }
    }
    return ticks % 2 == 1 ? .code(isRaw: true) : .prose
  }
}
