/// The borders between two lines of a LaTeX file at which a line of text may be put.
///
/// A border is open when it lies in the document's running text: outside every group, formula, listing, table, list,
/// float, definition and conditional, and not between a command and its arguments. A file that is not balanced is open
/// up to where that shows and closed after it.
package struct LatexOpenLines: Sendable {
  /// Byte offsets of the open borders, ascending: starts of lines, and the file's end.
  package private(set) var offsets: [Int] = []
  /// Where a text that belongs behind all others begins: the first bibliography, or the document's end; nil where
  /// neither is open.
  package private(set) var end: Int?

  private enum FormulaEnd { case none, dollar, dollars, bracket }

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var conditionals = 0
  /// What ends the formula that the position lies in.
  private var formulaEnd = FormulaEnd.none
  private var isBroken = false
  private var isBeforeDocument: Bool
  private var isAfterDocument = false
  /// True behind a command that may still take arguments on the next line.
  private var awaitsArguments = false
  private var closed: [String] = []
  /// Texts that do not stand in what is left.
  private var missing: Set<[UInt8]> = []

  /// - Complexity: linear in the bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isBeforeDocument = bytes.offset(of: Array("\\begin{document}".utf8)) != nil
    while position < bytes.count { step() }
    noteBorder(bytes.count)
  }

  private var isOpen: Bool {
    depth == 0 && conditionals == 0 && closed.isEmpty && formulaEnd == .none && !isBroken && !isBeforeDocument
      && !isAfterDocument
  }

  private mutating func noteBorder(_ offset: Int) {
    guard isOpen, !awaitsArguments, offset > 0 else { return }
    var next = offset
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    // An argument, or the end of the group that the border seems to lie in, may begin the next line.
    if next < bytes.count, bytes[next] == 0x7B || bytes[next] == 0x5B || bytes[next] == 0x7D { return }
    offsets.append(offset)
  }

  private mutating func step() {
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x0A: noteBorder(position)
    case 0x0D: if position >= bytes.count || bytes[position] != 0x0A { noteBorder(position) }
    case 0x20, 0x09: break
    case 0x25: skipComment()
    case 0x5C: readCommand()
    case 0x7B:
      depth += 1
      awaitsArguments = false
    case 0x7D:
      depth -= 1
      if depth < 0 { isBroken = true }
      awaitsArguments = false
    case 0x24: readDollar()
    default: awaitsArguments = false
    }
  }

  /// `$a$$b$` are two formulae, `$$a$$` is one.
  private mutating func readDollar() {
    awaitsArguments = false
    let isDouble = position < bytes.count && bytes[position] == 0x24
    switch formulaEnd {
    case .dollar: formulaEnd = .none
    case .dollars where isDouble:
      formulaEnd = .none
      position += 1
    case .none where isDouble:
      formulaEnd = .dollars
      position += 1
    case .none: formulaEnd = .dollar
    case .dollars, .bracket: break
    }
  }

  private mutating func skipComment() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
  }

  private mutating func readCommand() {
    let start = position - 1
    guard position < bytes.count, Self.isLetter(bytes[position]) else { return readSign() }
    while position < bytes.count, Self.isLetter(bytes[position]) { position += 1 }
    let name = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
    awaitsArguments = !Self.complete.contains(name)
    switch name {
    case "begin": if let environment = group() { begin(environment, from: start) }
    case "end": if let environment = group() { end(environment, from: start) }
    case "verb", "lstinline", "mintinline": skipInlineCode(name)
    case "iffalse": skipFalse()
    case "newif": skipCommandName()
    case "fi": if conditionals > 0 { conditionals -= 1 }
    case "bibliography", "printbibliography", "bibliographystyle", "appendix": noteEnd(start)
    default: if Self.opensConditional(name) { conditionals += 1 }
    }
  }

  /// `\[`, `\(` and their ends; any other sign after a backslash means itself.
  private mutating func readSign() {
    guard position < bytes.count else { return }
    switch bytes[position] {
    case 0x5B, 0x28: formulaEnd = .bracket
    case 0x5D, 0x29: formulaEnd = .none
    // The line end stays for the border behind it.
    case 0x0A, 0x0D: return
    default: break
    }
    // A line break takes a length in brackets, also from the next line.
    awaitsArguments = bytes[position] == 0x5C
    position += 1
  }

  private mutating func begin(_ environment: String, from start: Int) {
    awaitsArguments = true
    if environment == "document" {
      (depth, conditionals, isBroken, isBeforeDocument, awaitsArguments) = (0, 0, false, false, false)
      (formulaEnd, closed) = (.none, [])
    } else if Self.verbatim.contains(environment) {
      let tail = Array("\\end{\(environment)}".utf8)
      // A listing without its end: nothing after it is sure.
      guard let end = endOffset(of: tail) else {
        isBroken = true
        return
      }
      position = end
      awaitsArguments = false
    } else if !Self.transparent.contains(environment) {
      if environment == "thebibliography" { noteEnd(start) }
      closed.append(environment)
    }
  }

  private mutating func end(_ environment: String, from start: Int) {
    awaitsArguments = false
    if environment == "document" {
      noteEnd(start)
      isAfterDocument = true
    } else if !Self.transparent.contains(environment) {
      if closed.last == environment { closed.removeLast() } else { isBroken = true }
    }
  }

  private mutating func noteEnd(_ offset: Int) {
    guard end == nil, isOpen else { return }
    var start = offset
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    if start == offsets.last { end = start }
  }

  /// The name in braces behind a command.
  private mutating func group() -> String? {
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    guard position < bytes.count, bytes[position] == 0x7B,
      let close = bytes[position...].prefix(80).firstIndex(of: 0x7D)
    else { return nil }
    let name = String(decoding: bytes[(position + 1)..<close], as: UTF8.self)
    position = close + 1
    return name
  }

  private mutating func skipInlineCode(_ name: String) {
    if position < bytes.count, bytes[position] == 0x2A { position += 1 }
    // `\lstinline{…}` and its like are groups with balanced braces as a rule.
    guard position < bytes.count, bytes[position] != 0x7B, bytes[position] != 0x5B else { return }
    let sign = bytes[position]
    let close = bytes[(position + 1)...].firstIndex { $0 == sign || $0 == 0x0A }
    position = close.map { bytes[$0] == sign ? $0 + 1 : $0 } ?? bytes.count
    awaitsArguments = false
  }

  private mutating func skipFalse() {
    guard let end = endOffset(of: Array("\\fi".utf8)) else {
      isBroken = true
      return
    }
    position = end
  }

  /// The offset behind the next place of a text; what once was not found is not looked for again.
  private mutating func endOffset(of text: [UInt8]) -> Int? {
    guard !missing.contains(text) else { return nil }
    if let start = bytes.offset(of: text, from: position) { return start + text.count }
    missing.insert(text)
    return nil
  }

  private mutating func skipCommandName() {
    guard position < bytes.count, bytes[position] == 0x5C else { return }
    position += 1
    while position < bytes.count, Self.isLetter(bytes[position]) { position += 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x40 }

  /// Conditionals that end with `\fi`; those of packages that take groups do not.
  private static func opensConditional(_ name: String) -> Bool {
    name.hasPrefix("if") && !groupConditionals.contains(name) && !name.hasPrefix("ifstr") && !name.hasPrefix("ifdef")
  }

  private static let groupConditionals: Set<String> = [
    "iff", "ifthenelse", "ifbool", "iftoggle", "ifblank", "ifundef", "ifcsdef", "ifcsundef", "ifnumcomp", "ifboolexpr",
  ]

  /// Commands that end a line of text and take nothing from the next.
  private static let complete: Set<String> = [
    "xspace", "par", "noindent", "medskip", "smallskip", "bigskip", "newline", "newpage", "clearpage", "maketitle",
    "centering", "LaTeX", "TeX", "ldots", "dots", "item", "fi", "else", "appendix", "tableofcontents", "hfill",
    "vfill", "printbibliography", "backmatter", "mainmatter", "frontmatter",
  ]

  private static let verbatim: Set<String> = [
    "verbatim", "verbatim*", "lstlisting", "minted", "Verbatim", "alltt", "comment", "filecontents", "filecontents*",
    "spverbatim", "BVerbatim", "lstcode", "code",
  ]

  /// Environments whose text is the document's own.
  private static let transparent: Set<String> = [
    "document", "methods", "appendices", "appendix", "subappendices", "singlespace", "doublespace", "onehalfspace",
    "spacing", "multicols", "linenumbers", "sloppypar", "small", "footnotesize", "normalsize", "flushleft",
    "backmatter",
  ]
}
